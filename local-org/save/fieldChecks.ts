import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import { refuse } from "./pendingRecord.ts";
import type { PendingRecord } from "./pendingRecord.ts";

/** Refuses a value that its field can't hold: too long, too large, or not among a restricted picklist's values. */
export function checkField(record: PendingRecord, field: FieldSchema, value: NonNullable<Value>): void {
    if (Decimal.isDecimal(value)) checkNumber(record, field, value);
    if (typeof value !== "string") return;
    if (field.length > 0 && field.type !== "reference" && value.length > field.length) {
        const message = `${field.label}: data value too large: ${value.slice(0, 255)} (max length=${field.length})`;
        refuse(record, "STRING_TOO_LONG", message, [field.name]);
    }
    checkPicklist(record, field, value);
    if (field.type === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
        refuse(record, "INVALID_EMAIL_ADDRESS", `${field.label}: invalid email address: ${value}`, [field.name]);
    }
}

function checkNumber(record: PendingRecord, field: FieldSchema, value: Decimal): void {
    const limit = new Decimal(10).pow(field.precision - field.scale);
    if (field.precision > 0 && value.abs().gte(limit)) {
        const message = `${field.label}: value outside of valid range on numeric field: ${value.toFixed()}`;
        refuse(record, "NUMBER_OUTSIDE_VALID_RANGE", message, [field.name]);
    }
}

/** Refuses a value that a restricted picklist doesn't offer; any other field takes it. */
export function checkPicklist(record: PendingRecord, field: FieldSchema, value: string): void {
    if (!field.restrictedPicklist) return;
    const known = new Set(field.picklistValues.filter((each) => each.active).map((each) => each.value));
    const chosen = field.type === "multipicklist" ? value.split(";") : [value];
    const unknown = chosen.find((each) => !known.has(each));
    if (unknown !== undefined) {
        const message = `${field.label}: bad value for restricted picklist field: ${unknown}`;
        refuse(record, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message, [field.name]);
    }
}
