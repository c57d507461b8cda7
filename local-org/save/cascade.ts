import type { RecordValues } from "../data/value.ts";
import type { ChildRelationship } from "../schema/schema.ts";
import { refuse } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/**
 * Puts a record and what belongs to it into the recycle bin. As on the platform no flow or rule runs for
 * the children, and records that merely refer to it lose the reference; one that can't do without it
 * refuses the deletion. `root` is the record that somebody deleted.
 */
export function removeWithChildren(batch: SaveBatch, record: PendingRecord, root = record.id): void {
    const { org, object } = batch;
    for (const relationship of org.schema.childRelationships(object)) {
        const { childObject, field } = relationship;
        for (const child of org.store.readMany(childObject, { field: field.name, isOneOf: [record.id] })) {
            letGo(batch, record, relationship, child, root);
            if (record.errors.length > 0) return;
        }
    }
    if (!object.fields.has("IsDeleted")) {
        org.store.remove(object, record.id);
        return;
    }
    if (object.fields.has("SystemModstamp")) {
        org.store.update(object, record.id, { SystemModstamp: org.clock.now() });
    }
    org.store.bin.put(object, record.id, root);
}

function letGo(
    batch: SaveBatch,
    record: PendingRecord,
    { childObject, field }: ChildRelationship,
    child: RecordValues,
    root: string
): void {
    const { org, object } = batch;
    const childId = String(child["Id"]);
    if (field.reference?.cascadeDelete === true) {
        removeWithChildren({ ...batch, object: childObject }, { ...record, id: childId }, root);
    } else if (field.nillable && field.reference?.restrictedDelete !== true) {
        org.store.update(childObject, childId, { [field.name]: null });
        org.store.bin.noteCleared(root, { objectName: childObject.name, id: childId, field: field.name });
    } else {
        refuse(record, "DELETE_FAILED", `${object.name} ${record.id} is in use by ${childObject.name} ${childId}.`);
    }
}
