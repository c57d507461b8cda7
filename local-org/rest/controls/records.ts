import type { RecordValues } from "../../data/value.ts";
import { OrgError } from "../../orgError.ts";
import { mergeRecords } from "../../save/mergeRecords.ts";
import { undeleteRecords } from "../../save/undeleteRecords.ts";
import { workflowUpdate } from "../../save/workflowUpdate.ts";
import type { ObjectSchema } from "../../schema/objectSchema.ts";
import type { Call, Reply, Route } from "../call.ts";
import { noContent, ok } from "../call.ts";
import { givenRecord, jsonObject } from "../givenRecord.ts";
import { idOfObject } from "../visibleRecord.ts";

const most = 200;

/** What people do with records outside the REST API, for what must hold there too. */
export const recordControls: readonly Route[] = [
    { method: "POST", path: "/workflow-update", answer: updateAsWorkflow },
    { method: "POST", path: "/merge", answer: merge },
    { method: "POST", path: "/undelete", answer: undelete }
];

function updateAsWorkflow(call: Call): Reply {
    const body = jsonObject(call.body);
    const object = objectOf(call, body["object"]);
    const records = listOf(body["records"], "records").map((json): RecordValues => {
        const values = givenRecord(call, object, jsonObject(json));
        if (typeof values["Id"] === "string") return { ...values, Id: idOfObject(object, values["Id"]) };
        throw new OrgError("MISSING_ARGUMENT", "Each record needs its Id.", { fields: ["Id"] });
    });
    return ok(workflowUpdate(call.org, call.user, object, records));
}

function merge(call: Call): Reply {
    const body = jsonObject(call.body);
    const object = objectOf(call, body["object"]);
    const [masterId = "", ...duplicateIds] = [body["masterId"], ...listOf(body["mergedIds"], "mergedIds")].map((id) =>
        idOfObject(object, String(id))
    );
    mergeRecords(call.org, call.user, { object, masterId, duplicateIds });
    return noContent;
}

function undelete(call: Call): Reply {
    const ids = listOf(jsonObject(call.body)["ids"], "ids").map(String);
    return ok(undeleteRecords(call.org, call.user, ids));
}

function objectOf({ org, user }: Call, name: unknown): ObjectSchema {
    const object = typeof name === "string" ? org.schema.object(name) : undefined;
    if (object !== undefined && user.canReadObject(object.name)) return object;
    throw new OrgError("INVALID_TYPE", `${String(name)} is no object of this org.`);
}

function listOf(json: unknown, name: string): readonly unknown[] {
    if (Array.isArray(json) && json.length > 0 && json.length <= most) return json;
    throw new OrgError("INVALID_ARGUMENT", `${name} must be a list of 1 to ${most}.`);
}
