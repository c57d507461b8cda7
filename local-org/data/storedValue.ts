import { Decimal } from "decimal.js";
import type { FieldSchema } from "../schema/objectSchema.ts";
import type { Value } from "./value.ts";

/** What SQLite holds: text, or an integer (a flag as 0 or 1, a number scaled by its field's scale). */
export type StoredValue = string | bigint | null;

const numericTypes: ReadonlySet<string> = new Set(["int", "double", "currency", "percent"]);

export const isNumeric = (field: FieldSchema): boolean => numericTypes.has(field.type);

/** Whether its value is computed on reading instead of stored. */
export const isComputed = (field: FieldSchema): boolean => field.computation !== null;

/** Rounds half up to the field's scale, as the platform does. */
export function toStored(field: FieldSchema, value: Value): StoredValue {
    if (value === null || value === "") {
        return field.type === "boolean" ? 0n : null;
    }
    if (typeof value === "string") {
        return value;
    }
    if (typeof value === "boolean") {
        return value ? 1n : 0n;
    }
    return scaled(value, field.scale);
}

export function fromStored(field: FieldSchema, stored: StoredValue): Value {
    if (stored === null || typeof stored === "string") {
        return stored;
    }
    return field.type === "boolean" ? stored === 1n : new Decimal(`${stored}e-${field.scale}`);
}

export function scaled(value: Decimal, scale: number): bigint {
    return BigInt(value.toDecimalPlaces(scale, Decimal.ROUND_HALF_UP).times(`1e${scale}`).toFixed(0));
}
