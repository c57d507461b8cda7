import type { Org } from "../org.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { rememberDeleted } from "./deletedRecords.ts";
import { refuse } from "./pendingRecord.ts";
import type { PendingRecord } from "./pendingRecord.ts";

/**
 * Removes a record and what belongs to it. As on the platform no flow or rule runs for the children, and
 * records that merely refer to it lose the reference; one that can't do without it refuses the deletion.
 */
export function removeWithChildren(org: Org, object: ObjectSchema, record: PendingRecord): void {
    for (const { childObject, field } of org.schema.childRelationships(object)) {
        const children = org.store.readMany(childObject, { field: field.name, isOneOf: [record.id] });
        for (const child of children) {
            const childId = String(child["Id"]);
            if (field.reference?.cascadeDelete === true) {
                removeWithChildren(org, childObject, { ...record, id: childId });
            } else if (field.nillable) {
                org.store.update(childObject, childId, { [field.name]: null });
            } else {
                refuse(
                    record,
                    "DELETE_FAILED",
                    `${object.name} ${record.id} is in use by ${childObject.name} ${childId}.`
                );
                return;
            }
        }
    }
    org.store.remove(object, record.id);
    rememberDeleted(org.store, record.id);
}
