import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema, RollUp } from "../schema/objectSchema.ts";
import { matchesFilter } from "./rollUpFilter.ts";

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

/** The value of a roll-up field over a parent's children. A sum or count of nothing is 0, a min or max is blank. */
export function rollUpValue(rollUp: RollUp, child: ObjectSchema, children: readonly RecordValues[]): Value {
    const counted = children.filter((row) => rollUp.filters.every((filter) => matchesFilter(child, row, filter)));
    if (rollUp.operation === "count") return new Decimal(counted.length);
    const values = counted.map((row) => row[rollUp.summarizedField ?? ""] ?? null).filter((value) => value !== null);
    if (rollUp.operation === "sum") return values.filter(Decimal.isDecimal).reduce(plus, new Decimal(0));
    const first = rollUp.operation === "min" ? isLess : (one: Value, other: Value) => isLess(other, one);
    return values.reduce<Value>((best, value) => (best === null || first(value, best) ? value : best), null);
}

function plus(sum: Decimal, value: Decimal): Decimal {
    return sum.plus(value);
}

function isLess(one: Value, other: Value): boolean {
    return Decimal.isDecimal(one) && Decimal.isDecimal(other) ? one.lt(other) : String(one) < String(other);
}
