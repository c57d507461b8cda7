import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { deleteBatch } from "./deleteBatch.ts";
import { saveBatch } from "./saveBatch.ts";

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

class RolledBack extends Error {}

/**
 * Saves in the platform's order, as the user, with everything that is deployed; one outcome a record, in
 * the order given. With `allOrNone` nothing is kept unless all succeed. Without it refused records are
 * left out, and the others go through the whole save again, as on the platform.
 */
export function saveRecords(org: Org, request: SaveRequest): SaveOutcome[] {
    const outcomes: SaveOutcome[] = [];
    let pending = request.records.map((_, index) => index);
    while (pending.length > 0) {
        const attempted = attempt(org, request, pending);
        const refused = pending.filter((_, place) => attempted[place]?.success === false);
        const stays = refused.length === 0 || request.allOrNone;
        pending.forEach((index, place) => {
            const outcome = attempted[place];
            if (outcome !== undefined && (stays || !outcome.success)) outcomes[index] = outcome;
        });
        pending = stays ? [] : pending.filter((index) => !refused.includes(index));
    }
    return request.allOrNone && outcomes.some((outcome) => !outcome.success)
        ? outcomes.map((outcome) => (outcome.success ? rolledBackOutcome : outcome))
        : outcomes;
}

/** Runs the records through the save in one transaction, which is kept only when none is refused. */
function attempt(org: Org, request: SaveRequest, indexes: readonly number[]): SaveOutcome[] {
    const records = indexes.map((index) => request.records[index] ?? {});
    let outcomes: SaveOutcome[] = [];
    try {
        org.store.transaction(() => {
            outcomes =
                request.operation === "delete"
                    ? deleteBatch(org, request.object, records, request.user)
                    : saveBatch(org, request.operation, request.object, records, request.user);
            if (outcomes.some((outcome) => !outcome.success)) throw new RolledBack();
        });
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
    }
    return outcomes;
}
