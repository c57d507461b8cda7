import type { Clock } from "../clock.ts";
import type { CsvForm } from "./csvForm.ts";
import type { CsvRows } from "./csvRows.ts";
import type { Spool } from "./spool.ts";

export type JobState = "Open" | "UploadComplete" | "InProgress" | "JobComplete" | "Failed" | "Aborted";

interface Job {
    readonly id: string;
    readonly object: string;
    readonly form: CsvForm;
    readonly createdById: string;
    /** UTC, "YYYY-MM-DDTHH:mm:ss.SSSZ", as all instants here. */
    readonly createdDate: string;
    /** "66.0". */
    readonly apiVersion: string;
    state: JobState;
    systemModstamp: string;
    /** When the work on it began; null before. */
    startedDate: string | null;
    processed: number;
    errorMessage: string | null;
}

export interface QueryJob extends Job {
    readonly kind: "query";
    readonly operation: "query" | "queryAll";
    readonly query: string;
    readonly columns: readonly string[];
    readonly rows: CsvRows;
}

export const ingestOperations = ["insert", "update", "upsert", "delete"] as const;

export interface IngestJob extends Job {
    readonly kind: "ingest";
    readonly operation: (typeof ingestOperations)[number];
    readonly externalIdFieldName: string | null;
    /** What the client sent; null before, and once the job is done with it. */
    upload: Spool | null;
    failed: number;
    /** The header of the data, once it is read. */
    columns: readonly string[];
    readonly successfulRows: CsvRows;
    readonly failedRows: CsvRows;
    readonly unprocessedRows: CsvRows;
}

export type BulkJob = QueryJob | IngestJob;

export const isOver = ({ state }: Pick<Job, "state">): boolean =>
    state === "JobComplete" || state === "Failed" || state === "Aborted";

export function putState(job: BulkJob, state: JobState, clock: Clock): void {
    job.state = state;
    job.systemModstamp = clock.now();
}

export function discardUpload(job: IngestJob): void {
    job.upload?.close();
    job.upload = null;
}
