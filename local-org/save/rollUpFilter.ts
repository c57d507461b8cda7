import { Decimal } from "decimal.js";
import type { RecordValues } from "../data/value.ts";
import { OrgError } from "../orgError.ts";
import type { ObjectSchema, RollUp } from "../schema/objectSchema.ts";

type Filter = RollUp["filters"][number];

/**
 * True when the child counts for the roll-up. Picklist values may be given as a list with commas. Throws
 * on an operation that this org doesn't know.
 */
export function matchesFilter(child: ObjectSchema, row: Readonly<RecordValues>, filter: Filter): boolean {
    const value = row[filter.field] ?? null;
    const isList = child.fields.get(filter.field)?.type === "picklist";
    const wanted = isList ? filter.value.split(",").map((each) => each.trim()) : [filter.value];
    const equals = wanted.some((each) => isEqual(value, each));
    switch (filter.operation) {
        case "equals":
            return equals;
        case "notEqual":
            return !equals;
        case "greaterThan":
            return value !== null && compare(value, filter.value) > 0;
        case "greaterOrEqual":
            return value !== null && compare(value, filter.value) >= 0;
        case "lessThan":
            return value !== null && compare(value, filter.value) < 0;
        case "lessOrEqual":
            return value !== null && compare(value, filter.value) <= 0;
        default:
            throw new OrgError(
                "INVALID_OPERATION",
                `This org can't filter the roll-up over ${child.name} by "${filter.operation}".`
            );
    }
}

function isEqual(value: RecordValues[string], wanted: string): boolean {
    if (value === null) return wanted === "";
    if (typeof value === "boolean") return value === ["true", "1"].includes(wanted.toLowerCase());
    return wanted !== "" && compare(value, wanted) === 0;
}

function compare(value: NonNullable<RecordValues[string]>, wanted: string): number {
    if (Decimal.isDecimal(value)) return value.cmp(wanted);
    const text = String(value).toLowerCase();
    return text === wanted.toLowerCase() ? 0 : text < wanted.toLowerCase() ? -1 : 1;
}
