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
    /** Resolves once every job that was added is over. */
    idle(): Promise<void>;
    /** Ends after the turn that is running. */
    close(): Promise<void>;
}

/** `reportCrash` is told of a fault of this server within a job, and gives the id to quote. */
export function createJobQueue(org: Org, reportCrash: (error: unknown) => string): JobQueue {
    let isClosed = false;
    let queue: Promise<void> = Promise.resolve();

    const run = async (job: BulkJob): Promise<void> => {
        if (isClosed || job.state !== "UploadComplete") return;
        job.startedDate = org.clock.now();
        putState(job, "InProgress", org.clock);
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
    const fail = (job: BulkJob, error: unknown): void => {
        const isKnown = error instanceof BatchProblem || error instanceof OrgError;
        job.errorMessage = isKnown ? error.message : `An unexpected error occurred: ${reportCrash(error)}`;
        putState(job, "Failed", org.clock);
    };
    return {
        add: (job) => {
            queue = queue.then(nextTurn).then(() => run(job));
        },
        idle: () => queue,
        close: () => {
            isClosed = true;
            return queue;
        }
    };
}
