import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";
import { ok } from "../rest/call.ts";
import { isJsonObject } from "../rest/givenRecord.ts";
import { jsonBody } from "../rest/jsonBody.ts";
import { partsOf } from "../rest/multipart.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { withHeader } from "./csvRows.ts";
import type { CsvRows } from "./csvRows.ts";
import { ingestOperations, isOver } from "./job.ts";
import type { IngestJob } from "./job.ts";
import { jobSummary } from "./jobJson.ts";
import { checkNames, formOf, invalidJob, invalidState, requiredText, text } from "./jobRequest.ts";
import { abort, deleteJob, jobOfPath, listJobs, readJob, stateAsked } from "./jobRoutes.ts";

/** Bulk API 2.0: data that is uploaded as CSV and saved in the background. */
export const ingestJobRoutes: readonly Route[] = [
    { method: "POST", path: "/jobs/ingest", readsContent: true, answer: createJob },
    { method: "GET", path: "/jobs/ingest", answer: (call) => listJobs(call, "ingest") },
    { method: "GET", path: "/jobs/ingest/:job", answer: (call) => readJob(jobOfPath(call, "ingest")) },
    { method: "PATCH", path: "/jobs/ingest/:job", answer: changeState },
    { method: "DELETE", path: "/jobs/ingest/:job", answer: (call) => deleteJob(call, jobOfPath(call, "ingest")) },
    { method: "PUT", path: "/jobs/ingest/:job/batches", readsContent: true, answer: upload },
    { method: "GET", path: "/jobs/ingest/:job/successfulResults", answer: readSuccessful },
    { method: "GET", path: "/jobs/ingest/:job/failedResults", answer: readFailed },
    { method: "GET", path: "/jobs/ingest/:job/unprocessedrecords", answer: readUnprocessed }
];

/** Characters of data that may come with the job itself, as the platform documents it. */
const longestInline = 100_000;

function createJob(call: Call): Reply {
    const contentType = call.headers["content-type"] ?? "";
    if (!/^multipart\//i.test(contentType)) {
        return ok(jobSummary(openJob(call, jsonBody(call.content, contentType))));
    }
    const parts = new Map(partsOf(contentType, call.content).map(({ name, content }) => [name, content]));
    const data = parts.get("content");
    if (data !== undefined && data.length > longestInline) {
        throw invalidJob(`Data that comes with its job has at most ${longestInline} characters; upload it instead.`);
    }
    const job = openJob(call, jsonBody(parts.get("job") ?? Buffer.alloc(0), undefined));
    if (data !== undefined) {
        call.services.bulkJobs.upload(job, data);
        close(call, job);
    }
    return ok(jobSummary(job));
}

function openJob(call: Call, json: unknown): IngestJob {
    const body = isJsonObject(json) ? json : undefined;
    if (body === undefined) throw new OrgError("JSON_PARSER_ERROR", "The request body must be a JSON object.");
    const names = ["object", "operation", "externalIdFieldName", "contentType", "columnDelimiter", "lineEnding"];
    checkNames(body, [...names, "assignmentRuleId"]);
    if (body["assignmentRuleId"] !== undefined && body["assignmentRuleId"] !== null) {
        throw invalidJob("assignmentRuleId is not supported by this local org.");
    }
    const operation = operationOf(body["operation"]);
    const object = objectOf(call, requiredText(body, "object"), operation);
    return call.services.bulkJobs.openIngest({
        operation,
        object: object.name,
        externalIdFieldName: operation === "upsert" ? externalIdFieldName(call, object, body) : null,
        form: formOf(body),
        createdById: call.user.id,
        apiVersion: call.version
    });
}

function operationOf(value: unknown): IngestJob["operation"] {
    if (value === "hardDelete") {
        const message =
            "hardDelete operation requires special user profile permission, please contact your administrator";
        throw new OrgError("FEATURENOTENABLED", message);
    }
    const operation = ingestOperations.find((each) => each === value);
    if (operation !== undefined) return operation;
    throw invalidJob(`The operation of a job must be one of ${ingestOperations.join(", ")}; ${text(value)} is not.`);
}

function objectOf({ org, user }: Call, name: string, operation: IngestJob["operation"]): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined || !user.canReadObject(object.name)) {
        throw new OrgError("INVALIDENTITY", `Unable to find object: ${name.slice(0, 80)}`);
    }
    const writable = {
        insert: object.createable,
        update: object.updateable,
        upsert: object.createable && object.updateable,
        delete: object.deletable
    };
    if (!writable[operation]) {
        throw new OrgError(
            "INVALIDENTITY",
            `The entity '${object.name}' is not supported by the Bulk API for ${operation}.`
        );
    }
    return object;
}

function externalIdFieldName(call: Call, object: ObjectSchema, body: Readonly<Record<string, unknown>>): string {
    const name = requiredText(body, "externalIdFieldName");
    const field = call.org.schema.field(object, name);
    const isKey = field !== undefined && (field.externalId || field.name === "Id");
    if (isKey && call.user.canReadField(object.name, field.name)) return field.name;
    throw invalidJob(
        `Field name provided, ${name.slice(0, 80)} is not an External ID or indexed field for ${object.name}`
    );
}

function upload(call: Call): Reply {
    const job = jobOfPath(call, "ingest");
    const contentType = call.headers["content-type"] ?? "text/csv";
    if (/\b(json|xml)\b/i.test(contentType)) {
        throw new OrgError("INVALIDCONTENTTYPE", "The data of a job must be text/csv.");
    }
    if (job.state !== "Open") throw invalidState(`The job is ${job.state}; only an open one takes data.`);
    if (job.upload !== null) throw invalidState("The data of a job can be uploaded once only.");
    call.services.bulkJobs.upload(job, call.content);
    return { status: 201 };
}

function changeState(call: Call): Reply {
    const job = jobOfPath(call, "ingest");
    if (stateAsked(call, ["UploadComplete", "Aborted"]) === "Aborted") return abort(call, job);
    if (job.state !== "Open") throw invalidState(`The job is ${job.state}; only an open one can be closed.`);
    if (job.upload === null) throw invalidState("The job has no data yet; upload it first.");
    close(call, job);
    return ok(jobSummary(job));
}

function close({ services }: Call, job: IngestJob): void {
    services.bulkJobs.setState(job, "UploadComplete");
    services.bulkJobs.start(job);
}

function readSuccessful(call: Call): Reply {
    const job = jobOfPath(call, "ingest");
    return results(job, ["sf__Id", "sf__Created", ...job.columns], job.successfulRows);
}

function readFailed(call: Call): Reply {
    const job = jobOfPath(call, "ingest");
    return results(job, ["sf__Id", "sf__Error", ...job.columns], job.failedRows);
}

function readUnprocessed(call: Call): Reply {
    const chunks = unprocessed(call, jobOfPath(call, "ingest"));
    return { status: 200, stream: { contentType: "text/csv;charset=UTF-8", chunks } };
}

/** An aborted job may still be putting its rows aside: the answer waits for them. */
async function* unprocessed({ services }: Call, job: IngestJob): AsyncGenerator<Buffer> {
    if (isOver(job)) await services.bulkJobs.settled(job);
    if (job.columns.length > 0) yield* withHeader(job.columns, job.form, job.unprocessedRows.read(0, Infinity));
}

function results({ form }: IngestJob, columns: readonly string[], rows: CsvRows): Reply {
    const chunks = columns.length === 0 ? [] : withHeader(columns, form, rows.read(0, rows.count));
    return { status: 200, stream: { contentType: "text/csv;charset=UTF-8", chunks } };
}
