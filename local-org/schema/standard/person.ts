import { picklist, readOnly, reference, required, text, url } from "../fields.ts";
import type { PicklistEntry } from "../fields.ts";
import type { FieldSchema } from "../objectSchema.ts";

const partOfName = { compoundFieldName: "Name", extraTypeInfo: "personname" } as const;

/** The name of a person in its parts, and as the platform puts them together. */
export function personName(salutations: readonly PicklistEntry[]): readonly FieldSchema[] {
    return [
        required(text("LastName", 80, partOfName)),
        text("FirstName", 40, partOfName),
        picklist("Salutation", salutations, { length: 40, ...partOfName }),
        readOnly(required(text("Name", 121, { label: "Full Name", nameField: true, extraTypeInfo: "personname" })))
    ];
}

/** The record that this one was merged into. */
export const masterRecord = (object: string): FieldSchema =>
    readOnly(reference("MasterRecordId", object, { label: "Master Record ID" }));

export const photoUrl: FieldSchema = readOnly(url("PhotoUrl", { label: "Photo URL", extraTypeInfo: "imageurl" }));
