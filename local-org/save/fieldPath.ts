import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { FormulaType } from "../formula/formula.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, FieldType, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";

const formulaTypes: Readonly<Record<FieldType, FormulaType>> = {
    id: "id",
    reference: "id",
    string: "text",
    textarea: "text",
    boolean: "boolean",
    int: "number",
    double: "number",
    currency: "number",
    percent: "number",
    date: "date",
    datetime: "datetime",
    picklist: "picklist",
    multipicklist: "picklist",
    email: "text",
    phone: "text",
    url: "text",
    combobox: "text"
};

/** The type a field has inside a formula. */
export function formulaTypeOf(field: FieldSchema): FormulaType {
    return formulaTypes[field.type];
}

/** The type of `Amount` or `Account.Owner.Name` on the object; undefined when a step doesn't exist. */
export function fieldPathType(schema: Schema, object: ObjectSchema, path: readonly string[]): FormulaType | undefined {
    const end = fieldPathEnd(schema, object, path);
    return end === undefined ? undefined : formulaTypeOf(end.field);
}

/** The value of a field path for a record, as formulas read it. A blank on the way to the parent gives blank. */
export function fieldPathValue(
    org: Pick<Org, "schema" | "store">,
    object: ObjectSchema,
    values: Readonly<RecordValues>,
    path: readonly string[]
): Value {
    const [step, ...rest] = path;
    if (step === undefined) return null;
    if (rest.length === 0) {
        const field = org.schema.field(object, step);
        // Computed from the values at hand: those that a save is about to write, not those that stand in the store.
        return field === undefined ? null : asFormulaReads(field, org.store.compute(object, field, values));
    }
    const parent = parentOf(org, object, values, step);
    return parent === undefined ? null : fieldPathValue(org, parent.object, parent.values, rest);
}

/** The field that a path leads to, and the object it is of. */
export function fieldPathEnd(
    schema: Schema,
    object: ObjectSchema,
    path: readonly string[]
): { readonly object: ObjectSchema; readonly field: FieldSchema } | undefined {
    const [step, ...rest] = path;
    if (step === undefined) return undefined;
    if (rest.length === 0) {
        const field = schema.field(object, step);
        return field === undefined ? undefined : { object, field };
    }
    const parentName = schema.parentRelationship(object, step)?.reference?.to[0];
    const parent = parentName === undefined ? undefined : schema.object(parentName);
    return parent === undefined ? undefined : fieldPathEnd(schema, parent, rest);
}

function parentOf(
    org: Pick<Org, "schema" | "store">,
    object: ObjectSchema,
    values: Readonly<RecordValues>,
    relationshipName: string
): { object: ObjectSchema; values: RecordValues } | undefined {
    const reference = org.schema.parentRelationship(object, relationshipName);
    const id = reference === undefined ? null : (values[reference.name] ?? null);
    if (typeof id !== "string") return undefined;
    const parent = org.schema.objectOfId(id);
    const parentValues = parent === undefined ? undefined : org.store.readStored(parent, id);
    return parent === undefined || parentValues === undefined ? undefined : { object: parent, values: parentValues };
}

/** A percent of 30 reads as 0.3 in a formula, and a checkbox is never blank. */
export function asFormulaReads(field: FieldSchema, value: Value): Value {
    if (field.type === "boolean") return value ?? false;
    return field.type === "percent" && Decimal.isDecimal(value) ? value.div(100) : value;
}
