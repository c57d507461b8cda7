import type { DescribedField } from "../features.ts";
import type { OurName } from "./ourNames.ts";

/** What an org has only so many of. */
export type SlotKind = "rollUps" | "fields" | "validationRules" | "flows";

export interface Slots {
    readonly kind: SlotKind;
    /** Of these, ours and theirs. */
    readonly used: number;
    /** What deploying the overlay adds. */
    readonly added: number;
    /** As documented, or as commonly told; an org may have others. */
    readonly limit: number;
    readonly isCertain: boolean;
}

/**
 * Roll-ups: 25 an object, 40 on request (Salesforce's features and editions). The others are the figures that are told
 * of Enterprise Edition; no current table of them was found.
 */
const limits = {
    rollUps: { limit: 25, isCertain: true },
    fields: { limit: 500, isCertain: false },
    validationRules: { limit: 500, isCertain: false },
    flows: { limit: 2000, isCertain: false }
} as const;

export interface Counted {
    readonly fields: ReadonlyMap<string, DescribedField>;
    /** Custom fields of Opportunity, those too that describe hides from this user. */
    readonly customFields: readonly string[];
    /** Those on Opportunity, active ones; null: could not be read. */
    readonly validationRules: readonly string[] | null;
    /** Of the whole org, by name; null: could not be read. */
    readonly flows: readonly string[] | null;
}

/** What is left on Opportunity, and of flows in the org. */
export function countSlots(
    ours: readonly OurName[],
    { fields, customFields, validationRules, flows }: Counted
): Slots[] {
    const ourFields = ours.flatMap((each) => {
        const [object, name = ""] = each.name.split(".");
        return each.type === "CustomField" && object === "Opportunity" ? [{ ...each, name }] : [];
    });
    const missing = ourFields.filter(({ name }) => !customFields.includes(name));
    const hidden = ourFields.filter(({ name }) => customFields.includes(name) && !fields.has(name));
    const rollUps = [...fields.values()].filter(({ isRollUp }) => isRollUp).length;
    const lacking = (type: string, prefix: string, present: readonly string[]): number =>
        ours.filter(
            ({ type: own, name }) =>
                own === type && name.startsWith(prefix) && !present.includes(name.slice(prefix.length))
        ).length;
    return [
        {
            kind: "rollUps",
            used: rollUps + hidden.filter(({ fieldType }) => fieldType === "Summary").length,
            added: missing.filter(({ fieldType }) => fieldType === "Summary").length,
            ...limits.rollUps
        },
        { kind: "fields", used: customFields.length, added: missing.length, ...limits.fields },
        ...(validationRules === null
            ? []
            : [
                  {
                      kind: "validationRules",
                      used: validationRules.length,
                      added: lacking("ValidationRule", "Opportunity.", validationRules),
                      ...limits.validationRules
                  } as const
              ]),
        ...(flows === null
            ? []
            : [{ kind: "flows", used: flows.length, added: lacking("Flow", "", flows), ...limits.flows } as const])
    ];
}

export function lacksSlots({ used, added, limit, isCertain }: Slots): boolean {
    return isCertain && added > 0 && used + added > limit;
}
