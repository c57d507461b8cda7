import { mayChangeRecord, seesRecord, sharingOf } from "../people/recordAccess.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/**
 * Before the numbered steps: are these records the user's to change, and does he see what they refer to?
 * Automation runs in system context and isn't asked.
 */
export function checkRecordAccess(batch: SaveBatch, way: "edit" | "delete"): void {
    if (batch.isAutomated || batch.user.isAdministrator) return;
    const { org, object, user } = batch;
    for (const record of unrefused(batch)) {
        if (record.prior !== null && !mayChangeRecord(org, user, object, record.prior, way)) {
            refuse(record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        } else if (way === "edit") {
            checkGivenReferences(batch, record);
        }
    }
}

function checkGivenReferences(batch: SaveBatch, record: PendingRecord): void {
    for (const field of batch.object.fields.values()) {
        if (field.type !== "reference" || !record.given.has(field.name) || mayReferTo(batch, record, field)) continue;
        const message = `insufficient access rights on cross-reference id: ${String(record.values[field.name])}`;
        refuse(record, "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", message, [field.name]);
    }
}

/** A lookup wants the record seen; the parent of a detail wants it changed, but a feed takes posts of all who see it. */
function mayReferTo({ org, object, user }: SaveBatch, { values }: PendingRecord, field: FieldSchema): boolean {
    const id = values[field.name] ?? null;
    const target = typeof id === "string" ? org.schema.objectOfId(id) : undefined;
    const row = target === undefined || typeof id !== "string" ? undefined : org.store.read(target, id);
    // What isn't there is another step's business.
    if (target === undefined || row === undefined) return true;
    if (!user.canReadObject(target.name) || !seesRecord(org, user, target, row)) return false;
    const sharing = sharingOf(object);
    const isDetail = sharing.kind === "parent" && sharing.field.name === field.name;
    const isInFeed = object.name === "FeedItem" || object.name === "FeedComment";
    return !isDetail || isInFeed || mayChangeRecord(org, user, target, row, "edit");
}
