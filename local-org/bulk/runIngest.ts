import type { Org } from "../org.ts";
import { BatchProblem } from "./batchProblem.ts";
import { csvLine } from "./csvForm.ts";
import { readColumns } from "./ingestColumns.ts";
import type { IngestColumn } from "./ingestColumns.ts";
import { readRecords } from "./ingestRecord.ts";
import { isOver } from "./job.ts";
import type { IngestJob } from "./job.ts";
import { readCsv } from "./readCsv.ts";
import { saveChunk } from "./saveChunk.ts";
import type { ChunkOutcome } from "./saveChunk.ts";

/** Records that the platform saves together. */
const chunkSize = 200;

/**
 * Saves the data of a job chunk by chunk. Yields after each, and other requests are answered then. What an abort
 * or a BatchProblem leaves over goes to the unprocessed rows; the BatchProblem is thrown at the end.
 */
export async function* runIngest(org: Org, job: IngestJob): AsyncGenerator<void> {
    let columns: readonly IngestColumn[] | BatchProblem | undefined;
    let chunk: string[][] = [];
    if (job.upload === null) return;
    for await (const row of readCsv(job.upload, job.form)) {
        if (columns === undefined) {
            job.columns = row.map((name) => name.trim());
            columns = columnsOrProblem(org, job);
            continue;
        }
        columns = row.length > job.columns.length ? tooManyCells(columns) : columns;
        chunk.push(row);
        if (chunk.length < chunkSize) continue;
        processChunk(org, job, columns, chunk);
        chunk = [];
        yield;
    }
    if (columns === undefined) throw new BatchProblem("InvalidBatch", "The data has no header row.");
    processChunk(org, job, columns, chunk);
    if (columns instanceof BatchProblem) throw columns;
}

function columnsOrProblem(org: Org, job: IngestJob): readonly IngestColumn[] | BatchProblem {
    const { user, object } = partiesOf(org, job);
    try {
        return readColumns(org, user, object, job, job.columns);
    } catch (error) {
        if (error instanceof BatchProblem) return error;
        throw error;
    }
}

function tooManyCells(columns: readonly IngestColumn[] | BatchProblem): BatchProblem {
    return columns instanceof BatchProblem
        ? columns
        : new BatchProblem("InvalidBatch", "A row has more cells than the header has columns.");
}

/** As they are now: a deploy or a change of people may have come between two chunks. */
function partiesOf(org: Org, job: IngestJob) {
    const user = org.people.user(job.createdById);
    const object = org.schema.object(job.object);
    if (user === undefined) throw new BatchProblem("InvalidBatch", "The user of this job is no active user any more.");
    if (object === undefined) throw new BatchProblem("InvalidBatch", `There is no object ${job.object} any more.`);
    return { user, object };
}

function processChunk(
    org: Org,
    job: IngestJob,
    columns: readonly IngestColumn[] | BatchProblem,
    rows: readonly string[][]
): void {
    if (rows.length === 0) return;
    if (columns instanceof BatchProblem || isOver(job)) {
        const lines = rows.map((row) => csvLine(fitted(job, row), job.form));
        job.unprocessedRows.append(lines.join(""), lines.length);
        return;
    }
    const parties = partiesOf(org, job);
    const records = readRecords({ org, ...parties }, columns, rows);
    const { operation, externalIdFieldName } = job;
    const outcomes = saveChunk(org, { ...parties, operation, externalIdFieldName, records });
    noteOutcomes(job, columns, rows, outcomes);
}

function noteOutcomes(
    job: IngestJob,
    columns: readonly IngestColumn[],
    rows: readonly string[][],
    outcomes: readonly ChunkOutcome[]
): void {
    const idPlace = columns.findIndex((column) => column.kind === "field" && column.field.name === "Id");
    const saved: string[] = [];
    const refused: string[] = [];
    rows.forEach((row, place) => {
        const outcome = outcomes[place];
        const cells = fitted(job, row);
        if (outcome?.success === true) saved.push(csvLine([outcome.id, String(outcome.created), ...cells], job.form));
        else refused.push(csvLine([row[idPlace] ?? null, errorText(outcome), ...cells], job.form));
    });
    job.successfulRows.append(saved.join(""), saved.length);
    job.failedRows.append(refused.join(""), refused.length);
    job.processed += rows.length;
    job.failed += refused.length;
}

/** As many cells as columns. */
const fitted = ({ columns }: IngestJob, row: readonly string[]): (string | null)[] =>
    columns.map((_, place) => row[place] ?? null);

/** `CODE:message:Field Other --`; a record's first refusal, as the platform tells one. */
function errorText(outcome: ChunkOutcome | undefined): string {
    const [error] = outcome?.errors ?? [];
    if (error === undefined) return "UNKNOWN_EXCEPTION:the record was not saved:--";
    const { statusCode, message, fields } = error;
    const code = statusCode === "NOT_FOUND" ? "INVALID_CROSS_REFERENCE_KEY" : statusCode;
    return `${code}:${message}:${fields.join(" ")}${fields.length > 0 ? " " : ""}--`;
}
