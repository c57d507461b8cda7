/** Facts of an opportunity as the names in a formula mean them: what a saved record would answer. */
import { Decimal } from "decimal.js";
import { factDefinitions, type FactName, type Facts, type RuleSettings } from "c/pwPolicy";
import type { Value } from "../../local-org/data/value.ts";
import type { FormulaScope, FormulaType } from "../../local-org/formula/formula.ts";
import { ruleRecordReference, settingField } from "../../scripts/gate/spelling.ts";

interface Named {
    readonly type: FormulaType;
    readonly value: Value;
}

/** Names beyond the facts, by path joined with ".": what the guard asks. */
export type OtherNames = Readonly<Record<string, Named>>;

/** `isChanged` names the fields that the save changes; their prior value is another text. */
export function scopeOfFacts(
    ruleId: string,
    facts: Facts,
    settings: RuleSettings,
    today: string,
    other: OtherNames = {},
    isChanged: readonly string[] = []
): FormulaScope {
    const named = (path: readonly string[]): Named | undefined => {
        const text = path.join(".");
        return other[text] ?? factNamed(text, facts) ?? settingNamed(text, ruleId, settings);
    };
    return {
        typeOf: (path) => named(path)?.type,
        valueOf: (path) => named(path)?.value ?? null,
        priorValueOf: (path) => (isChanged.includes(path.join(".")) ? "another stage" : (named(path)?.value ?? null)),
        isNew: false,
        today,
        now: `${today}T12:00:00.000Z`
    };
}

function factNamed(name: string, facts: Facts): Named | undefined {
    if (!(name in factDefinitions)) {
        return undefined;
    }
    const fact = name as FactName;
    const { type } = factDefinitions[fact];
    const value = facts[fact] ?? null;
    return { type, value: type === "number" && value !== null ? new Decimal(String(value)) : value };
}

function settingNamed(name: string, ruleId: string, settings: RuleSettings): Named | undefined {
    const record = `${ruleRecordReference(ruleId)}.`;
    const field = name.startsWith(record) ? name.slice(record.length) : "";
    if (field === "Level__c") {
        return { type: "text", value: settings.level };
    }
    const list = listSettings.find((each) => settingField(each) === field);
    if (list !== undefined) {
        return { type: "text", value: settings[list] ?? null };
    }
    const number = numberSettings.find((each) => settingField(each) === field);
    const value = number === undefined ? null : (settings[number] ?? null);
    return number && { type: "number", value: value === null ? null : new Decimal(value) };
}

const listSettings = ["recordTypes", "largerRecordTypes"] as const;
const numberSettings = [
    "fromPosition",
    "minimum",
    "tolerance",
    "minimumAmount",
    "largerMinimum",
    "largerFromPosition",
    "largerFromAmount"
] as const;
