import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { removeWithChildren } from "./cascade.ts";
import { runBeforeDeleteFlows } from "./flowsAtSave.ts";
import { storedRecord } from "./loadRecords.ts";
import { saveParents } from "./parents.ts";
import { runSaveOrder } from "./saveBatch.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { SaveBatch } from "./pendingRecord.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { countComments } from "./standard/feed.ts";

/** Deletes records with all that hangs on them. Must run inside a transaction; refusals are outcomes. */
export function deleteBatch(
    org: Org,
    object: ObjectSchema,
    given: readonly RecordValues[],
    user: RunningUser
): SaveOutcome[] {
    const records = given.map(({ Id: id = null }, index) => storedRecord(org, object, { Id: id }, index));
    const batch = { org, object, user, records };
    checkMayDelete(batch);
    runBeforeDeleteFlows(batch);
    unrefused(batch).forEach((record) => removeWithChildren(org, object, record));
    if (object.name === "FeedComment") unrefused(batch).forEach(({ values }) => countComments(org, values));
    saveParents(batch, runSaveOrder);
    return records.map(({ id, errors }) => ({ id, success: errors.length === 0, errors }));
}

function checkMayDelete(batch: SaveBatch): void {
    const { object, user } = batch;
    for (const record of unrefused(batch)) {
        if (!object.deletable) {
            refuse(record, "INVALID_TYPE_FOR_OPERATION", `entity type cannot be deleted: ${object.name}`);
        } else if (!user.canDeleteObject(object.name)) {
            refuse(record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
    }
}
