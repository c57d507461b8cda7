import { checkbox, datetime, field, readOnly, reference, required } from "./fields.ts";
import type { FieldSchema } from "./objectSchema.ts";

export const idField = (objectLabel: string): FieldSchema =>
    readOnly(required(field("Id", "id", { length: 18, label: `${objectLabel} ID` })));

export const isDeleted = readOnly(checkbox("IsDeleted", { label: "Deleted" }));

export const createdFields: readonly FieldSchema[] = [
    readOnly(required(datetime("CreatedDate"))),
    readOnly(required(reference("CreatedById", "User")))
];

export const modifiedFields: readonly FieldSchema[] = [
    readOnly(required(datetime("LastModifiedDate"))),
    readOnly(required(reference("LastModifiedById", "User")))
];

export const systemModstamp = readOnly(required(datetime("SystemModstamp")));

/** Who made and last touched the record, and when. */
export const auditFields: readonly FieldSchema[] = [...createdFields, ...modifiedFields, systemModstamp];

export const ownerField = required(reference("OwnerId", "User"));

/** What the platform or the running user fills where nothing is given. */
export const systemFieldNames: ReadonlySet<string> = new Set([
    "Id",
    "IsDeleted",
    "OwnerId",
    ...auditFields.map((declared) => declared.name)
]);
