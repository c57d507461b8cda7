import { isRecordId, to18 } from "../data/recordId.ts";
import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import type { Call, Reply } from "../rest/call.ts";
import { ok, part } from "../rest/call.ts";
import { notFound } from "../rest/problems.ts";
import { visibleRecord } from "../rest/visibleRecord.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { displayValuesFor } from "./displayValue.ts";
import { fieldTree } from "./fieldTree.ts";
import type { FieldTree } from "./fieldTree.ts";
import { inUiShape } from "./inUiShape.ts";
import { representationOf } from "./recordRepresentation.ts";
import type { RecordRepresentation } from "./recordRepresentation.ts";

/** `GET /ui-api/records/:id?fields=&optionalFields=`: what the wire `getRecord` asks. */
export function readUiRecord(call: Call): Reply {
    return inUiShape(() => {
        refuseLayouts(call);
        const object = objectOfRecord(call, part(call, "id"));
        const [required, optional] = [listed(call, "fields"), listed(call, "optionalFields")];
        if (required.length + optional.length === 0) {
            throw new OrgError("MISSING_ARGUMENT", "Name the fields to read in fields or optionalFields.");
        }
        const tree = fieldTree({ schema: call.org.schema, user: call.user }, object, required, optional);
        return ok(representationIn(call, tree, visibleRecord(call, object, to18(part(call, "id")))));
    });
}

/** The fields of the tree, of this row and its parents. */
export function representationIn({ org, user }: Call, tree: FieldTree, row: RecordValues): RecordRepresentation {
    const source = {
        displayValue: displayValuesFor(org, user),
        readParent: (parent: { object: ObjectSchema }, parentId: string) => org.store.read(parent.object, parentId)
    };
    return representationOf(source, tree, row);
}

function refuseLayouts({ query }: Call): void {
    const unsupported = ["layoutTypes", "modes", "childRelationships", "pageSize", "updateMru"];
    const asked = unsupported.find((name) => query.has(name));
    if (asked !== undefined) {
        throw new OrgError("NOT_SUPPORTED", `The local org's UI API knows no ${asked}; name the fields instead.`);
    }
}

export function objectOfRecord({ org, user }: Call, id: string): ObjectSchema {
    const object = isRecordId(id) ? org.schema.objectOfId(id) : undefined;
    if (object === undefined || !user.canReadObject(object.name)) throw notFound();
    return inUiApi(object);
}

/** Throws INVALID_TYPE for what UI API doesn't serve. */
export function inUiApi(object: ObjectSchema): ObjectSchema {
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
