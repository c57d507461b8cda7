import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { candidatesOf } from "./candidates.ts";
import { holds, order } from "./compareData.ts";
import type { FieldFilter, Filters } from "./compiledFlow.ts";
import type { Asked } from "./dataStep.ts";
import { FlowFault } from "./interview.ts";
import type { Datum, Run } from "./interview.ts";

export interface Search {
    readonly object: ObjectSchema;
    readonly where: Filters;
    readonly sort: { readonly field: string; readonly descending: boolean } | null;
}

/**
 * The rows that each interview finds, in system context: sharing and permissions don't count. One query
 * for all of them; the rows that it counts are those that at least one of them takes.
 */
export function lookUpTogether(run: Run, search: Search, all: readonly Asked[]): RecordValues[][] {
    const found = findRecords(run.org, search, all);
    run.transaction.countQuery(new Set(found.flatMap((rows) => rows.map((row) => row["Id"]))).size);
    return found;
}

/** The same without counting. */
export function findRecords(org: Org, search: Search, all: readonly Asked[]): RecordValues[][] {
    const candidates = candidatesOf(org, search, all);
    return all.map((asked) => {
        const rows = candidates(asked.wanted).filter((row) => meets(org, search, row, asked.wanted));
        if (search.sort !== null) rows.sort((one, other) => bySort(org, search, one, other));
        return asked.most === null ? rows : rows.slice(0, asked.most);
    });
}

function meets(org: Org, { object, where }: Search, row: RecordValues, wanted: readonly Datum[]): boolean {
    return where.logic((index) => filterHolds(org, object, row, where.filters[index], wanted[index] ?? null));
}

function filterHolds(
    org: Org,
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
function bySort(org: Org, { object, sort }: Search, one: RecordValues, other: RecordValues): number {
    const field = sort === null ? undefined : org.schema.field(object, sort.field);
    if (sort === null || field === undefined) return 0;
    const [left, right]: Value[] = [one[field.name] ?? null, other[field.name] ?? null];
    if (left === undefined || right === undefined || left === null || right === null) {
        return left === right ? 0 : left === null ? -1 : 1;
    }
    return order(left, right, "ignored") * (sort.descending ? -1 : 1);
}
