import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { BatchProblem } from "./batchProblem.ts";
import type { IngestJob } from "./job.ts";

/** What a column of the data gives: a field, or a parent by one of the parent's fields (`Account.Ext__c`). */
export type IngestColumn =
    | { readonly kind: "field"; readonly field: FieldSchema }
    | {
          readonly kind: "parent";
          readonly reference: FieldSchema;
          readonly parent: ObjectSchema;
          readonly key: FieldSchema;
      };

/** Throws BatchProblem for a column that is none, or where one that the operation needs is missing. */
export function readColumns(
    org: Org,
    user: RunningUser,
    object: ObjectSchema,
    { operation, externalIdFieldName }: Pick<IngestJob, "operation" | "externalIdFieldName">,
    names: readonly string[]
): IngestColumn[] {
    const columns = names.map((name) => readColumn(org, user, object, name.trim()));
    const given = columns.map((column) => (column.kind === "field" ? column.field : column.reference).name);
    const twice = given.find((name, place) => given.indexOf(name) !== place);
    if (twice !== undefined) throw new BatchProblem("InvalidBatch", `Duplicate column : ${twice}`);
    if (operation === "delete" && (given.length !== 1 || given[0] !== "Id")) {
        throw new BatchProblem("InvalidBatch", "The 'delete' batch must contain only ids.");
    }
    const needed = operation === "update" ? "Id" : externalIdFieldName;
    if (needed !== null && !given.includes(needed)) throw notFound(needed);
    return columns;
}

const notFound = (name: string): BatchProblem => new BatchProblem("InvalidBatch", `Field name not found : ${name}`);

function readColumn(org: Org, user: RunningUser, object: ObjectSchema, name: string): IngestColumn {
    const field = org.schema.field(object, name);
    if (field !== undefined && user.canReadField(object.name, field.name)) return { kind: "field", field };
    const [, type, relationship = "", keyName = ""] = /^(?:(\w+):)?(\w+)\.(\w+)$/.exec(name) ?? [];
    const reference = org.schema.parentRelationship(object, relationship);
    const targets = reference?.reference?.to ?? [];
    const target = type ?? (targets.length === 1 ? targets[0] : undefined);
    const parent = targets.some((each) => each.toLowerCase() === target?.toLowerCase())
        ? org.schema.object(target ?? "")
        : undefined;
    const key = parent === undefined ? undefined : org.schema.field(parent, keyName);
    if (reference === undefined || parent === undefined || key === undefined || !namesRecords(key)) {
        throw notFound(name);
    }
    if (!user.canReadField(object.name, reference.name) || !user.canReadField(parent.name, key.name)) {
        throw notFound(name);
    }
    return { kind: "parent", reference, parent, key };
}

/** Fields that the platform looks records up by. */
const namesRecords = (field: FieldSchema): boolean =>
    field.externalId || field.nameField || field.type === "id" || field.type === "email" || field.unique;
