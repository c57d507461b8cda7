import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";

/** The value as the platform keeps it: text trimmed, empty text blank, numbers rounded to the field's scale. */
export function fitToField(field: FieldSchema, value: Value): Value {
    if (value === null) return field.type === "boolean" ? false : null;
    if (Decimal.isDecimal(value)) return value.toDecimalPlaces(field.scale, Decimal.ROUND_HALF_UP);
    if (typeof value === "string") return value.trim() === "" ? null : value.trim();
    return value;
}
