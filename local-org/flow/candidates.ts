import { casefold } from "../data/sqlFunctions.ts";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Filters } from "./compiledFlow.ts";
import type { Asked } from "./dataStep.ts";
import { isCollection } from "./interview.ts";
import type { Datum } from "./interview.ts";

/** Rows, in the order of Ids, among which all are that can meet the filters with these values. */
export type Candidates = (wanted: readonly Datum[]) => RecordValues[];

/** Reads, once for all, the rows that one filter which must hold lets through; the other filters decide later. */
export function candidatesOf(
    org: Org,
    { object, where }: { readonly object: ObjectSchema; readonly where: Filters },
    all: readonly Asked[]
): Candidates {
    const narrowing = narrowingOf(org, object, where, all);
    if (narrowing === undefined) {
        const rows = org.store.readMany(object);
        return () => [...rows];
    }
    const { index, field, keyOf } = narrowing;
    const keys = (wanted: Datum): Set<string | null> => new Set((valuesIn(wanted) ?? []).map(keyOf));
    const wantedKeys = new Set(all.flatMap(({ wanted }) => [...keys(wanted[index] ?? null)]));
    const rows = new Map<string | null, RecordValues[]>();
    for (const row of rowsWith(org, object, field, [...wantedKeys])) {
        const key = keyOf(row[field.name] ?? null);
        const same = rows.get(key);
        if (same === undefined) rows.set(key, [row]);
        else same.push(row);
    }
    return (wanted) => {
        const groups = [...keys(wanted[index] ?? null)].map((key) => rows.get(key) ?? []);
        const found = groups.flat();
        return groups.length < 2 ? found : found.sort(byId);
    };
}

interface Narrowing {
    readonly index: number;
    readonly field: FieldSchema;
    readonly keyOf: (value: Value) => string | null;
}

const textTypes: readonly FieldSchema["type"][] = ["string", "picklist", "email", "phone", "url", "combobox"];

/** The best filter to search by: an Id or a reference, else a text, that must equal one of known values. */
function narrowingOf(org: Org, object: ObjectSchema, where: Filters, all: readonly Asked[]): Narrowing | undefined {
    if (!where.allMustHold) return undefined;
    const narrowings = where.filters.flatMap(({ field: name, operator }, index) => {
        const field = org.schema.field(object, name);
        const isKnown = all.every(({ wanted }) => valuesIn(wanted[index] ?? null) !== null);
        if (field === undefined || !(operator === "EqualTo" || operator === "In") || !isKnown) return [];
        if (isId(field)) return [{ index, field, keyOf: textOf }];
        const keyOf = (value: Value): string | null => (typeof value === "string" ? casefold(value) : null);
        return textTypes.includes(field.type) ? [{ index, field, keyOf }] : [];
    });
    return narrowings.find(({ field }) => isId(field)) ?? narrowings[0];
}

function rowsWith(org: Org, object: ObjectSchema, field: FieldSchema, keys: (string | null)[]): RecordValues[] {
    const { store } = org;
    if (isId(field)) return store.readMany(object, { field: field.name, isOneOf: keys });
    const column = store.columnOf(object, field.name, store.table(object));
    const given = `casefold(${column}) IN (SELECT value FROM json_each(?))`;
    const where = keys.includes(null) ? `(${given} OR ${column} IS NULL)` : given;
    const found = store.select(`SELECT "Id" FROM ${store.table(object)} WHERE ${where}`, [JSON.stringify(keys)]);
    return store.readMany(object, { field: "Id", isOneOf: [...found].map((row) => String(row["Id"])) });
}

function isId({ type }: FieldSchema): boolean {
    return type === "id" || type === "reference";
}

const textOf = (value: Value): string | null => (typeof value === "string" ? value : null);

/** The texts and blanks that are asked for; null where something else is. */
function valuesIn(wanted: Datum): (string | null)[] | null {
    const values = isCollection(wanted) ? wanted : [wanted];
    const texts = values.filter((value) => value === null || typeof value === "string");
    return texts.length === values.length ? texts.map((text) => (text === "" ? null : text)) : null;
}

function byId(one: RecordValues, other: RecordValues): number {
    const [left, right] = [String(one["Id"]), String(other["Id"])];
    return left === right ? 0 : left < right ? -1 : 1;
}
