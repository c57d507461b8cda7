import type { FactName, Facts } from "./facts.ts";
import type { RecordRule } from "./rule.ts";

/** The field of Opportunity that keeps the fact: the org's own, where the rule's record names one. */
export function fieldOf({ ownField }: RecordRule, fact: FactName, field: string | null | undefined): string {
    return fact === ownField && field ? field : fact;
}

/** The facts with what the org's own field says in place of ours; absent where it was not read. */
export function withOwnField({ ownField }: RecordRule, facts: Facts, field: string | null | undefined): Facts {
    const values: Readonly<Record<string, Facts[FactName]>> = facts;
    return ownField !== undefined && field ? { ...facts, [ownField]: values[field] } : facts;
}
