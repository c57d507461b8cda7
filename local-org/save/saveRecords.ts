import type { RecordValues } from "../data/value.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";

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
