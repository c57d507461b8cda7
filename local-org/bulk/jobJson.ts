import { isOver } from "./job.ts";
import type { BulkJob } from "./job.ts";

const withOffset = (instant: string): string => instant.replace(/Z$/, "+0000");

/** What every answer about a job says; `GET` of one job says more. */
export function jobSummary(job: BulkJob): Record<string, unknown> {
    return {
        id: job.id,
        operation: job.operation,
        object: job.object,
        createdById: job.createdById,
        createdDate: withOffset(job.createdDate),
        systemModstamp: withOffset(job.systemModstamp),
        state: job.state,
        ...(job.kind === "ingest" && job.externalIdFieldName !== null
            ? { externalIdFieldName: job.externalIdFieldName }
            : {}),
        concurrencyMode: "Parallel",
        contentType: "CSV",
        apiVersion: Number(job.apiVersion),
        ...(job.kind === "ingest"
            ? { contentUrl: `services/data/v${job.apiVersion}/jobs/ingest/${job.id}/batches` }
            : {}),
        lineEnding: job.form.lineEnding,
        columnDelimiter: job.form.columnDelimiter
    };
}

export const jobType = (job: BulkJob): string => (job.kind === "query" ? "V2Query" : "V2Ingest");

export function jobDetails(job: BulkJob): Record<string, unknown> {
    const milliseconds = millisecondsOf(job);
    return {
        ...jobSummary(job),
        jobType: jobType(job),
        numberRecordsProcessed: job.processed,
        ...(job.kind === "ingest" ? { numberRecordsFailed: job.failed } : { isPkChunkingSupported: true }),
        ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
        retries: 0,
        totalProcessingTime: milliseconds,
        ...(job.kind === "ingest" ? { apiActiveProcessingTime: milliseconds, apexProcessingTime: 0 } : {})
    };
}

function millisecondsOf(job: BulkJob): number {
    if (job.startedDate === null || !isOver(job)) return 0;
    return Math.max(0, Date.parse(job.systemModstamp) - Date.parse(job.startedDate));
}
