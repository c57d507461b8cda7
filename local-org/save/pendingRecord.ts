import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { OpenTransaction } from "./openTransaction.ts";
import type { SaveError } from "./saveRecords.ts";

/** One record on its way through the save order. */
export interface PendingRecord {
    /** Its place in the request. */
    readonly index: number;
    /** Empty until a new record is written. */
    id: string;
    /** All fields as they would be saved; flows and standard behaviour change it in place. */
    readonly values: RecordValues;
    /** As stored before this save; null when new. */
    readonly prior: Readonly<RecordValues> | null;
    /** The fields the caller gave, by exact name. */
    readonly given: ReadonlySet<string>;
    readonly errors: SaveError[];
}

/** Records of one object saved together. */
export interface SaveBatch {
    readonly org: Org;
    readonly object: ObjectSchema;
    /** Who the change is by; what the user may do counts only for what is no automation's. */
    readonly user: RunningUser;
    readonly transaction: OpenTransaction;
    /** Saved by a flow, in system context. */
    readonly isAutomated: boolean;
    /** What of the org's own automation this save passes by; nothing unless said. */
    readonly passesBy?: { readonly rules: boolean; readonly flows: boolean };
    readonly records: readonly PendingRecord[];
}

/** Those that no step has refused yet. */
export function unrefused(batch: SaveBatch): PendingRecord[] {
    return batch.records.filter((record) => record.errors.length === 0);
}

export function refuse(
    record: PendingRecord,
    statusCode: string,
    message: string,
    fields: readonly string[] = []
): void {
    record.errors.push({ statusCode, message, fields });
}

/** True when the field differs from what was stored; on a new record, when it has a value. */
export function hasChanged(record: Pick<PendingRecord, "values" | "prior">, field: string): boolean {
    return !sameValue(record.values[field] ?? null, record.prior?.[field] ?? null);
}

export function sameValue(one: RecordValues[string], other: RecordValues[string]): boolean {
    if (one === other) return true;
    if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
    return one.equals(other);
}
