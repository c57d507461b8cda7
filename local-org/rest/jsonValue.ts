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
    const record: Record<string, unknown> = {
        attributes: { type: object.name, url: `/services/data/v${version}/sobjects/${object.name}/${id}` }
    };
    for (const field of fields) record[field.name] = jsonValue(field, values[field.name] ?? null);
    return record;
}

const readable = new WeakMap<RunningUser, WeakMap<ObjectSchema, readonly FieldSchema[]>>();

/** Asked once for each user as read and each object as it stands. */
export function readableFields(object: ObjectSchema, user: RunningUser): readonly FieldSchema[] {
    const byObject = readable.get(user) ?? new WeakMap<ObjectSchema, readonly FieldSchema[]>();
    readable.set(user, byObject);
    const known = byObject.get(object);
    if (known !== undefined) return known;
    const fields = [...object.fields.values()].filter((field) => user.canReadField(object.name, field.name));
    byObject.set(object, fields);
    return fields;
}
