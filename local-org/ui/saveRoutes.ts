import { to18 } from "../data/recordId.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply } from "../rest/call.ts";
import { part } from "../rest/call.ts";
import { givenRecord, jsonObject } from "../rest/givenRecord.ts";
import type { JsonObject } from "../rest/givenRecord.ts";
import { notFound } from "../rest/problems.ts";
import { saveOne } from "../rest/routes/records.ts";
import { visibleRecord } from "../rest/visibleRecord.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { fieldTree } from "./fieldTree.ts";
import { inUiShape, uiReplyOfSaveErrors } from "./inUiShape.ts";
import { inUiApi, objectOfRecord, representationIn } from "./recordRoute.ts";

/** `POST /ui-api/records` with `{apiName, fields}`: what record forms and `createRecord` send. */
export function createUiRecord(call: Call): Reply {
    return inUiShape(() => {
        const { apiName, fields } = bodyOf(call, ["apiName", "fields"]);
        const object = typeof apiName === "string" ? call.org.schema.object(apiName) : undefined;
        if (object === undefined || !call.user.canReadObject(object.name)) throw notFound();
        return save(call, inUiApi(object), null, jsonObject(fields));
    });
}

/** `PATCH /ui-api/records/:id` with `{fields}`: what `updateRecord` sends. */
export function updateUiRecord(call: Call): Reply {
    return inUiShape(() => {
        const object = objectOfRecord(call, part(call, "id"));
        const id = to18(part(call, "id"));
        visibleRecord(call, object, id);
        return save(call, object, id, jsonObject(bodyOf(call, ["fields"])["fields"]));
    });
}

function bodyOf(call: Call, known: readonly string[]): JsonObject {
    const body = jsonObject(call.body);
    const unknown = Object.keys(body).find((name) => !known.includes(name));
    if (unknown === undefined) return body;
    throw new OrgError("NOT_SUPPORTED", `The local org's UI API knows no ${unknown} here; give ${known.join(", ")}.`);
}

/** `id` is null for a new record. The answer shows the fields that were given, also where the save gave the record away. */
function save(call: Call, object: ObjectSchema, id: string | null, fields: JsonObject): Reply {
    const { org, user } = call;
    const values = givenRecord(call, object, fields);
    if (values["Id"] !== undefined) {
        throw new OrgError("INVALID_FIELD", "The Id stands in the path, not among the fields.", { fields: ["Id"] });
    }
    const operation = id === null ? "insert" : "update";
    const outcome = saveOne(call, operation, object, id === null ? values : { ...values, Id: id });
    if (!outcome.success) return uiReplyOfSaveErrors(object, id === null ? "create" : "update", outcome.errors);
    const named = Object.keys(values).map((name) => `${object.name}.${name}`);
    const tree = fieldTree({ schema: org.schema, user }, object, [], named);
    const row = org.store.read(object, String(outcome.id)) ?? {};
    return { status: id === null ? 201 : 200, body: representationIn(call, tree, row) };
}
