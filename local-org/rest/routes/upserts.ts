import { OrgError } from "../../orgError.ts";
import { isRecordId } from "../../data/recordId.ts";
import type { RecordValues } from "../../data/value.ts";
import type { Org } from "../../org.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok, part } from "../call.ts";
import { givenValue } from "../givenValue.ts";
import { jsonRecord } from "../jsonValue.ts";
import { objectOfPath } from "../objectNamed.ts";
import { notFound, replyOfSaveErrors } from "../problems.ts";
import { recordKey } from "../recordKey.ts";
import { visibleRecord } from "../visibleRecord.ts";
import { readRelated } from "./relatedRecords.ts";
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
    const [existing, ...others] = rowsByExternalId(call.org, object, field, part(call, "value"));
    if (existing !== undefined && others.length > 0) return choices(call, object, [existing, ...others]);
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

/** An Id where a field's name would stand is followed by a relationship: `/sobjects/Account/001…/Contacts`. */
function readByExternalId(call: Call): Reply {
    const object = objectOfPath(call);
    if (isRecordId(part(call, "field"))) return readRelated(call, object, part(call, "field"), part(call, "value"));
    return withOneRow(call, object, (id) =>
        ok(jsonRecord(object, visibleRecord(call, object, id), call.version, chosenFields(call, object)))
    );
}

function deleteByExternalId(call: Call): Reply {
    const object = objectOfPath(call);
    return withOneRow(call, object, (id) => {
        visibleRecord(call, object, id);
        const outcome = saveOne(call, "delete", object, { Id: id });
        return outcome.success ? noContent : replyOfSaveErrors(outcome.errors);
    });
}

function withOneRow(call: Call, object: ObjectSchema, answer: (id: string) => Reply): Reply {
    const field = externalIdField(call, object, part(call, "field"));
    const rows = rowsByExternalId(call.org, object, field, part(call, "value"));
    const [row, ...others] = rows;
    if (row === undefined) throw notFound();
    return others.length > 0 ? choices(call, object, rows) : answer(String(row["Id"]));
}

/** Several records have the value: the client is told where each of them is. */
function choices({ version }: Call, object: ObjectSchema, rows: readonly RecordValues[]): Reply {
    const body = rows.map((row) => `/services/data/v${version}/sobjects/${object.name}/${String(row["Id"])}`);
    return { status: 300, body };
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
    const rows = rowsByExternalId(org, object, field, json);
    if (rows.length > 1) {
        const ids = rows.map((row) => String(row["Id"])).join(", ");
        const message = `${field.name}: more than one record found for external id field: [${ids}]`;
        throw new OrgError("DUPLICATE_EXTERNAL_ID", message, { status: 300 });
    }
    return rows[0];
}

function rowsByExternalId(org: Org, object: ObjectSchema, field: FieldSchema, json: unknown): RecordValues[] {
    const key = recordKey(field, givenValue(field, json));
    if (key === null) throw new OrgError("MISSING_ARGUMENT", `${field.name} not specified`, { fields: [field.name] });
    return org.store.readMany(object, { field: field.name, isOneOf: [key] });
}
