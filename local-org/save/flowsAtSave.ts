import type { FlowFailure, FlowRecord, RecordTriggeredFlow } from "../flow/flow.ts";
import { runAfterSaveFlow, runBeforeDeleteFlow, runBeforeSaveFlow } from "../flow/runRecordTriggeredFlow.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import { LimitExceeded } from "./transaction.ts";

/** Step 3: each active flow in trigger order, on all records at once; a flow sees what earlier ones changed. */
export function runBeforeSaveFlows(batch: SaveBatch): void {
    runFlows(batch, "beforeSave", runBeforeSaveFlow);
}

/** Step 14. Each flow is shown the records as this save wrote them. */
export function runAfterSaveFlows(batch: SaveBatch): void {
    runFlows(batch, "afterSave", runAfterSaveFlow);
}

/** Before a record is deleted, which is outside the numbered order. Cascades and merges fire no flow. */
export function runBeforeDeleteFlows(batch: SaveBatch): void {
    runFlows(batch, "beforeDelete", runBeforeDeleteFlow);
}

type RunFlow = typeof runBeforeSaveFlow;

function runFlows(batch: SaveBatch, when: "beforeSave" | "afterSave" | "beforeDelete", run: RunFlow): void {
    for (const flow of batch.org.deployed.recordTriggeredFlows(batch.object.name, when)) {
        const records = unrefused(batch);
        if (records.length > 0) refuseFailed(records, runFlow(batch, flow, records, run));
    }
}

function runFlow(
    { org, user, transaction }: SaveBatch,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    run: RunFlow
): FlowFailure[] {
    try {
        return run(org, flow, records, user, transaction);
    } catch (error) {
        if (!(error instanceof LimitExceeded)) throw error;
        throw new LimitExceeded(error.message, error.flowName ?? flow.name);
    }
}

function refuseFailed(records: readonly PendingRecord[], failures: readonly FlowFailure[]): void {
    for (const { index, statusCode, message, fields } of failures) {
        const record = records[index];
        if (record !== undefined) refuse(record, statusCode, message, fields);
    }
}
