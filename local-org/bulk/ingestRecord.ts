import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import { seesRecord } from "../people/recordAccess.ts";
import type { RunningUser } from "../people/people.ts";
import { givenValue } from "../rest/givenValue.ts";
import { recordKey } from "../rest/recordKey.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import type { IngestColumn } from "./ingestColumns.ts";

/** The values of one row, or why it can't be read. */
export type IngestRecord = RecordValues | OrgError;

/** As whom records are read, and for which org. */
export interface IngestParties {
    readonly org: Org;
    readonly user: RunningUser;
}

type ParentColumn = IngestColumn & { readonly kind: "parent" };

const blankMark = "#N/A";

/** Rows as records; parents that rows name by a key are looked up for all of them at once. */
export function readRecords(
    parties: IngestParties,
    columns: readonly IngestColumn[],
    rows: readonly (readonly string[])[]
): IngestRecord[] {
    const parents = columns.map((column, place) =>
        column.kind === "parent" ? parentsByKey(parties, column, rows, place) : undefined
    );
    return rows.map((row) => {
        try {
            return readRecord(columns, row, parents);
        } catch (error) {
            if (error instanceof OrgError) return error;
            throw error;
        }
    });
}

type IdsByKey = ReadonlyMap<string, readonly string[]>;

function readRecord(
    columns: readonly IngestColumn[],
    row: readonly string[],
    parents: readonly (IdsByKey | undefined)[]
): RecordValues {
    const values: RecordValues = {};
    columns.forEach((column, place) => {
        const cell = row[place] ?? "";
        if (cell === "") return;
        if (column.kind === "field") values[column.field.name] = readCell(column.field, cell);
        else values[column.reference.name] = cell === blankMark ? null : idOfParent(column, cell, parents[place]);
    });
    return values;
}

/** Throws OrgError for a cell that can't be a value of the field. */
export function readCell(field: FieldSchema, cell: string): Value {
    if (cell === blankMark) return null;
    try {
        return givenValue(field, asJson(field, cell));
    } catch (error) {
        if (!(error instanceof OrgError) || error.errorCode !== "JSON_PARSER_ERROR") throw error;
        const message = `${field.label}: value not of required type: ${cell.slice(0, 80)}`;
        throw new OrgError("INVALID_TYPE_ON_FIELD_IN_RECORD", message, { fields: [field.name] });
    }
}

const flags: Readonly<Record<string, boolean>> = {
    ...{ yes: true, y: true, true: true, on: true, "1": true },
    ...{ no: false, n: false, false: false, off: false, "0": false }
};

/** What CSV may write and JSON may not: other words for true and false, and a date that says its zone. */
function asJson(field: FieldSchema, cell: string): string | boolean {
    if (field.type === "boolean") return flags[cell.toLowerCase()] ?? cell;
    if (field.type === "date" || field.type === "datetime") return cell.replace(/^(\d{4}-\d{2}-\d{2})Z$/, "$1");
    return cell;
}

function parentsByKey(
    { org, user }: IngestParties,
    { parent, key }: ParentColumn,
    rows: readonly (readonly string[])[],
    place: number
): IdsByKey {
    const cells = new Set(rows.map((row) => row[place] ?? "").filter((cell) => cell !== "" && cell !== blankMark));
    const keys = [...cells].flatMap((cell) => keyOfCell(key, cell) ?? []);
    const ids = new Map<string, string[]>();
    for (const row of org.store.readMany(parent, { field: key.name, isOneOf: keys })) {
        if (!seesRecord(org, user, parent, row)) continue;
        const value = recordKey(key, row[key.name] ?? null) ?? "";
        ids.set(value, [...(ids.get(value) ?? []), String(row["Id"])]);
    }
    return ids;
}

/** Undefined for what can't be a value of the field: no record has it. */
function keyOfCell(key: FieldSchema, cell: string): string | undefined {
    try {
        return recordKey(key, readCell(key, cell)) ?? undefined;
    } catch (error) {
        if (error instanceof OrgError) return undefined;
        throw error;
    }
}

function idOfParent({ parent, key }: ParentColumn, cell: string, found: IdsByKey | undefined): string {
    const [id, ...others] = found?.get(keyOfCell(key, cell) ?? "") ?? [];
    if (id !== undefined && others.length === 0) return id;
    const message =
        id === undefined
            ? `Foreign key external ID: ${cell} not found for field ${key.name} in entity ${parent.name}`
            : `More than one record found for external id field: [${[id, ...others].join(", ")}]`;
    throw new OrgError("INVALID_FIELD", message);
}
