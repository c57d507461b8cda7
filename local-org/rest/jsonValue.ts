import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { RunningUser } from "../people/people.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";

/** A stored value as the REST API writes it: numbers as numbers, times with `+0000`. */
export function jsonValue(field: FieldSchema, value: Value): string | number | boolean | null {
    if (Decimal.isDecimal(value)) return value.toNumber();
    return field.type === "datetime" && typeof value === "string" ? value.replace(/Z$/, "+0000") : value;
}

/** A record with `attributes` and the named fields, or all that the user may read. */
export function jsonRecord(
    object: ObjectSchema,
    values: Readonly<RecordValues>,
    version: string,
    fields: readonly FieldSchema[]
): Record<string, unknown> {
    const id = String(values["Id"]);
    return {
        attributes: { type: object.name, url: `/services/data/v${version}/sobjects/${object.name}/${id}` },
        ...Object.fromEntries(fields.map((field) => [field.name, jsonValue(field, values[field.name] ?? null)]))
    };
}

export function readableFields(object: ObjectSchema, user: RunningUser): FieldSchema[] {
    return [...object.fields.values()].filter((field) => user.canReadField(object.name, field.name));
}
