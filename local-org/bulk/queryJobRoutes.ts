import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";
import { ok } from "../rest/call.ts";
import { jsonObject } from "../rest/givenRecord.ts";
import { openPages } from "../soql/openRows.ts";
import type { OpenPages } from "../soql/openRows.ts";
import { withHeader } from "./csvRows.ts";
import type { QueryJob } from "./job.ts";
import { jobSummary } from "./jobJson.ts";
import { checkNames, formOf, invalidJob, invalidState, requiredText, text } from "./jobRequest.ts";
import { abort, deleteJob, jobOfPath, listJobs, readJob, stateAsked } from "./jobRoutes.ts";

/** Bulk API 2.0: queries whose results are fetched as CSV. */
export const queryJobRoutes: readonly Route[] = [
    { method: "POST", path: "/jobs/query", answer: createJob },
    { method: "GET", path: "/jobs/query", answer: (call) => listJobs(call, "query") },
    { method: "GET", path: "/jobs/query/:job", answer: (call) => readJob(jobOfPath(call, "query")) },
    { method: "PATCH", path: "/jobs/query/:job", answer: changeState },
    { method: "DELETE", path: "/jobs/query/:job", answer: (call) => deleteJob(call, jobOfPath(call, "query")) },
    { method: "GET", path: "/jobs/query/:job/results", answer: readResults },
    { method: "GET", path: "/jobs/query/:job/resultPages", answer: listResultPages }
];

function createJob(call: Call): Reply {
    const body = jsonObject(call.body);
    checkNames(body, ["operation", "query", "contentType", "columnDelimiter", "lineEnding"]);
    const { operation } = body;
    if (operation !== "query" && operation !== "queryAll") {
        throw invalidJob(`The operation of a query job must be query or queryAll; ${text(operation)} is neither.`);
    }
    const form = formOf(body);
    const query = requiredText(body, "query");
    const { objectName, columns } = checkedQuery(call, query, operation === "queryAll");
    const job = call.services.bulkJobs.openQuery({
        operation,
        query,
        object: objectName,
        columns: columns.map(({ name }) => name),
        form,
        createdById: call.user.id,
        apiVersion: call.version
    });
    call.services.bulkJobs.start(job);
    return ok(jobSummary(job));
}

const longestQuery = 100_000;

/** Bulk answers a query that it can't run by API_ERROR, whatever is wrong with it. */
function checkedQuery({ org, user }: Call, query: string, includeDeleted: boolean): OpenPages {
    const { schema, store, clock } = org;
    if (query.length > longestQuery) throw apiError(`A query has at most ${longestQuery} characters.`);
    try {
        return openPages({ schema, store, clock, user }, query, { includeDeleted });
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        throw apiError(`${error.errorCode}: ${error.message}`);
    }
}

const apiError = (message: string): OrgError => new OrgError("API_ERROR", message);

function changeState(call: Call): Reply {
    const job = jobOfPath(call, "query");
    stateAsked(call, ["Aborted"]);
    return abort(call, job);
}

/** Rows of one answer unless the client wants fewer; what the platform chooses is not documented. */
const mostRows = 250_000;

function readResults(call: Call): Reply {
    const job = completedJob(call);
    const first = firstRow(call, job);
    const most = mostRowsAsked(call);
    const count = Math.max(0, Math.min(most, job.rows.count - first));
    const next = first + count;
    return {
        status: 200,
        stream: {
            contentType: "text/csv;charset=UTF-8",
            chunks: withHeader(job.columns, job.form, job.rows.read(first, count))
        },
        headers: {
            "Sforce-NumberOfRecords": String(count),
            "Sforce-Locator": next < job.rows.count ? locatorOf(next) : "null"
        }
    };
}

/** Where the next five sets of results are, for clients that fetch several at once. */
function listResultPages(call: Call): Reply {
    const job = completedJob(call);
    const most = mostRowsAsked(call);
    const first = firstRow(call, job);
    const path = `/services/data/v${call.version}/jobs/query/${job.id}`;
    const starts = Array.from({ length: 5 }, (_, place) => first + place * most).filter(
        (start) => start === first || start < job.rows.count
    );
    const next = first + 5 * most;
    const done = next >= job.rows.count;
    const rest = done ? {} : { nextRecordsUrl: `${path}/resultPages?locator=${locatorOf(next)}` };
    const resultPages = starts.map((start) => ({
        resultLink: `${path}/results?locator=${locatorOf(start)}&maxRecords=${most}`
    }));
    return ok({ resultPages, ...rest, done });
}

function completedJob(call: Call): QueryJob {
    const job = jobOfPath(call, "query");
    if (job.apiVersion !== call.version) {
        const message = `The job was created with version ${job.apiVersion}; fetch its results with the same.`;
        throw new OrgError("API_ERROR", message, { status: 409 });
    }
    if (job.state !== "JobComplete") throw invalidState(`The job is ${job.state}; only a completed one has results.`);
    return job;
}

const locatorOf = (row: number): string => Buffer.from(String(row)).toString("base64url");

function firstRow(call: Call, job: QueryJob): number {
    const locator = call.query.get("locator");
    if (locator === null) return 0;
    const row = Buffer.from(locator, "base64url").toString("latin1");
    if (/^\d{1,9}$/.test(row) && locatorOf(Number(row)) === locator && Number(row) < Math.max(1, job.rows.count)) {
        return Number(row);
    }
    throw new OrgError("INVALID_QUERY_LOCATOR", "invalid query locator");
}

function mostRowsAsked(call: Call): number {
    const asked = call.query.get("maxRecords");
    if (asked === null) return mostRows;
    if (!/^\d{1,9}$/.test(asked) || Number(asked) === 0) {
        throw new OrgError("API_ERROR", `maxRecords must be a whole number from 1 on; ${text(asked)} is not.`);
    }
    return Math.min(mostRows, Number(asked));
}
