import {
    describeCondition,
    developerName,
    fieldsRead,
    languages,
    positionFromProbability,
    soqlOfExempt,
    soqlOfRule,
    type Language,
    type RecordRule,
    type RuleSettings,
    type SoqlPredicate
} from "c/pwPolicy";
import { gateFormula } from "../gate/validationRule.ts";
import { placeIn } from "../gate/placeProcesses.ts";
import { standardStages } from "../gate/stages.ts";
import { languageNames } from "./languageNames.ts";

/** Any day serves as an example; the page says that it is one. */
const exampleDay = "2026-01-31";

/** The page of one rule, all of it from the rule itself, as Markdown. */
export function rulePage(rule: RecordRule): string {
    const settings = standardSettings(rule);
    const words = rule.words.en;
    return [
        `# ${rule.id}`,
        "Written from the rule by `npm run docs`. Change the rule, not this page.",
        `**${words.title}.** Practice: ${rule.practice}. Starts at level ${rule.defaults.level}. ${triggers[rule.trigger]}`,
        "## What it checks",
        `It applies where ${describeCondition(rule.when, settings, "en")}. It is met where ${describeCondition(rule.requires, settings, "en")}.`,
        `The numbers are those of Salesforce's standard stages; each org sets its own in the rule's record, \`PW_Rule.${developerName(rule.id)}\`. Where a fact can't be read or a number is not set, the verdict is unknown, which never blocks and never counts as met.`,
        `It reads: ${fieldsRead(rule)
            .map((name) => `\`${name}\``)
            .join(", ")}.`,
        "An approved exception sets it aside for one opportunity, until the exception's last day.",
        "## Why",
        words.why,
        "## What to do",
        words.fix,
        "## Example",
        `At level Block, a move that breaks the rule is refused with:`,
        `> ${words.message}`,
        "## In every language",
        ...languages.map((language) => inLanguage(rule, language)),
        "## The formula that refuses",
        `Stands in \`PW_${developerName(rule.id)}\`, the validation rule on Opportunity.`,
        fenced("", gateFormula(rule)),
        "## Find them with a query",
        `Where the stamp is deployed and filled, this finds the opportunities that break the rule and have no exception (with ${exampleDay} as today):`,
        unmetQuery(rule, settings)
    ]
        .join("\n\n")
        .concat("\n");
}

const triggers: Readonly<Record<RecordRule["trigger"], string>> = {
    advance: "It may block a move to a higher stage, winning included.",
    win: "It may block the move to a won stage.",
    lose: "It may block the move to a lost stage.",
    create: "It may block the creation of an opportunity."
};

function standardSettings(rule: RecordRule): RuleSettings {
    const { level, fromProbability, minimum, tolerance } = rule.defaults;
    return {
        level,
        fromPosition: positionFromProbability(placeIn(standardStages), fromProbability),
        minimum: minimum ?? null,
        tolerance: tolerance ?? null
    };
}

function inLanguage(rule: RecordRule, language: Language): string {
    const { title, why, fix, message } = rule.words[language];
    return `### ${languageNames[language]}\n\n- ${title}\n- ${why}\n- ${fix}\n- ${message}`;
}

function unmetQuery(rule: RecordRule, settings: RuleSettings): string {
    const unmet: SoqlPredicate = soqlOfRule(rule, { settings, today: exampleDay }).unmet;
    if (typeof unmet === "string" || "notExpressible" in unmet) {
        const reason = typeof unmet === "string" ? `it matches ${unmet}` : unmet.notExpressible;
        return `A query can't ask it: ${reason}`;
    }
    const notExempt = `Id NOT IN (${soqlOfExempt(rule.id, exampleDay)})`;
    return fenced(
        "sql",
        `SELECT Id, Name, Owner.Name, StageName, Amount\nFROM Opportunity\nWHERE ${unmet.where}\n  AND ${notExempt}`
    );
}

function fenced(language: string, text: string): string {
    return `\`\`\`${language}\n${text}\n\`\`\``;
}
