import { developerName, rules } from "c/pwPolicy";
import type { Gathered } from "../gathered.ts";

/** By fact, the field of the org's own that the record of a rule names in place of ours. */
export function ownFieldsIn(ruleRecords: Gathered["ruleRecords"]): Readonly<Record<string, string>> {
    const records = "value" in ruleRecords ? (ruleRecords.value ?? []) : [];
    const named = rules.flatMap(({ id, ownField }) => {
        const field = records.find((each) => each.developerName === developerName(id))?.field;
        return ownField !== undefined && field ? [[ownField, field] as const] : [];
    });
    return Object.fromEntries(named);
}
