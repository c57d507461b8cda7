/** Facts of an opportunity as the names in a formula mean them: what a saved record would answer. */
import { Decimal } from "decimal.js";
import { developerName, factDefinitions, type FactName, type Facts, type RuleSettings } from "c/pwPolicy";
import type { Value } from "../../local-org/data/value.ts";
import type { FormulaScope, FormulaType } from "../../local-org/formula/formula.ts";

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
    const record = `$CustomMetadata.PW_Rule__mdt.${developerName(ruleId)}`;
    const number = (text: string | null | undefined): Named => ({
        type: "number",
        value: text === null || text === undefined ? null : new Decimal(text)
    });
    return {
        [`${record}.Level__c`]: { type: "text", value: settings.level } as const,
        [`${record}.From_Position__c`]: number(settings.fromPosition),
        [`${record}.Minimum__c`]: number(settings.minimum),
        [`${record}.Tolerance__c`]: number(settings.tolerance)
    }[name];
}
