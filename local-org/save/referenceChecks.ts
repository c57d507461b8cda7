import type { RecordValues } from "../data/value.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { hasChanged, refuse } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/**
 * Refuses a reference to a record that isn't there, or to one of a kind the field doesn't take. References
 * that are still as in `checked` are passed over.
 */
export function checkReferences(batch: SaveBatch, record: PendingRecord, checked: Readonly<RecordValues>): void {
    for (const field of batch.object.fields.values()) {
        const id = record.values[field.name];
        if (field.reference === null || typeof id !== "string" || id === checked[field.name]) continue;
        if (hasChanged(record, field.name)) {
            checkReference(batch, record, field, id);
        }
    }
}

function checkReference({ org, object }: SaveBatch, record: PendingRecord, field: FieldSchema, id: string): void {
    const target = org.schema.objectOfId(id);
    if (target === undefined || field.reference?.to.includes(target.name) !== true) {
        const message = `${field.label}: id value of incorrect type: ${id}`;
        refuse(record, "FIELD_INTEGRITY_EXCEPTION", message, [field.name]);
    } else if (org.store.read(target, id) === undefined) {
        refuse(record, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", [field.name]);
    } else if (field.name === "RecordTypeId" && !offersRecordType(object, id)) {
        const message = `${field.label}: this ID value isn't valid for the user: ${id}`;
        refuse(record, "INVALID_CROSS_REFERENCE_KEY", message, [field.name]);
    }
}

/** Only an active one, and one of this object. */
function offersRecordType({ recordTypes }: ObjectSchema, id: string): boolean {
    return recordTypes?.some((recordType) => recordType.id === id && recordType.active) === true;
}
