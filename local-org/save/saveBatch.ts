import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { runAfterSaveFlows, runBeforeSaveFlows } from "./flowsAtSave.ts";
import { recordHistory } from "./history.ts";
import { loadRecords } from "./loadRecords.ts";
import { saveParents } from "./parents.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { standardBehaviourOf } from "./standard/standardBehaviour.ts";
import { checkGivenFields, checkValues } from "./systemValidation.ts";
import { checkValidationRules } from "./validationRules.ts";
import { writeRecords } from "./writeRecords.ts";

/** Inserts or updates records that a caller gave. Must run inside a transaction; refusals are outcomes. */
export function saveBatch(
    org: Org,
    operation: "insert" | "update",
    object: ObjectSchema,
    given: readonly RecordValues[],
    user: RunningUser
): SaveOutcome[] {
    const batch = { org, object, user, records: loadRecords(org, operation, object, given) };
    checkGivenFields(batch);
    runSaveOrder(batch);
    return batch.records.map(outcomeOf);
}

/**
 * The platform's order of execution, as far as this org has its steps. Each step passes over the records
 * that an earlier one refused. Also the save of a parent whose roll-ups changed.
 */
export function runSaveOrder(batch: SaveBatch): void {
    const standard = standardBehaviourOf(batch);
    standard.beforeFlows();
    runBeforeSaveFlows(batch);
    standard.afterFlows();
    checkValues(batch);
    checkValidationRules(batch);
    writeRecords(batch);
    standard.afterWrite();
    recordHistory(batch);
    runAfterSaveFlows(batch);
    saveParents(batch, runSaveOrder);
}

function outcomeOf(record: PendingRecord): SaveOutcome {
    const success = record.errors.length === 0;
    return { id: success || record.prior !== null ? record.id : null, success, errors: record.errors };
}
