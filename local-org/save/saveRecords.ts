import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { saveInAttempts } from "./attempts.ts";
import { inTransaction } from "./inTransaction.ts";
import { outcomePastLimit } from "./outcomes.ts";
import { LimitExceeded } from "./transaction.ts";

export interface SaveRequest {
    readonly operation: "insert" | "update" | "delete";
    readonly object: ObjectSchema;
    /** With Id for update and delete. */
    readonly records: readonly RecordValues[];
    readonly allOrNone: boolean;
    readonly user: RunningUser;
}

export interface SaveError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export interface SaveOutcome {
    readonly id: string | null;
    readonly success: boolean;
    readonly errors: readonly SaveError[];
}

/**
 * Saves in the platform's order, as the user, with everything that is deployed, in one transaction; one
 * outcome a record, in the order given. With `allOrNone` nothing is kept unless all succeed. A transaction
 * that goes past a limit keeps nothing, and every record is refused for it.
 */
export function saveRecords(org: Org, request: SaveRequest): SaveOutcome[] {
    const { operation, object, records, user } = request;
    try {
        return inTransaction(org, user, `${operation} ${object.name}`, (transaction) => {
            const setting = { org, object, user, transaction, isAutomated: false };
            const outcomes = saveInAttempts(setting, request);
            transaction.counts.records = outcomes.filter((outcome) => outcome.success).length;
            transaction.counts.refused = outcomes.length - transaction.counts.records;
            return outcomes;
        });
    } catch (error) {
        if (!(error instanceof LimitExceeded)) throw error;
        return records.map((record) => outcomePastLimit(error, record));
    }
}
