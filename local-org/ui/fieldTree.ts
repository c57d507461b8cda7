import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";

/** The fields wanted of a record and, by relationship name, of its parents. */
export interface FieldTree {
    readonly object: ObjectSchema;
    readonly fields: Map<string, FieldSchema>;
    readonly parents: Map<string, { readonly reference: FieldSchema; readonly tree: FieldTree }>;
}

export interface FieldReader {
    readonly schema: Schema;
    readonly user: RunningUser;
}

/** As the platform has it. */
const mostSteps = 5;

/**
 * The tree of the named fields, `Opportunity.Account.Name`. What the user may not read is an error that names
 * it among the required ones, and is left out among the optional ones.
 */
export function fieldTree(
    reader: FieldReader,
    object: ObjectSchema,
    required: readonly string[],
    optional: readonly string[]
): FieldTree {
    const root: FieldTree = { object, fields: new Map(), parents: new Map() };
    for (const path of required) addField(reader, root, path);
    for (const path of optional) {
        try {
            addField(reader, root, path);
        } catch (error) {
            if (!(error instanceof OrgError) || error.errorCode !== "INVALID_FIELD") throw error;
        }
    }
    return root;
}

function addField(reader: FieldReader, root: FieldTree, path: string): void {
    const [objectName = "", ...names] = path.split(".");
    if (objectName.toLowerCase() !== root.object.name.toLowerCase() || names.length === 0) {
        throw invalidField(path, `The field must be written as ${root.object.name}.Field.`);
    }
    if (names.length > mostSteps + 1) throw invalidField(path, `At most ${mostSteps} relationships may be followed.`);
    const fieldName = names.pop() ?? "";
    // Looked through before anything is added, so that a path that leads nowhere leaves no parent behind.
    const steps = relationshipsOf(reader, root.object, names, path);
    const end = steps.at(-1)?.object ?? root.object;
    const field = readable(reader, end, reader.schema.field(end, fieldName), path);
    steps.reduce(parentTree, root).fields.set(field.name, field);
}

interface Step {
    readonly relationshipName: string;
    readonly reference: FieldSchema;
    readonly object: ObjectSchema;
}

function relationshipsOf(reader: FieldReader, from: ObjectSchema, names: readonly string[], path: string): Step[] {
    let object = from;
    return names.map((name) => {
        const reference = readable(reader, object, reader.schema.parentRelationship(object, name), path);
        const [target = "", ...others] = reference.reference?.to ?? [];
        const parent = reader.schema.object(target);
        if (others.length > 0) {
            throw invalidField(path, `The local org's UI API follows no relationship to several objects (${name}).`);
        }
        if (parent === undefined || !reader.user.canReadObject(parent.name)) throw unreadable(path, object);
        object = parent;
        return { relationshipName: reference.reference?.relationshipName ?? name, reference, object };
    });
}

function parentTree(tree: FieldTree, { relationshipName, reference, object }: Step): FieldTree {
    const known = tree.parents.get(relationshipName);
    if (known !== undefined) return known.tree;
    const parent: FieldTree = { object, fields: new Map(), parents: new Map() };
    tree.parents.set(relationshipName, { reference, tree: parent });
    return parent;
}

function readable(
    { user }: FieldReader,
    object: ObjectSchema,
    field: FieldSchema | undefined,
    path: string
): FieldSchema {
    if (field === undefined || !user.canReadField(object.name, field.name)) throw unreadable(path, object);
    return field;
}

function unreadable(path: string, object: ObjectSchema): OrgError {
    const name = path.split(".").at(-1) ?? path;
    return invalidField(path, `No such column '${name}' on entity '${object.name}'.`);
}

function invalidField(path: string, reason: string): OrgError {
    return new OrgError("INVALID_FIELD", `${path}: ${reason}`, { fields: [path] });
}
