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
    const given = ids.get(object.name) ?? new Map<string, number>();
    ids.set(object.name, given);
    const rows = new Map<string, number>();
    let row = 1;
    for (const cells of table.rows) {
        row += 1;
        const values = readRow(object, fields, cells, place(source, row), problems);
        if (values !== null) {
            fillDefaults(org, object, values, given);
            const id = String(values["Id"]);
            if (insertRow(org, object, values, id, given, place(source, row, "Id"), problems)) {
                given.set(id, row);
                rows.set(id, row);
            }
        }
    }
    return { object, source, fields, rows };
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

function readRow(
    object: ObjectSchema,
    fields: readonly FieldSchema[],
    cells: readonly string[],
    at: string,
    problems: string[]
): RecordValues | null {
    if (cells.length !== fields.length) {
        problems.push(`${at}: it has ${cells.length} cells, the header has ${fields.length}.`);
        return null;
    }
    const values: RecordValues = {};
    const before = problems.length;
    fields.forEach((field, index) => {
        const cell = cells[index] ?? "";
        try {
            values[field.name] = readCell(field, cell);
        } catch (error) {
            if (!(error instanceof CellProblem)) {
                throw error;
            }
            problems.push(`${at}, column ${field.name}: ${shortened(cell)} ${error.message}.`);
        }
    });
    for (const field of object.fields.values()) {
        if (isRequired(field) && (values[field.name] ?? null) === null && problems.length === before) {
            problems.push(`${at}, column ${field.name}: it is blank, and ${object.name} needs it.`);
        }
    }
    return problems.length === before ? values : null;
}

/** What no default can fill: required input of clients, and the parent of a detail. */
function isRequired(field: FieldSchema): boolean {
    const isInput = field.createable || field.reference?.cascadeDelete === true;
    const isFilled = field.type === "boolean" || field.defaultValue !== null || systemFieldNames.has(field.name);
    return !field.nillable && isInput && !isFilled;
}

function insertRow(
    org: RowsOfOrg,
    object: ObjectSchema,
    values: RecordValues,
    id: string,
    given: ReadonlyMap<string, number>,
    at: string,
    problems: string[]
): boolean {
    const earlier = given.get(id);
    if (earlier !== undefined) {
        problems.push(`${at}: ${id} is the Id of row ${earlier} already.`);
        return false;
    }
    if (org.schema.objectOfId(id) !== object) {
        problems.push(`${at}: ${id} is not the Id of ${object.name}, whose Ids begin with ${object.keyPrefix}.`);
        return false;
    }
    if (org.store.read(object, id) !== undefined) {
        problems.push(`${at}: the org has a row with the Id ${id} already.`);
        return false;
    }
    org.store.insert(object, values);
    return true;
}
