import type { RecordValues } from "../data/value.ts";
import { runAfterSaveFlows, runBeforeSaveFlows } from "./flowsAtSave.ts";
import { noteChanges } from "./history.ts";
import { loadRecords } from "./loadRecords.ts";
import { outcomeOf } from "./outcomes.ts";
import { saveParents } from "./parents.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import { checkRecordAccess } from "./recordAccessChecks.ts";
import { leaveToSavesInProgress } from "./recursiveSave.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { standardBehaviourOf } from "./standard/standardBehaviour.ts";
import { checkGivenFields, checkGivenValues, checkValues } from "./systemValidation.ts";
import { checkValidationRules } from "./validationRules.ts";
import { writeRecords } from "./writeRecords.ts";

/** What the records of one request have in common. */
export type BatchSetting = Omit<SaveBatch, "records">;

/** Apex Developer Guide, "Execution Governors and Limits": the deepest stack of saves that fire each other. */
const deepestSave = 16;

/** Inserts or updates at most 200 records that somebody gave. Refusals are outcomes. */
export function saveBatch(
    setting: BatchSetting,
    operation: "insert" | "update",
    given: readonly RecordValues[]
): SaveOutcome[] {
    const batch = { ...setting, records: loadRecords(setting.org, operation, setting.object, given) };
    checkGivenFields(batch);
    checkRecordAccess(batch, "edit");
    runSaveOrder(batch);
    return batch.records.map(outcomeOf);
}

/**
 * The platform's order of execution, numbered as in the Apex Developer Guide, as far as this org has its
 * steps. Each step passes over the records that an earlier one refused. Also the save of a parent whose
 * roll-ups changed.
 */
export function runSaveOrder(batch: SaveBatch): void {
    const standard = standardBehaviourOf(batch);
    const checked = checkGivenValues(batch); // 2
    standard.beforeFlows();
    if (batch.passesBy?.flows !== true) runBeforeSaveFlows(batch); // 3
    standard.afterFlows();
    checkValues(batch, checked); // 5
    if (batch.passesBy?.rules !== true) checkValidationRules(batch);
    writeRecords(batch); // 7
    standard.afterWrite();
    noteChanges(batch);
    runStepsAfterSave({ ...batch, records: leaveToSavesInProgress(batch) });
}

/** Steps 14 to 17. Automation may save the same records again meanwhile; the roll-ups then see those saves too. */
function runStepsAfterSave(batch: SaveBatch): void {
    const { savesInProgress } = batch.transaction;
    const records = unrefused(batch);
    if (records.length === 0) return;
    if (savesInProgress.length >= deepestSave) {
        const message = "maximum trigger depth exceeded";
        records.forEach((record) => refuse(record, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message));
        return;
    }
    const savedAgain: PendingRecord[] = [];
    savesInProgress.push({ records: new Map(records.map((record) => [record.id, record])), savedAgain });
    try {
        if (batch.passesBy?.flows !== true) runAfterSaveFlows({ ...batch, records }); // 14
        let changed: readonly PendingRecord[] = records;
        while (changed.length > 0) {
            saveParents({ ...batch, records: changed }, runSaveOrder); // 16, and 17 in the parents' own saves
            changed = savedAgain.splice(0);
        }
    } finally {
        savesInProgress.pop();
    }
}
