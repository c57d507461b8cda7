import type { RecordValues, Value } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { holds, order } from "./compareData.ts";
import type { FieldFilter, LookupElement } from "./compiledFlow.ts";
import { FlowFault, isCollection } from "./interview.ts";
import type { Datum, FlowRow, Interview } from "./interview.ts";
import { readOperandOf } from "./readReference.ts";

/** Results by element and filter values: nothing can change while before-save flows of one batch run. */
export type LookupCache = Map<string, readonly FlowRow[]>;

/** The rows that a Get Records element finds, in system context: sharing and permissions don't count. */
export function getRecords(interview: Interview, element: LookupElement, cache: LookupCache): readonly FlowRow[] {
    const object = interview.org.schema.object(element.objectName);
    if (object === undefined) throw new FlowFault(`The object ${element.objectName} is gone.`);
    const wanted = element.where.filters.map((filter) => readOperandOf(interview, filter.value));
    const key = JSON.stringify([element.name, wanted]);
    const known = cache.get(key);
    if (known !== undefined) return known;
    const rows = candidates(interview, object, element, wanted)
        .filter((row) =>
            element.where.logic((index) =>
                filterHolds(interview, object, row, element.where.filters[index], wanted[index] ?? null)
            )
        )
        .sort((one, other) => bySort(interview, object, element, one, other))
        .map((values) => ({ objectName: object.name, values }));
    cache.set(key, rows);
    return rows;
}

/** Narrows by one reference or Id that must match; the filters decide the rest. */
function candidates(
    { org }: Interview,
    object: ObjectSchema,
    element: LookupElement,
    wanted: readonly Datum[]
): RecordValues[] {
    const index = element.where.filters.findIndex(({ field: name, operator }, place) => {
        const type = org.schema.field(object, name)?.type;
        return (
            element.where.allMustHold &&
            (type === "id" || type === "reference") &&
            idsIn(operator, wanted[place] ?? null) !== null
        );
    });
    const filter = element.where.filters[index];
    const field = filter === undefined ? undefined : org.schema.field(object, filter.field);
    if (filter === undefined || field === undefined) return org.store.readMany(object);
    return org.store.readMany(object, {
        field: field.name,
        isOneOf: idsIn(filter.operator, wanted[index] ?? null) ?? []
    });
}

function idsIn(operator: string, wanted: Datum): (string | null)[] | null {
    if (operator === "EqualTo" && (typeof wanted === "string" || wanted === null))
        return [wanted === "" ? null : wanted];
    if (operator !== "In" || !isCollection(wanted)) return null;
    return wanted.map((item) => (typeof item === "string" ? item : null));
}

function filterHolds(
    { org }: Interview,
    object: ObjectSchema,
    row: RecordValues,
    filter: FieldFilter | undefined,
    wanted: Datum
): boolean {
    const field = filter === undefined ? undefined : org.schema.field(object, filter.field);
    if (filter === undefined || field === undefined) throw new FlowFault("A filter names a field that is gone.");
    const letterCase = field.type === "id" || field.type === "reference" ? "exact" : "ignored";
    return holds(row[field.name] ?? null, filter.operator, wanted === "" ? null : wanted, letterCase);
}

// Blanks come first and equal values in the order of Ids, as in a query.
function bySort(
    { org }: Interview,
    object: ObjectSchema,
    { sort }: LookupElement,
    one: RecordValues,
    other: RecordValues
): number {
    const field = sort === null ? undefined : org.schema.field(object, sort.field);
    if (sort === null || field === undefined) return 0;
    const [left, right]: Value[] = [one[field.name] ?? null, other[field.name] ?? null];
    if (left === undefined || right === undefined || left === null || right === null) {
        return left === right ? 0 : left === null ? -1 : 1;
    }
    return order(left, right, "ignored") * (sort.descending ? -1 : 1);
}
