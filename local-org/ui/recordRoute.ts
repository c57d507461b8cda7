import { isRecordId, to18 } from "../data/recordId.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply } from "../rest/call.ts";
import { ok, part } from "../rest/call.ts";
import { notFound } from "../rest/problems.ts";
import { visibleRecord } from "../rest/visibleRecord.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { displayValuesFor } from "./displayValue.ts";
import { fieldTree } from "./fieldTree.ts";
import { representationOf } from "./recordRepresentation.ts";

/** `GET /ui-api/records/:id?fields=&optionalFields=`: what the wire `getRecord` asks. */
export function readUiRecord(call: Call): Reply {
    return inUiShape(() => {
        refuseLayouts(call);
        const object = objectOfRecord(call, part(call, "id"));
        const [required, optional] = [listed(call, "fields"), listed(call, "optionalFields")];
        if (required.length + optional.length === 0) {
            throw new OrgError("MISSING_ARGUMENT", "Name the fields to read in fields or optionalFields.");
        }
        const { schema, store } = call.org;
        const tree = fieldTree({ schema, user: call.user }, object, required, optional);
        const row = visibleRecord(call, object, to18(part(call, "id")));
        const source = {
            displayValue: displayValuesFor(call.org, call.user),
            readParent: (parent: { object: ObjectSchema }, id: string) => store.read(parent.object, id)
        };
        return ok(representationOf(source, tree, row));
    });
}

/** UI API answers an error as one object in a list, with the status inside. */
function inUiShape(work: () => Reply): Reply {
    try {
        return work();
    } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        const status = error.errorCode === "NOT_FOUND" || error.errorCode === "ENTITY_IS_DELETED" ? 404 : error.status;
        const { errorCode, message } = error;
        const output = { errors: [], fieldErrors: {} };
        return {
            status,
            body: [{ enhancedErrorType: "RecordError", errorCode, message, output, statusCode: status }]
        };
    }
}

function refuseLayouts({ query }: Call): void {
    const unsupported = ["layoutTypes", "modes", "childRelationships", "pageSize", "updateMru"];
    const asked = unsupported.find((name) => query.has(name));
    if (asked !== undefined) {
        throw new OrgError("NOT_SUPPORTED", `The local org's UI API knows no ${asked}; name the fields instead.`);
    }
}

function objectOfRecord({ org, user }: Call, id: string): ObjectSchema {
    const object = isRecordId(id) ? org.schema.objectOfId(id) : undefined;
    if (object === undefined || !user.canReadObject(object.name)) throw notFound();
    if (object.kind === "customMetadata" || object.kind === "customSetting") {
        throw new OrgError("INVALID_TYPE", `${object.name} is not supported in UI API.`);
    }
    return object;
}

function listed({ query }: Call, name: string): string[] {
    return query
        .getAll(name)
        .flatMap((text) => text.split(","))
        .map((text) => text.trim())
        .filter((text) => text !== "");
}
