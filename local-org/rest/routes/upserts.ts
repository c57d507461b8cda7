import { OrgError } from "../../orgError.ts";
import type { RecordValues } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok, part } from "../call.ts";
import { givenValue } from "../givenValue.ts";
import { jsonRecord } from "../jsonValue.ts";
import { objectOfPath } from "../objectNamed.ts";
import { notFound, replyOfSaveErrors } from "../problems.ts";
import { visibleRecord } from "../visibleRecord.ts";
import { chosenFields, givenFields, replyOfCreation, saveOne } from "./records.ts";

/** Records named by an external id instead of their Id. */
export const upsertRoutes: readonly Route[] = [
    { method: "GET", path: "/sobjects/:object/:field/:value", answer: readByExternalId },
    { method: "PATCH", path: "/sobjects/:object/:field/:value", answer: upsert },
    { method: "DELETE", path: "/sobjects/:object/:field/:value", answer: deleteByExternalId }
];

function upsert(call: Call): Reply {
    const object = objectOfPath(call);
    const field = externalIdField(call, object, part(call, "field"));
    const existing = rowByExternalId(call.org, object, field, part(call, "value"));
    const given = givenFields(call, object);
    if (existing === undefined) {
        if (field.name === "Id") throw notFound();
        const named = { ...given, [field.name]: givenValue(field, part(call, "value")) };
        const reply = replyOfCreation(call, object, saveOne(call, "insert", object, named));
        return reply.status === 201 ? { ...reply, body: { ...Object(reply.body), created: true } } : reply;
    }
    const id = String(existing["Id"]);
    visibleRecord(call, object, id);
    const outcome = saveOne(call, "update", object, { ...given, Id: id });
    return outcome.success ? ok({ id, success: true, errors: [], created: false }) : replyOfSaveErrors(outcome.errors);
}

function readByExternalId(call: Call): Reply {
    const object = objectOfPath(call);
    const row = existingRow(call, object);
    return ok(
        jsonRecord(object, visibleRecord(call, object, String(row["Id"])), call.version, chosenFields(call, object))
    );
}

function deleteByExternalId(call: Call): Reply {
    const object = objectOfPath(call);
    const row = existingRow(call, object);
    visibleRecord(call, object, String(row["Id"]));
    const outcome = saveOne(call, "delete", object, { Id: row["Id"] ?? null });
    return outcome.success ? noContent : replyOfSaveErrors(outcome.errors);
}

function existingRow(call: Call, object: ObjectSchema): RecordValues {
    const field = externalIdField(call, object, part(call, "field"));
    const row = rowByExternalId(call.org, object, field, part(call, "value"));
    if (row === undefined) throw notFound();
    return row;
}

/** The field, when it may name a record: an external id, or Id itself. */
export function externalIdField(
    { org, user }: Pick<Call, "org" | "user">,
    object: ObjectSchema,
    name: string
): FieldSchema {
    const field = org.schema.field(object, name);
    const isReadable = field !== undefined && user.canReadField(object.name, field.name);
    if (!isReadable || !(field.externalId || field.name === "Id")) {
        const message = `Provided external ID field does not exist or is not accessible: ${name}`;
        throw new OrgError("NOT_FOUND", message, { status: 404 });
    }
    return field;
}

/** Undefined when no record has the value. Throws when several have it. */
export function rowByExternalId(
    org: Org,
    object: ObjectSchema,
    field: FieldSchema,
    json: unknown
): RecordValues | undefined {
    const value = json === undefined ? null : givenValue(field, json);
    if (typeof value !== "string") {
        throw new OrgError("MISSING_ARGUMENT", `${field.name} not specified`, { fields: [field.name] });
    }
    const rows = org.store.readMany(object, { field: field.name, isOneOf: [value] });
    if (rows.length > 1) {
        const message = `${field.name}: more than one record found for external id field: ${value}`;
        throw new OrgError("DUPLICATE_EXTERNAL_ID", message, { status: 300 });
    }
    return rows[0];
}
