import { isRecordId, to18 } from "../data/recordId.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";
import { ok, part } from "../rest/call.ts";
import { isJsonObject, jsonObject } from "../rest/givenRecord.ts";
import { notFound } from "../rest/problems.ts";
import { inConnectShape } from "./inConnectShape.ts";
import { userDetail } from "./people.ts";

const mostInBatch = 25;

const routes: readonly Route[] = [
    { method: "GET", path: "/chatter/users/:id", answer: readUser },
    { method: "POST", path: "/connect/batch", answer: batch }
];

/** Connect REST API: people, and several requests in one. */
export const chatterUserRoutes: readonly Route[] = routes.map(inConnectShape);

function readUser(call: Call): Reply {
    const id = part(call, "id") === "me" ? call.user.id : part(call, "id");
    const users = call.org.schema.object("User");
    if (users === undefined || !isRecordId(id) || call.org.schema.objectOfId(id) !== users) {
        throw new OrgError("INVALID_ID_FIELD", `The ID ${id} is not a user's.`);
    }
    const row = call.org.store.read(users, to18(id));
    if (row === undefined) throw notFound();
    return ok(userDetail(call.org, call.version, row));
}

/** Each request has its own result; one that fails undoes no other. */
function batch(call: Call): Reply {
    const { batchRequests, haltOnError = false } = jsonObject(call.body);
    if (!Array.isArray(batchRequests) || batchRequests.length === 0 || batchRequests.length > mostInBatch) {
        throw new OrgError("INVALID_ARGUMENT", `batchRequests must be a list of 1 to ${mostInBatch} requests.`);
    }
    let isHalted = false;
    const results = batchRequests.map((request: unknown) => {
        if (isHalted) return { statusCode: 412, result: [haltedError] };
        const reply = answerOne(call, jsonObject(request));
        if (reply.statusCode >= 400 && haltOnError === true) isHalted = true;
        return reply;
    });
    return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
}

const haltedError = { errorCode: "PRECONDITION_FAILED", message: "A request before this one failed." };

function answerOne(call: Call, request: Record<string, unknown>): { statusCode: number; result: unknown } {
    const [method, url] = [String(request["method"]).toUpperCase(), String(request["url"])];
    const [, path = ""] = /^\/services\/data\/v\d+\.0(\/[^?]*)/.exec(url) ?? [];
    if (!path.startsWith("/chatter/")) {
        const message = `${url} can't stand in a batch: only Chatter's resources are supported there by this local org.`;
        return { statusCode: 400, result: [{ errorCode: "INVALID_REQUEST", message }] };
    }
    const body = isJsonObject(request["richInput"]) ? request["richInput"] : undefined;
    const reply = call.services.answerWithin(call, { method, url, headers: {}, body });
    return { statusCode: reply.status, result: reply.body };
}
