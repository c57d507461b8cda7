import type { RecordValues } from "../data/value.ts";
import { removeWithChildren } from "./cascade.ts";
import { runBeforeDeleteFlows } from "./flowsAtSave.ts";
import { storedRecord } from "./loadRecords.ts";
import { outcomeOf } from "./outcomes.ts";
import { saveParents } from "./parents.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { SaveBatch } from "./pendingRecord.ts";
import { checkRecordAccess } from "./recordAccessChecks.ts";
import { runSaveOrder } from "./saveBatch.ts";
import type { BatchSetting } from "./saveBatch.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { standardBehaviourOf } from "./standard/standardBehaviour.ts";

/** Deletes at most 200 records with all that hangs on them. Refusals are outcomes. */
export function deleteBatch(setting: BatchSetting, given: readonly RecordValues[]): SaveOutcome[] {
    const { org, object } = setting;
    const records = given.map(({ Id: id = null }, index) => storedRecord(org, object, { Id: id }, index));
    const batch = { ...setting, records };
    checkMayDelete(batch);
    checkRecordAccess(batch, "delete");
    runBeforeDeleteFlows(batch);
    // An earlier record of the batch, or a flow, may have taken this one along.
    for (const record of unrefused(batch)) {
        if (org.store.read(object, record.id) !== undefined) removeWithChildren(batch, record);
    }
    standardBehaviourOf(batch).afterDelete();
    saveParents(batch, runSaveOrder);
    return records.map(outcomeOf);
}

function checkMayDelete(batch: SaveBatch): void {
    const { object, user, isAutomated } = batch;
    const seen = new Set<string>();
    for (const record of unrefused(batch)) {
        if (seen.has(record.id)) {
            refuse(record, "DUPLICATE_VALUE", `duplicate id in list: ${record.id}`);
            continue;
        }
        seen.add(record.id);
        if (!object.deletable) {
            refuse(record, "INVALID_TYPE_FOR_OPERATION", `entity type cannot be deleted: ${object.name}`);
        } else if (!isAutomated && !user.canDeleteObject(object.name)) {
            refuse(record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
    }
}
