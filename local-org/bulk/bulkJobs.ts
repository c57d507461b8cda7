import { madeId } from "../data/recordId.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { createCsvRows } from "./csvRows.ts";
import { discardUpload, isOver, putState } from "./job.ts";
import type { BulkJob, IngestJob, JobState, QueryJob } from "./job.ts";
import { createJobQueue } from "./jobQueue.ts";
import { createSpools } from "./spool.ts";

type Managed = "id" | "createdDate" | "systemModstamp" | "startedDate" | "processed" | "errorMessage" | "state";

/** What a client asks for; the rest of a job comes about. */
export type NewQueryJob = Omit<QueryJob, Managed | "kind" | "rows">;
export type NewIngestJob = Omit<
    IngestJob,
    Managed | "kind" | "upload" | "failed" | "columns" | "successfulRows" | "failedRows" | "unprocessedRows"
>;

/** The jobs of one org. They live as long as it runs. */
export interface BulkJobs {
    openQuery(job: NewQueryJob): QueryJob;
    openIngest(job: NewIngestJob): IngestJob;
    find(id: string): BulkJob | undefined;
    all(): readonly BulkJob[];
    /** Keeps the data of an open ingest job. */
    upload(job: IngestJob, data: Buffer): void;
    setState(job: BulkJob, state: JobState): void;
    /** Takes a job whose data is complete into the queue. */
    start(job: BulkJob): void;
    /** Forgets a job that is over, with all its data. */
    remove(job: BulkJob): void;
    /** Resolves once no more rows of a job are going to be told; at once for one that was never started. */
    settled(job: BulkJob): Promise<void>;
    /** Resolves once every job that was started is over. */
    idle(): Promise<void>;
    /** Ends what is running; no job may be used any more. */
    close(): Promise<void>;
}

/** The platform forgets jobs after seven days; this org, the oldest that are over when there are more than these. */
const mostJobs = 1000;

/** `reportCrash` is told of a fault of this server within a job, and gives the id to quote. */
export function createBulkJobs(org: Org, reportCrash: (error: unknown) => string): BulkJobs {
    const spools = createSpools();
    const jobs = new Map<string, BulkJob>();
    const queue = createJobQueue(org, reportCrash);
    let opened = 0;

    const newRows = () => createCsvRows(spools.open());
    const managed = (state: JobState): Pick<BulkJob, Managed> => {
        if (jobs.size >= mostJobs) forgetOldest(jobs);
        opened += 1;
        const now = org.clock.now();
        const times = { createdDate: now, systemModstamp: now, startedDate: null };
        return { id: madeId("750", opened), ...times, processed: 0, errorMessage: null, state };
    };
    const added = <J extends BulkJob>(job: J): J => {
        jobs.set(job.id, job);
        return job;
    };
    return {
        openQuery: (asked) =>
            added<QueryJob>({ ...asked, ...managed("UploadComplete"), kind: "query", rows: newRows() }),
        openIngest: (asked) => {
            const results = { successfulRows: newRows(), failedRows: newRows(), unprocessedRows: newRows() };
            const data = { upload: null, failed: 0, columns: [] };
            return added<IngestJob>({ ...asked, ...managed("Open"), kind: "ingest", ...data, ...results });
        },
        find: (id) => jobs.get(id),
        all: () => [...jobs.values()],
        upload: (job, data) => {
            job.upload = spools.open();
            job.upload.append(data);
        },
        setState: (job, state) => putState(job, state, org.clock),
        start: (job) => queue.add(job),
        remove: (job) => {
            jobs.delete(job.id);
            discard(job);
        },
        settled: (job) => queue.settled(job),
        idle: () => queue.idle(),
        close: async () => {
            await queue.close();
            spools.close();
        }
    };
}

function discard(job: BulkJob): void {
    if (job.kind === "query") return job.rows.close();
    discardUpload(job);
    for (const rows of [job.successfulRows, job.failedRows, job.unprocessedRows]) rows.close();
}

function forgetOldest(jobs: Map<string, BulkJob>): void {
    const oldest = [...jobs.values()].find(isOver);
    if (oldest === undefined) {
        throw new OrgError("EXCEEDEDQUOTA", `${jobs.size} jobs are open; abort or delete some.`);
    }
    jobs.delete(oldest.id);
    discard(oldest);
}
