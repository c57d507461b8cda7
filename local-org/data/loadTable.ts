import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { systemFieldNames } from "../schema/systemFields.ts";
import { CellProblem } from "./cell.ts";
import { loadedColumns } from "./loadedColumns.ts";
import type { LoadedColumns } from "./loadedColumns.ts";
import { place, shortened } from "./loadError.ts";
import type { RowsOfOrg } from "./scope.ts";
import { isComputed } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import type { TextTable } from "./table.ts";

/** A table whose rows now stand in the store. */
export interface LoadedTable {
    readonly object: ObjectSchema;
    readonly source: string;
    readonly fields: readonly FieldSchema[];
    /** Row number by Id. */
    readonly rows: ReadonlyMap<string, number>;
}

/**
 * Reads every row and writes it, inside the caller's transaction. Adds a sentence to the problems for each
 * thing that is wrong; null where the table itself can't be loaded. `ids` are those given so far, by object.
 */
export function loadTable(
    org: RowsOfOrg,
    table: TextTable,
    ids: Map<string, Map<string, number>>,
    problems: string[]
): LoadedTable | null {
    const source = table.source ?? table.object;
    const object = org.schema.object(table.object);
    if (object === undefined) {
        problems.push(`${source}: this org has no object ${table.object}.`);
        return null;
    }
    const fields = fieldsOf(org, object, table.columns, source, problems);
    if (fields === null) {
        return null;
    }
    const given = ids.get(object.name) ?? idsInStore(org, object);
    ids.set(object.name, given);
    const rows = org.store.withoutIndexes(object, () => writeRows({ org, object, fields, given }, table, problems));
    return { object, source, fields, rows };
}

interface Target {
    readonly org: RowsOfOrg;
    readonly object: ObjectSchema;
    readonly fields: readonly FieldSchema[];
    readonly given: Map<string, number>;
}

/** Row number by Id of what was written. */
function writeRows({ org, object, fields, given }: Target, table: TextTable, problems: string[]): Map<string, number> {
    const columns = loadedColumns(org, object, fields);
    const insert = org.store.inserter(object, columns.fields);
    const idPlace = columns.fields.findIndex((field) => field.type === "id");
    const required = requiredPlaces(object, columns);
    const rows = new Map<string, number>();
    let row = 1;
    for (const cells of table.rows) {
        row += 1;
        const wrong: string[] = [];
        const stored = readRow(fields, columns, cells, wrong);
        if (wrong.length === 0) {
            columns.fillBlanks(stored, given);
            const id = String(stored[idPlace]);
            for (const { field, index } of required) {
                if ((stored[index] ?? null) === null) wrong.push(`, column ${field.name}: it may not be blank.`);
            }
            wrong.push(...idProblems(org, object, id, given));
            if (wrong.length === 0) {
                insert(stored);
                given.set(id, row);
                rows.set(id, row);
            }
        }
        wrong.forEach((problem) => problems.push(`${place(table.source ?? table.object, row)}${problem}`));
    }
    return rows;
}

/** Where in a row each required field stands; nowhere where it was not given, and so is blank. */
function requiredPlaces(object: ObjectSchema, { fields }: LoadedColumns): { field: FieldSchema; index: number }[] {
    const places = new Map(fields.map((field, index) => [field.name, index]));
    return [...object.fields.values()]
        .filter(isRequired)
        .map((field) => ({ field, index: places.get(field.name) ?? -1 }));
}

/** Row number by Id; 0 for a row that the org had before. */
function idsInStore(org: RowsOfOrg, object: ObjectSchema): Map<string, number> {
    const rows = org.store.select(`SELECT "Id" AS id FROM ${org.store.table(object)}`, []);
    return new Map([...rows].map(({ id }) => [String(id), 0]));
}

function fieldsOf(
    org: RowsOfOrg,
    object: ObjectSchema,
    columns: readonly string[],
    source: string,
    problems: string[]
): readonly FieldSchema[] | null {
    const before = problems.length;
    const fields = columns.flatMap((column) => {
        const field = org.schema.field(object, column);
        const reason = reasonAgainst(object, column, field);
        if (reason !== null) problems.push(`${place(source, 1, column)}: ${reason}`);
        return field ?? [];
    });
    const twice = fields.find((field, index) => fields.indexOf(field) !== index);
    if (twice !== undefined) {
        problems.push(`${place(source, 1, twice.name)}: the column stands there twice.`);
    }
    return problems.length === before ? fields : null;
}

function reasonAgainst(object: ObjectSchema, column: string, field: FieldSchema | undefined): string | null {
    if (field === undefined) {
        return column.toLowerCase() === "currencyisocode"
            ? "this org has one currency; leave the column out."
            : `${object.name} has no field ${shortened(column)}.`;
    }
    return isComputed(field) ? "it is computed whenever it is read; leave the column out." : null;
}

/** Problems are the ends of sentences that begin with the row. */
function readRow(
    given: readonly FieldSchema[],
    { fields, readers }: LoadedColumns,
    cells: readonly string[],
    problems: string[]
): StoredValue[] {
    const stored = new Array<StoredValue>(fields.length).fill(null);
    if (cells.length !== given.length) {
        problems.push(`: it has ${cells.length} cells, the header has ${given.length}.`);
        return stored;
    }
    for (const [index, read] of readers.entries()) {
        const cell = cells[index] ?? "";
        try {
            stored[index] = read(cell);
        } catch (error) {
            if (!(error instanceof CellProblem)) {
                throw error;
            }
            problems.push(`, column ${fields[index]?.name}: ${shortened(cell)} ${error.message}.`);
        }
    }
    return stored;
}

/** Required input of clients, and the parent of a detail; what else may not be blank is computed later. */
function isRequired(field: FieldSchema): boolean {
    const isInput = field.createable || field.reference?.cascadeDelete === true;
    return !field.nillable && isInput && !systemFieldNames.has(field.name);
}

function idProblems(org: RowsOfOrg, object: ObjectSchema, id: string, given: ReadonlyMap<string, number>): string[] {
    const earlier = given.get(id);
    if (earlier !== undefined) {
        const owner = earlier === 0 ? "a row the org already has" : `row ${earlier}`;
        return [`, column Id: ${id} is the Id of ${owner}.`];
    }
    return id.startsWith(object.keyPrefix)
        ? []
        : [`, column Id: ${id} is not an Id of ${object.name}; those begin with ${object.keyPrefix}.`];
}
