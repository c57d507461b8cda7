import { OrgError } from "../../orgError.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { jsonObject } from "../givenRecord.ts";
import type { JsonObject } from "../givenRecord.ts";
import { checkSubrequest } from "./subrequests.ts";

const mostRequests = 25;

/** Several requests in one, each for itself. */
export const batchRoutes: readonly Route[] = [{ method: "POST", path: "/composite/batch", answer: batch }];

interface Result {
    readonly statusCode: number;
    readonly result: unknown;
}

function batch(call: Call): Reply {
    const { batchRequests, haltOnError } = jsonObject(call.body);
    if (!Array.isArray(batchRequests) || batchRequests.length === 0 || batchRequests.length > mostRequests) {
        throw new OrgError("JSON_PARSER_ERROR", `batchRequests must be a list of 1 to ${mostRequests} subrequests.`);
    }
    const requests = batchRequests.map((request) => jsonObject(request));
    const wrong = requests.find(({ method, url }) => typeof method !== "string" || typeof url !== "string");
    if (wrong !== undefined) throw new OrgError("JSON_PARSER_ERROR", "Each subrequest needs a method and a url.");
    const results: Result[] = [];
    let isHalted = false;
    for (const request of requests) {
        const result: Result = isHalted ? halted : answerOne(call, request);
        isHalted ||= haltOnError === true && result.statusCode >= 400;
        results.push(result);
    }
    return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

const halted: Result = {
    statusCode: 412,
    result: [
        { errorCode: "BATCH_PROCESSING_HALTED", message: "Batch processing halted per request or previous errors" }
    ]
};

/** The url may leave out /services/data, as in `v66.0/sobjects/Account`. */
function answerOne(call: Call, { method, url, richInput }: JsonObject): Result {
    const path = `/${String(url)}`.replace(/^\/+/, "/");
    const whole = path.startsWith("/services/") ? path : `/services/data${path}`;
    try {
        checkSubrequest(whole);
        const request = { method: String(method).toUpperCase(), url: whole, headers: {}, body: richInput };
        const { status, body } = call.services.answerWithin(call, request);
        return { statusCode: status, result: body };
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { statusCode: error.status, result: [{ errorCode: error.errorCode, message: error.message }] };
    }
}
