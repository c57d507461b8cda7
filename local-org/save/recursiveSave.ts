import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import { unrefused } from "./pendingRecord.ts";

/**
 * Apex Developer Guide, "Triggers and Order of Execution": a recursive save skips steps 9 to 17. It is one
 * of a record that is on its way already; a parent's or another record's save is none. Gives the records
 * of the batch that go on to those steps. The others' roll-ups are left to the save they are in, so that
 * no parent is left with an old sum.
 */
export function leaveToSavesInProgress(batch: SaveBatch): PendingRecord[] {
    return unrefused(batch).filter((record) => {
        const around = batch.transaction.savesInProgress.find((save) => save.records.has(record.id));
        const first = around?.records.get(record.id);
        if (around === undefined || first === undefined) return true;
        // A parent that refuses then refuses the save that is still going on.
        around.savedAgain.push({ ...record, errors: first.errors });
        return false;
    });
}
