import type { FlowFailure } from "../flow/flow.ts";
import { runBeforeSaveFlow } from "../flow/runRecordTriggeredFlow.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import type { Transaction } from "./transaction.ts";

/** Before-save flows save nothing by themselves. */
const uncounted: Transaction = {
    countQuery: () => undefined,
    countStatement: () => undefined,
    save: () => {
        throw new Error("A before-save flow can't save records.");
    },
    afterCommit: () => undefined
};

/** Step 3: each active flow in trigger order, on all records at once; a flow sees what earlier ones changed. */
export function runBeforeSaveFlows(batch: SaveBatch): void {
    for (const flow of batch.org.deployed.recordTriggeredFlows(batch.object.name, "beforeSave")) {
        const records = unrefused(batch);
        if (records.length > 0) {
            refuseFailed(records, runBeforeSaveFlow(batch.org, flow, records, batch.user, uncounted));
        }
    }
}

/** Step 14. */
export function runAfterSaveFlows(batch: SaveBatch): void {
    refuseUnsupported(batch, "afterSave");
}

/** Before a record is deleted, which is outside the numbered order. Cascades and merges fire no flow. */
export function runBeforeDeleteFlows(batch: SaveBatch): void {
    refuseUnsupported(batch, "beforeDelete");
}

function refuseFailed(records: readonly PendingRecord[], failures: readonly FlowFailure[]): void {
    for (const { index, statusCode, message, fields } of failures) {
        const record = records[index];
        if (record !== undefined) refuse(record, statusCode, message, fields);
    }
}

/** The deploy refuses such flows; should one be here all the same, it must not be skipped in silence. */
function refuseUnsupported({ org, object }: SaveBatch, when: "afterSave" | "beforeDelete"): void {
    const [flow] = org.deployed.recordTriggeredFlows(object.name, when);
    if (flow !== undefined) throw new Error(`This org can't run the ${when} flow ${flow.name}.`);
}
