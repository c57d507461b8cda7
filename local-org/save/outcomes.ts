import type { RecordValues } from "../data/value.ts";
import type { PendingRecord } from "./pendingRecord.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import type { LimitExceeded } from "./transaction.ts";

/** What becomes of a record that was fine, when another of the same request was not. */
export const rolledBackOutcome: SaveOutcome = {
    id: null,
    success: false,
    errors: [
        {
            statusCode: "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            message: "Record rolled back because not all records were valid and the request was using AllOrNone header",
            fields: []
        }
    ]
};

export function outcomeOf(record: PendingRecord): SaveOutcome {
    const success = record.errors.length === 0;
    return { id: success || record.prior !== null ? record.id : null, success, errors: record.errors };
}

/** What becomes of every record of a request whose transaction went past a limit. */
export function outcomePastLimit({ message, flowName }: LimitExceeded, record: RecordValues): SaveOutcome {
    const id = record["Id"];
    const error =
        flowName === null
            ? { statusCode: "LIMIT_EXCEEDED", message, fields: [] }
            : { statusCode: "CANNOT_EXECUTE_FLOW_TRIGGER", message: flowFailed(flowName, message), fields: [] };
    return { id: typeof id === "string" ? id : null, success: false, errors: [error] };
}

function flowFailed(flowName: string, reason: string): string {
    return (
        `We can't save this record because the “${flowName}” process failed. ` +
        `Give your Salesforce admin these details. ${reason}`
    );
}
