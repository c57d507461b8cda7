import type { RecordValues } from "../../data/value.ts";
import { OrgError } from "../../orgError.ts";
import type { SaveOutcome } from "../../save/saveRecords.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { ok } from "../call.ts";
import { saveCollection } from "../collection.ts";
import type { CollectionItem } from "../collection.ts";
import { givenRecord, isJsonObject, jsonObject } from "../givenRecord.ts";
import type { JsonObject } from "../givenRecord.ts";
import { jsonRecord } from "../jsonValue.ts";
import { objectOfPath } from "../objectNamed.ts";
import { chosenFields } from "./records.ts";
import { externalIdField, rowByExternalId } from "./upserts.ts";
import { idOfObject, visibleRecord } from "../visibleRecord.ts";

const most = 200;

/** Up to 200 records in one call, each with its own result. */
export const collectionRoutes: readonly Route[] = [
    { method: "POST", path: "/composite/sobjects", answer: createMany },
    { method: "PATCH", path: "/composite/sobjects", answer: updateMany },
    { method: "DELETE", path: "/composite/sobjects", answer: deleteMany },
    { method: "PATCH", path: "/composite/sobjects/:object/:field", answer: upsertMany },
    { method: "GET", path: "/composite/sobjects/:object", answer: readMany },
    { method: "POST", path: "/composite/sobjects/:object", answer: readMany }
];

function createMany(call: Call): Reply {
    return saveGiven(call, (object, json) => {
        const values = givenRecord(call, object, json);
        if (values["Id"] !== undefined) {
            throw new OrgError("INVALID_FIELD", "The Id field should not be specified in the sobject data.", {
                fields: ["Id"]
            });
        }
        return { operation: "insert", object, values };
    });
}

function updateMany(call: Call): Reply {
    return saveGiven(call, (object, json) => {
        const values = givenRecord(call, object, json);
        visible(call, object, values);
        return { operation: "update", object, values };
    });
}

function upsertMany(call: Call): Reply {
    const target = objectOfPath(call);
    const field = externalIdField(call, target, call.parts["field"] ?? "");
    const created = new Set<CollectionItem>();
    const items = givenRecords(call).map((json) =>
        attempt((): CollectionItem => {
            const { [field.name]: key, ...rest } = json;
            const isNew = field.name === "Id" && key === undefined;
            const row = isNew ? undefined : rowByExternalId(call.org, target, field, key);
            const values = givenRecord(call, target, rest);
            if (row !== undefined) {
                visible(call, target, row);
                return { operation: "update", object: target, values: { ...values, Id: row["Id"] ?? null } };
            }
            if (field.name === "Id" && !isNew)
                throw new OrgError("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
            const named = isNew ? {} : givenRecord(call, target, { [field.name]: key });
            const item: CollectionItem = { operation: "insert", object: target, values: { ...values, ...named } };
            created.add(item);
            return item;
        })
    );
    const outcomes = saveCollection(call, items, allOrNone(call));
    return ok(
        outcomes.map((outcome, place) => ({
            ...shown(outcome),
            created: isCreated(items[place], created) && outcome.success
        }))
    );
}

function isCreated(item: CollectionItem | OrgError | undefined, created: ReadonlySet<CollectionItem>): boolean {
    return item !== undefined && !(item instanceof OrgError) && created.has(item);
}

function deleteMany(call: Call): Reply {
    const ids = (call.query.get("ids") ?? "")
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== "");
    checkCount(ids.length);
    const items = ids.map((id) =>
        attempt((): CollectionItem => {
            const object = call.org.schema.objectOfId(id);
            if (object === undefined) throw new OrgError("MALFORMED_ID", `malformed id ${id}`, { fields: ["Id"] });
            const values = { Id: idOfObject(object, id) };
            visible(call, object, values);
            return { operation: "delete", object, values };
        })
    );
    const outcomes = saveCollection(call, items, call.query.get("allOrNone") === "true");
    return ok(outcomes.map(shown));
}

/** Records by Id; null stands for one that isn't there. */
function readMany(call: Call): Reply {
    const object = objectOfPath(call);
    const body = isJsonObject(call.body) ? call.body : {};
    const list = (name: string): string =>
        Array.isArray(body[name]) ? body[name].join(",") : (call.query.get(name) ?? "");
    const ids = list("ids")
        .split(",")
        .filter((id) => id !== "");
    if (ids.length > 2000) throw new OrgError("EXCEEDED_ID_LIMIT", "The number of ids is limited to 2000.");
    const fields = chosenFields({ ...call, query: new URLSearchParams({ fields: list("fields") }) }, object);
    const records = ids.map((id) => {
        const row = attempt(() => visibleRecord(call, object, idOfObject(object, id)));
        return row instanceof OrgError ? null : jsonRecord(object, row, call.version, fields);
    });
    return ok(records);
}

function saveGiven(call: Call, itemOf: (object: ObjectSchema, json: JsonObject) => CollectionItem): Reply {
    const items = givenRecords(call).map((json) => attempt(() => itemOf(objectOfAttributes(call, json), json)));
    return ok(saveCollection(call, items, allOrNone(call)).map(shown));
}

function givenRecords(call: Call): JsonObject[] {
    const { records } = jsonObject(call.body);
    if (!Array.isArray(records)) throw new OrgError("JSON_PARSER_ERROR", "The body must have a list of records.");
    checkCount(records.length);
    return records.map((record) => jsonObject(record));
}

function checkCount(count: number): void {
    if (count > most)
        throw new OrgError(
            "EXCEEDED_ID_LIMIT",
            `record limit reached. cannot submit more than ${most} records in this call`
        );
}

function objectOfAttributes(call: Call, json: JsonObject): ObjectSchema {
    const type = isJsonObject(json["attributes"]) ? json["attributes"]["type"] : undefined;
    const object = typeof type === "string" ? call.org.schema.object(type) : undefined;
    if (object !== undefined && call.user.canReadObject(object.name)) return object;
    throw new OrgError("INVALID_TYPE", `Each record needs attributes.type; ${String(type)} is no object of this org.`);
}

function visible(call: Call, object: ObjectSchema, { Id: id }: RecordValues): void {
    if (typeof id === "string") visibleRecord(call, object, idOfObject(object, id));
}

/** A record that can't be read from the request is refused alone; the others go on. */
function attempt<T>(work: () => T): T | OrgError {
    try {
        return work();
    } catch (error) {
        if (error instanceof OrgError) return error;
        throw error;
    }
}

function allOrNone(call: Call): boolean {
    return jsonObject(call.body)["allOrNone"] === true;
}

function shown({ id, success, errors }: SaveOutcome): Record<string, unknown> {
    return { ...(id === null ? {} : { id }), success, errors };
}
