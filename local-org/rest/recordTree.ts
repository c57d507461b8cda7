import { OrgError } from "../orgError.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { isJsonObject, jsonObject } from "./givenRecord.ts";
import type { JsonObject } from "./givenRecord.ts";

/** One record of a tree; its children stand on the next level. */
export interface TreeNode {
    readonly referenceId: string;
    readonly object: ObjectSchema;
    /** The fields alone. */
    readonly json: JsonObject;
    readonly parent: { readonly node: TreeNode; readonly field: FieldSchema } | null;
}

/** As the platform documents them. */
const most = { records: 200, levels: 5, types: 5 };

/** The levels of a request for trees, roots first. Throws OrgError for what is no such request or too large. */
export function readTree(schema: Schema, root: ObjectSchema, body: unknown): TreeNode[][] {
    const levels: TreeNode[][] = [];
    let level = recordsIn(jsonObject(body)).map((json) => ({ json, object: root, parent: null as TreeNode["parent"] }));
    while (level.length > 0) {
        if (levels.length === most.levels) throw invalid(`A tree has at most ${most.levels} levels.`);
        const next: typeof level = [];
        const nodes = level.map(({ json, object, parent }) => {
            const { node, children } = readNode(schema, object, json, parent);
            next.push(...children);
            return node;
        });
        levels.push(nodes);
        level = next;
    }
    checkWhole(levels.flat());
    return levels;
}

function readNode(schema: Schema, object: ObjectSchema, json: JsonObject, parent: TreeNode["parent"]) {
    const { attributes, ...rest } = json;
    const { type, referenceId } = isJsonObject(attributes) ? attributes : {};
    if (typeof referenceId !== "string" || referenceId === "") {
        throw invalid("Include a reference ID for each record in the request.");
    }
    if (typeof type !== "string" || type.toLowerCase() !== object.name.toLowerCase()) {
        throw invalid(`The record ${referenceId} stands where a ${object.name} must, so its attributes.type is that.`);
    }
    const relationships = schema.childRelationships(object);
    const fields: JsonObject = Object.create(null) as JsonObject;
    const node: TreeNode = { referenceId, object, json: fields, parent };
    const children = Object.entries(rest).flatMap(([name, value]) => {
        const found = relationships.find((each) => each.relationshipName?.toLowerCase() === name.toLowerCase());
        if (found === undefined || !isJsonObject(value)) {
            fields[name] = value;
            return [];
        }
        const link = { node, field: found.field };
        return recordsIn(value).map((child) => ({ json: child, object: found.childObject, parent: link }));
    });
    return { node, children };
}

function recordsIn({ records }: JsonObject): JsonObject[] {
    if (!Array.isArray(records)) throw new OrgError("JSON_PARSER_ERROR", "The body must have a list of records.");
    return records.map((record) => jsonObject(record));
}

function checkWhole(nodes: readonly TreeNode[]): void {
    if (nodes.length > most.records) throw invalid(`A request has at most ${most.records} records in all its trees.`);
    if (new Set(nodes.map(({ object }) => object)).size > most.types) {
        throw invalid(`The records of a request are of at most ${most.types} types.`);
    }
    const ids = nodes.map(({ referenceId }) => referenceId);
    const twice = ids.find((id, place) => ids.indexOf(id) !== place);
    if (twice !== undefined) throw invalid(`Duplicate ReferenceId provided in the request: ${twice}.`);
}

const invalid = (message: string): OrgError => new OrgError("INVALID_INPUT", message);
