import type { FieldSchema } from "../schema/objectSchema.ts";
import { hasChanged, refuse } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/** Refuses a reference to a record that isn't there, or to one of a kind the field doesn't take. */
export function checkReferences(batch: SaveBatch, record: PendingRecord): void {
    for (const field of batch.object.fields.values()) {
        const id = record.values[field.name];
        if (field.reference !== null && typeof id === "string" && hasChanged(record, field.name)) {
            checkReference(batch, record, field, id);
        }
    }
}

function checkReference({ org }: SaveBatch, record: PendingRecord, field: FieldSchema, id: string): void {
    const target = org.schema.objectOfId(id);
    if (target === undefined || field.reference?.to.includes(target.name) !== true) {
        const message = `${field.label}: id value of incorrect type: ${id}`;
        refuse(record, "FIELD_INTEGRITY_EXCEPTION", message, [field.name]);
    } else if (org.store.read(target, id) === undefined) {
        refuse(record, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", [field.name]);
    }
}
