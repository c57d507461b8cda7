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
        ...whatAnOrgMaySet(rule),
        `It reads: ${fieldsRead(rule, settings)
            .map((name) => `\`${name}\``)
            .join(", ")}; where its scope is set, \`PW_Record_Type__c\` and \`Amount\` too.`,
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

/** Beyond its numbers: what narrows it, and what some rules alone have. */
function whatAnOrgMaySet(rule: RecordRule): string[] {
    const scope =
        "An org may narrow it: to some record types (`Record_Types__c`), to opportunities of at least an amount (`Minimum_Amount__c`, in each one's own currency). It does not apply to the others, nor to an opportunity whose record type or amount is blank where one is asked for. What is not set is not asked.";
    const larger =
        "More may be asked of larger deals: at least `Larger_Minimum__c` from `Larger_From_Position__c` on, from `Larger_From_Amount__c` on, for `Larger_Record_Types__c`. Of these conditions all that are set must hold; without `Larger_Minimum__c` nothing more is asked.";
    const own = `An org that keeps it in a picklist of its own names that in \`Field__c\`; it is then read in place of \`${rule.ownField}\`, by the gate once the set-up is written anew.`;
    return [
        scope,
        ...(rule.id === "contact-roles-present" ? [larger] : []),
        ...(rule.ownField === undefined ? [] : [own])
    ];
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
