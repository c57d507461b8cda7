import { setImmediate as nextTurn } from "node:timers/promises";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { BatchProblem } from "./batchProblem.ts";
import { discardUpload, isOver, putState } from "./job.ts";
import type { BulkJob } from "./job.ts";
import { runIngest } from "./runIngest.ts";
import { runQuery } from "./runQuery.ts";

/** Works off jobs one after the other, in turns with the requests of the server. */
export interface JobQueue {
    add(job: BulkJob): void;
    /** Resolves once the work on a job is at its end, the rows that an abort leaves over put aside. */
    settled(job: BulkJob): Promise<void>;
    /** Resolves once every job that was added is over. */
    idle(): Promise<void>;
    /** Ends after the turn that is running. */
    close(): Promise<void>;
}

/** `reportCrash` is told of a fault of this server within a job, and gives the id to quote. */
export function createJobQueue(org: Org, reportCrash: (error: unknown) => string): JobQueue {
    let isClosed = false;
    let queue: Promise<void> = Promise.resolve();
    const ends = new WeakMap<BulkJob, Promise<void>>();

    const run = async (job: BulkJob): Promise<void> => {
        if (isClosed || (job.kind === "query" && isOver(job))) return;
        if (!isOver(job)) begin(job);
        try {
            for await (const _ of job.kind === "query" ? runQuery(org, job) : runIngest(org, job)) {
                await nextTurn();
                if (isClosed || (job.kind === "query" && isOver(job))) return;
            }
            if (!isOver(job)) putState(job, "JobComplete", org.clock);
        } catch (error) {
            if (!isOver(job)) fail(job, error);
        } finally {
            if (job.kind === "ingest") discardUpload(job);
        }
    };
    const begin = (job: BulkJob): void => {
        job.startedDate = org.clock.now();
        putState(job, "InProgress", org.clock);
    };
    const fail = (job: BulkJob, error: unknown): void => {
        const isKnown = error instanceof BatchProblem || error instanceof OrgError;
        job.errorMessage = isKnown ? error.message : `An unexpected error occurred: ${reportCrash(error)}`;
        putState(job, "Failed", org.clock);
    };
    return {
        add: (job) => {
            queue = queue.then(nextTurn).then(() => run(job));
            ends.set(job, queue);
        },
        settled: (job) => ends.get(job) ?? Promise.resolve(),
        idle: () => queue,
        close: () => {
            isClosed = true;
            return queue;
        }
    };
}
