import { OrgError } from "../orgError.ts";
import type { Call, Reply } from "../rest/call.ts";
import { noContent, ok, part } from "../rest/call.ts";
import { jsonObject } from "../rest/givenRecord.ts";
import { notFound } from "../rest/problems.ts";
import { isOver } from "./job.ts";
import type { BulkJob, IngestJob, QueryJob } from "./job.ts";
import { jobDetails, jobSummary, jobType } from "./jobJson.ts";
import { invalidState, text } from "./jobRequest.ts";

/** The job that the path names. Throws NOT_FOUND unless it is the caller's own, or the caller administers all. */
export function jobOfPath(call: Call, kind: "query"): QueryJob;
export function jobOfPath(call: Call, kind: "ingest"): IngestJob;
export function jobOfPath(call: Call, kind: BulkJob["kind"]): BulkJob {
    const id = part(call, "job");
    const job = call.services.bulkJobs.find(id) ?? call.services.bulkJobs.all().find((each) => each.id.startsWith(id));
    if (job === undefined || id.length < 15 || job.kind !== kind || !isVisible(call, job)) throw notFound();
    return job;
}

const isVisible = ({ user }: Call, job: BulkJob): boolean => user.isAdministrator || job.createdById === user.id;

const listedAtOnce = 1000;

export function listJobs(call: Call, kind: BulkJob["kind"]): Reply {
    const jobs = call.services.bulkJobs.all().filter((job) => job.kind === kind && isVisible(call, job));
    const start = /^\d{1,6}$/.exec(call.query.get("queryLocator") ?? "0");
    if (start === null) throw new OrgError("INVALID_QUERY_LOCATOR", "invalid query locator");
    const end = Number(start[0]) + listedAtOnce;
    const records = jobs.slice(Number(start[0]), end).map((job) => ({ ...jobSummary(job), jobType: jobType(job) }));
    const isLast = end >= jobs.length;
    const next = `/services/data/v${call.version}/jobs/${kind}?queryLocator=${end}`;
    return ok({ done: isLast, records, nextRecordsUrl: isLast ? null : next });
}

export const readJob = (job: BulkJob): Reply => ok(jobDetails(job));

/** The state that a PATCH asks for. */
export function stateAsked(call: Call, allowed: readonly string[]): string {
    const { state } = jsonObject(call.body);
    if (typeof state === "string" && allowed.includes(state)) return state;
    throw invalidState(`The state of a job can be set to ${allowed.join(" or ")}; ${text(state)} is neither.`);
}

export function abort(call: Call, job: BulkJob): Reply {
    if (job.state === "JobComplete" || job.state === "Failed") {
        throw invalidState("Aborting already Completed Job not allowed");
    }
    call.services.bulkJobs.setState(job, "Aborted");
    return ok(jobSummary(job));
}

export function deleteJob(call: Call, job: BulkJob): Reply {
    if (!isOver(job)) throw invalidState("Deleting not Closed or Aborted or Failed Job not allowed");
    call.services.bulkJobs.remove(job);
    return noContent;
}
