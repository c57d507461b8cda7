import { developerName, positionFromProbability, standardDecisionRoles, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { customMetadataFile, type CustomMetadataValue } from "./customMetadata.ts";
import { stagesOfAny, type OverlayPlan, type RuleChoice } from "./overlayPlan.ts";
import { settingField } from "./spelling.ts";

/** The record that keeps what an admin sets for the rule. */
export function ruleRecordFile(rule: RecordRule, plan: OverlayPlan): WrittenFile {
    return customMetadataFile("PW_Rule", developerName(rule.id), rule.words.en.title, ruleRecordValues(rule, plan));
}

/** By field, sorted: what the plan says, else the rule's own default. */
export function ruleRecordValues(rule: RecordRule, plan: OverlayPlan): Readonly<Record<string, CustomMetadataValue>> {
    const choice = { ...defaultsOf(rule, plan), ...withoutAbsent(plan.rules[rule.id] ?? {}) };
    const values: Record<string, CustomMetadataValue> = {
        Level__c: choice.level ?? null,
        Created_From__c: choice.createdFrom ? { date: choice.createdFrom } : null,
        Decision_Roles__c: listed(choice.decisionRoles),
        Exempt_Families__c: listed(choice.exemptFamilies),
        Field__c: choice.field ?? null,
        [settingField("recordTypes")]: listed(choice.recordTypes),
        [settingField("largerRecordTypes")]: listed(choice.largerRecordTypes),
        ...Object.fromEntries(numbers.map((name) => [settingField(name), numberOrBlank(choice[name])]))
    };
    return Object.fromEntries(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const numbers = [
    "fromPosition",
    "minimum",
    "tolerance",
    "minimumAmount",
    "largerMinimum",
    "largerFromPosition",
    "largerFromAmount"
] as const;

function defaultsOf({ id, defaults }: RecordRule, plan: OverlayPlan): RuleChoice {
    const { level, fromProbability, minimum = null, tolerance = null } = defaults;
    const fromPosition = positionFromProbability(stagesOfAny(plan), fromProbability);
    const decisionRoles = id === "decision-role-named" ? standardDecisionRoles : [];
    return { level, fromPosition, minimum, tolerance, decisionRoles };
}

/** What is left out has the rule's own default; null is a choice. */
function withoutAbsent(choice: RuleChoice): RuleChoice {
    return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}

function listed(names: readonly string[] | undefined): string | null {
    return names === undefined || names.length === 0 ? null : names.join(";");
}

function numberOrBlank(number: string | null | undefined): CustomMetadataValue {
    return number === null || number === undefined ? null : { number };
}
