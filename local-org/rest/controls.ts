/**
 * Calls under /local-org that help tests and the record page of `npm start` along: they are no part of
 * Salesforce, and what runs against an org may not use them. All need a token.
 *
 *   POST   /local-org/sessions        {username}                        → {token, userId}
 *   DELETE /local-org/sessions        {token?}                          expires that session, or the caller's own
 *   PUT    /local-org/clock           {now}                             a date or an instant
 *   PUT    /local-org/field-security  {username, field, readable}       field is "Object.Field"
 *   GET    /local-org/requests                                          → [{method, path, status, username}]
 *   DELETE /local-org/requests                                          forgets them
 *   GET    /local-org/changes                                           → {changes, now}: rows written so far
 */
import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "./call.ts";
import { noContent, ok } from "./call.ts";
import { isJsonObject, jsonObject } from "./givenRecord.ts";

export const controlRoutes: readonly Route[] = [
    { method: "POST", path: "/sessions", answer: signIn },
    { method: "DELETE", path: "/sessions", answer: expire },
    { method: "PUT", path: "/clock", answer: setClock },
    { method: "PUT", path: "/field-security", answer: setFieldSecurity },
    { method: "GET", path: "/requests", answer: (call) => ok(call.services.requestLog.all()) },
    { method: "DELETE", path: "/requests", answer: forgetRequests },
    { method: "GET", path: "/changes", answer: countChanges }
];

function signIn(call: Call): Reply {
    const body = jsonObject(call.body);
    const userId = typeof body["id"] === "string" ? body["id"] : idOfUser(call, body["username"]);
    return { status: 201, body: { token: call.org.people.signIn(userId), userId } };
}

function expire(call: Call): Reply {
    const token = isJsonObject(call.body) ? call.body["token"] : undefined;
    call.org.people.expire(typeof token === "string" ? token : call.token);
    return noContent;
}

function setClock(call: Call): Reply {
    const { now } = jsonObject(call.body);
    try {
        call.services.clock.set(String(now));
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new OrgError(
            "INVALID_ARGUMENT",
            `now must be a date (2026-06-30) or an instant; ${String(now)} is neither.`
        );
    }
    return ok({ now: call.services.clock.now() });
}

function setFieldSecurity(call: Call): Reply {
    const { username, field, readable } = jsonObject(call.body);
    const userId = idOfUser(call, username);
    const [objectName = "", fieldName = ""] = String(field).split(".");
    const object = call.org.schema.object(objectName);
    const schema = object === undefined ? undefined : call.org.schema.field(object, fieldName);
    if (object === undefined || schema === undefined) {
        throw new OrgError("INVALID_FIELD", `This org has no field ${String(field)}; write it as Object.Field.`);
    }
    if (typeof readable !== "boolean") throw new OrgError("INVALID_ARGUMENT", "readable must be true or false.");
    call.services.fieldSecurity.set(userId, object.name, schema.name, readable);
    return noContent;
}

function forgetRequests(call: Call): Reply {
    call.services.requestLog.clear();
    return noContent;
}

/** Whoever shows records learns from a number that grew that they may be others now. */
function countChanges({ org, services }: Call): Reply {
    const [row] = org.store.select("SELECT total_changes() AS total", []);
    return ok({ changes: Number(row?.["total"] ?? 0), now: services.clock.now() });
}

function idOfUser(call: Call, username: unknown): string {
    const users = call.org.schema.object("User");
    const [row] =
        users === undefined || typeof username !== "string"
            ? []
            : call.org.store.readMany(users, { field: "Username", isOneOf: [username] });
    if (typeof row?.["Id"] === "string") return row["Id"];
    throw new OrgError("NOT_FOUND", `There is no user ${String(username)} in this org.`);
}
