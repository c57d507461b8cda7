import { languages, type AdviceRule, type Basis, type HistoryRule, type Language, type ProcessRule } from "c/pwPolicy";
import { languageNames } from "./languageNames.ts";

type AdvisingRule = ProcessRule | HistoryRule;

const subjects: Readonly<Record<AdvisingRule["kind"], string>> = {
    process: "It judges a sales process",
    history: "It judges the way of one opportunity through its stages"
};

const bases: Readonly<Record<Basis, string>> = {
    published: "published",
    practitioners: "practitioners' pages",
    ownChoice: "our own choice",
    unsourced: "unsourced"
};

/** The page of one rule that advises, all of it from the rule itself, as Markdown. */
export function adviceRulePage(rule: AdvisingRule): string {
    const words = rule.words.en;
    return [
        `# ${rule.id}`,
        "Written from the rule by `npm run docs`. Change the rule, not this page.",
        `**${words.title}.** Practice: ${rule.practice}. Starts at level ${rule.defaults.level}. ${subjects[rule.kind]} and advises; it never blocks a save.`,
        "## How it is counted",
        rule.definitions.map((definition) => `- ${definition}`).join("\n"),
        "## Thresholds",
        thresholds(rule),
        "## Why",
        words.why,
        "## What to do",
        words.fix,
        "## In every language",
        ...languages.map((language) => inLanguage(rule, language))
    ]
        .join("\n\n")
        .concat("\n");
}

function thresholds({ defaults }: AdviceRule): string {
    const rows = Object.entries(defaults.thresholds).map(
        ([name, { value, unit, basis, source }]) =>
            `| \`${name}\` | ${value} | ${spelledOut(unit)} | ${source} | ${bases[basis]} |`
    );
    return rows.length === 0
        ? "It has none."
        : ["| setting | start | unit | what it means | basis |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

/** percentPoints → percent points */
function spelledOut(unit: string): string {
    return unit.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

function inLanguage(rule: AdviceRule, language: Language): string {
    const { title, why, fix, findings } = rule.words[language];
    const sentences = Object.entries(findings).map(([code, sentence]) => `- \`${code}\`: ${sentence}`);
    return [`### ${languageNames[language]}`, `- ${title}\n- ${why}\n- ${fix}`, "Findings:", sentences.join("\n")].join(
        "\n\n"
    );
}
