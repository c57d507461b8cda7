import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { systemFieldNames } from "../schema/systemFields.ts";
import { CellProblem, readCell } from "./cell.ts";
import { fillDefaults } from "./loadDefaults.ts";
import { place, shortened } from "./loadError.ts";
import type { RowsOfOrg } from "./scope.ts";
import type { TextTable } from "./table.ts";
import type { RecordValues } from "./value.ts";

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
    const rows = new Map<string, number>();
    const required = [...object.fields.values()].filter(isRequired);
    let row = 1;
    for (const cells of table.rows) {
        row += 1;
        const wrong: string[] = [];
        const values = readRow(fields, cells, wrong);
        if (wrong.length === 0) {
            fillDefaults(org, object, values, given);
            const id = String(values["Id"]);
            wrong.push(...blankProblems(required, values), ...idProblems(org, object, id, given));
            if (wrong.length === 0) {
                org.store.insert(object, values);
                given.set(id, row);
                rows.set(id, row);
            }
        }
        wrong.forEach((problem) => problems.push(`${place(source, row)}${problem}`));
    }
    return { object, source, fields, rows };
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
        if (field === undefined) {
            problems.push(`${place(source, 1, column)}: ${object.name} has no field ${shortened(column)}.`);
        }
        return field ?? [];
    });
    const twice = fields.find((field, index) => fields.indexOf(field) !== index);
    if (twice !== undefined) {
        problems.push(`${place(source, 1, twice.name)}: the column stands there twice.`);
    }
    return problems.length === before ? fields : null;
}

/** Problems are the ends of sentences that begin with the row. */
function readRow(fields: readonly FieldSchema[], cells: readonly string[], problems: string[]): RecordValues {
    const values: RecordValues = {};
    if (cells.length !== fields.length) {
        problems.push(`: it has ${cells.length} cells, the header has ${fields.length}.`);
        return values;
    }
    fields.forEach((field, index) => {
        const cell = cells[index] ?? "";
        try {
            values[field.name] = readCell(field, cell);
        } catch (error) {
            if (!(error instanceof CellProblem)) {
                throw error;
            }
            problems.push(`, column ${field.name}: ${shortened(cell)} ${error.message}.`);
        }
    });
    return values;
}

function blankProblems(required: readonly FieldSchema[], values: RecordValues): string[] {
    return required
        .filter((field) => (values[field.name] ?? null) === null)
        .map((field) => `, column ${field.name}: it may not be blank.`);
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
    return org.schema.objectOfId(id)?.name === object.name
        ? []
        : [`, column Id: ${id} is not an Id of ${object.name}; those begin with ${object.keyPrefix}.`];
}
