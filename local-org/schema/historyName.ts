import type { FieldSchema } from "./objectSchema.ts";

/** History calls these fields by another name than describe does. */
const standardNames: Readonly<Record<string, string>> = { OwnerId: "Owner", AccountId: "Account" };

/** What the `Field` of a row of field history says of a field. */
export function historyName(field: FieldSchema): string {
    return field.custom ? field.name : (standardNames[field.name] ?? field.name);
}
