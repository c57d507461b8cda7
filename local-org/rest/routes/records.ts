import { OrgError } from "../../orgError.ts";
import type { RecordValues } from "../../data/value.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import type { SaveOutcome, SaveRequest } from "../../save/saveRecords.ts";
import type { FieldSchema, ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok, part } from "../call.ts";
import { givenRecord, jsonObject, noSuchColumn } from "../givenRecord.ts";
import { jsonRecord, readableFields } from "../jsonValue.ts";
import { objectOfPath } from "../objectNamed.ts";
import { replyOfSaveErrors } from "../problems.ts";
import { idOfObject, visibleRecord } from "../visibleRecord.ts";

/** One record: create, read, update, delete. */
export const recordRoutes: readonly Route[] = [
    { method: "POST", path: "/sobjects/:object", answer: createRecord },
    { method: "GET", path: "/sobjects/:object/:id", answer: readRecord },
    { method: "PATCH", path: "/sobjects/:object/:id", answer: updateRecord },
    { method: "DELETE", path: "/sobjects/:object/:id", answer: deleteRecord }
];

function createRecord(call: Call): Reply {
    const object = objectOfPath(call);
    return replyOfCreation(call, object, saveOne(call, "insert", object, givenFields(call, object)));
}

/** 201 with the new Id, or the refusals. */
export function replyOfCreation(call: Call, object: ObjectSchema, outcome: SaveOutcome): Reply {
    if (!outcome.success) return replyOfSaveErrors(outcome.errors);
    const headers = { Location: `/services/data/v${call.version}/sobjects/${object.name}/${outcome.id}` };
    return { status: 201, headers, body: { id: outcome.id, success: true, errors: [] } };
}

function readRecord(call: Call): Reply {
    const object = objectOfPath(call);
    const record = visibleRecord(call, object, idOfObject(object, part(call, "id")));
    return ok(jsonRecord(object, record, call.version, chosenFields(call, object)));
}

/** The fields that `?fields=` names, or all that the user may read. */
export function chosenFields(call: Call, object: ObjectSchema): readonly FieldSchema[] {
    const names = call.query
        .get("fields")
        ?.split(",")
        .map((name) => name.trim());
    if (names === undefined) return readableFields(object, call.user);
    return names.map((name) => {
        const field = call.org.schema.field(object, name);
        if (field === undefined || !call.user.canReadField(object.name, field.name)) throw noSuchColumn(name, object);
        return field;
    });
}

function updateRecord(call: Call): Reply {
    const object = objectOfPath(call);
    const id = idOfObject(object, part(call, "id"));
    visibleRecord(call, object, id);
    const outcome = saveOne(call, "update", object, { ...givenFields(call, object), Id: id });
    return outcome.success ? noContent : replyOfSaveErrors(outcome.errors);
}

/** The fields in the body; the Id of a record stands in the path only. */
export function givenFields(call: Call, object: ObjectSchema): RecordValues {
    const values = givenRecord(call, object, jsonObject(call.body));
    if (values["Id"] !== undefined) {
        const message = "The Id field should not be specified in the sobject data.";
        throw new OrgError("INVALID_FIELD", message, { fields: ["Id"] });
    }
    return values;
}

function deleteRecord(call: Call): Reply {
    const object = objectOfPath(call);
    const id = idOfObject(object, part(call, "id"));
    visibleRecord(call, object, id);
    const outcome = saveOne(call, "delete", object, { Id: id });
    return outcome.success ? noContent : replyOfSaveErrors(outcome.errors);
}

export function saveOne(
    call: Call,
    operation: SaveRequest["operation"],
    object: ObjectSchema,
    record: RecordValues
): SaveOutcome {
    const request = { operation, object, records: [record], allOrNone: true, user: call.user };
    const [outcome] = saveRecords(call.org, request);
    if (outcome === undefined) throw new Error("A save of one record gave no outcome.");
    return outcome;
}
