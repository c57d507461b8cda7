import { z } from "zod";
import type { OrgReader } from "../../audit/gather/orgReader.ts";
import { attempt, OrgRefusal } from "../../audit/gather/refusal.ts";
import { CannotStart } from "../../cannotStart.ts";
import type { DescribedField } from "../features.ts";

const describeSchema = z.object({
    label: z.string(),
    fields: z.array(
        z.object({
            name: z.string(),
            type: z.string(),
            label: z.string(),
            inlineHelpText: z.string().nullish(),
            calculated: z.boolean().default(false),
            calculatedFormula: z.string().nullish(),
            picklistValues: z.array(z.object({ value: z.string(), active: z.boolean() })).default([])
        })
    )
});

export interface DescribedObject {
    readonly label: string;
    readonly fields: ReadonlyMap<string, DescribedField>;
    /** Active values, by the field that offers them. */
    readonly picklists: ReadonlyMap<string, readonly string[]>;
}

/** Null: the org has no such object, or this user may not see it. Throws `CannotStart` where it can't be told. */
export async function describeFields(reader: OrgReader, object: string): Promise<DescribedObject | null> {
    const described = await attempt(async () => {
        try {
            return describeSchema.parse(await reader.get(`/sobjects/${object}/describe`));
        } catch (error) {
            if (error instanceof OrgRefusal && ["NOT_FOUND", "INVALID_TYPE"].includes(error.errorCode)) return null;
            throw error;
        }
    });
    if ("unreadable" in described) {
        throw new CannotStart(`Stopped, for ${object} could not be read (${described.unreadable}).`);
    }
    if (described.value === null) return null;
    const { label, fields } = described.value;
    return {
        label,
        fields: new Map(fields.map((field) => [field.name, fieldOf(field)])),
        picklists: new Map(
            fields.map(({ name, picklistValues }) => [
                name,
                picklistValues.filter(({ active }) => active).map(({ value }) => value)
            ])
        )
    };
}

type Described = z.infer<typeof describeSchema>["fields"][number];

/** Describe tells a formula by its text; what is calculated without one is a roll-up. */
function fieldOf({ name, type, label, inlineHelpText, calculated, calculatedFormula }: Described): DescribedField {
    const isRollUp = calculated && (calculatedFormula ?? null) === null && name.endsWith("__c");
    return { type, label, help: inlineHelpText ?? null, isRollUp };
}
