import type { FieldSchema } from "../schema/objectSchema.ts";
import { fieldOperand } from "./operand.ts";
import type { Operand } from "./operand.ts";
import { invalidField, malformed } from "./refusals.ts";
import type { Scope } from "./scope.ts";

/** Measures are counted and summed, not grouped (the `groupable` of a describe). */
const NOT_GROUPED: ReadonlySet<FieldSchema["type"]> = new Set([
    "double",
    "currency",
    "percent",
    "datetime",
    "multipicklist"
]);

export function fieldForFilter(scope: Scope, path: string): Operand {
    return usable(scope, path, "filtered in a query call", (field) => field.filterable);
}

export function fieldForSort(scope: Scope, path: string): Operand {
    return usable(scope, path, "sorted in a query call", (field) => field.filterable && field.type !== "multipicklist");
}

export function fieldForGroup(scope: Scope, path: string): Operand {
    return usable(scope, path, "grouped in a query call", (field) => field.filterable && !NOT_GROUPED.has(field.type));
}

/** WHERE judges rows before they are grouped. */
export function refuseAggregate(operand: Operand): void {
    if (operand.isAggregate)
        throw malformed(`Aggregate expressions are not allowed in the WHERE clause: ${operand.name}`);
}

function usable(scope: Scope, path: string, use: string, isUsable: (field: FieldSchema) => boolean): Operand {
    const column = scope.resolve(path);
    if (!isUsable(column.field)) throw invalidField(`field '${column.field.name}' can not be ${use}`);
    return fieldOperand(path, column);
}
