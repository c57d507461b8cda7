import { rollUpSql } from "../data/rollUps.ts";
import { fromStored } from "../data/storedValue.ts";
import type { RecordValues } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";

/** A parent's roll-up fields over one kind of child, through one reference field. */
export interface RollUpsOfParent {
    readonly parent: ObjectSchema;
    readonly reference: string;
    readonly fields: readonly FieldSchema[];
}

/** Who must be recomputed when a record of the child object is saved or deleted. */
export function rollUpsOver(org: Pick<Org, "schema">, child: ObjectSchema): RollUpsOfParent[] {
    return org.schema.objects().flatMap((parent) => {
        const fields = [...parent.fields.values()].filter((field) => field.rollUp?.childObject === child.name);
        const references = new Set(fields.map((field) => field.rollUp?.childReference ?? ""));
        return [...references].map((reference) => ({
            parent,
            reference,
            fields: fields.filter((field) => field.rollUp?.childReference === reference)
        }));
    });
}

/** What the roll-up fields of one parent would be, from its children as they are in the store now. */
export function computeRollUps(
    { schema, store }: Pick<Org, "schema" | "store">,
    parent: ObjectSchema,
    fields: readonly FieldSchema[],
    parentId: string
): RecordValues {
    if (fields.length === 0) return {};
    const columns = fields.map((field) => `${rollUpSql(schema, parent, field)} AS ${store.column(field.name)}`);
    const sql = `SELECT ${columns.join(", ")} FROM ${store.table(parent)} WHERE "Id" = ?`;
    const [row = {}] = store.select(sql, [parentId]);
    return Object.fromEntries(fields.map((field) => [field.name, fromStored(field, row[field.name] ?? null)]));
}
