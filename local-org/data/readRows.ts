import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { Prepare, TablePlan } from "./statements.ts";
import type { Store } from "./store.ts";
import { fromStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import { binName, columnOf, hasBin, quoted } from "./tables.ts";
import type { RecordValues } from "./value.ts";

type Row = Record<string, StoredValue>;

/** Rows of one object as records. */
export function rowReaders(
    schema: Schema,
    prepare: Prepare,
    planOf: (object: ObjectSchema) => TablePlan
): Pick<Store, "read" | "readStored" | "readMany"> {
    const readStored = storedRowReader(prepare, planOf);
    return {
        read(given, id) {
            const { fields, byId } = planOf(given);
            return recordOfCells(fields, byId.get(id));
        },
        readStored: (object, id) => readStored(object, id, "keptOnly"),
        readMany(given, filter) {
            const { object, fields, select } = planOf(given);
            const field = filter === undefined ? undefined : fieldOf(schema, object, filter.field);
            const where = field === undefined ? "" : ` WHERE ${isOneOf(object, field, filter?.isOneOf ?? [])}`;
            const parameters = filter === undefined ? [] : [JSON.stringify(filter.isOneOf)];
            const rows = prepare(`${select}${where} ORDER BY "Id"`).all(...parameters);
            return rows.map((row) => recordOf(fields, row as Row));
        }
    };
}

/** Reads a row without its computed fields; of the recycle bin too, where that is asked for. */
export function storedRowReader(
    prepare: Prepare,
    planOf: (object: ObjectSchema) => TablePlan
): (object: ObjectSchema, id: string, which: "keptOnly" | "deletedToo") => RecordValues | undefined {
    return (given, id, which) => {
        const { object, storedFields, storedColumns, storedById } = planOf(given);
        const kept = recordOfCells(storedFields, storedById.get(id));
        if (kept !== undefined || which === "keptOnly" || !hasBin(object)) return kept;
        const row = prepare(`SELECT ${storedColumns} FROM ${quoted(binName(object))} WHERE "Id" = ?`).get(id);
        return row === undefined ? undefined : recordOf(storedFields, row as Row);
    };
}

/** Throws where the object has no such field: a caller's mistake. */
export function fieldOf(schema: Schema, object: ObjectSchema, name: string): FieldSchema {
    const field = schema.field(object, name);
    if (field === undefined) {
        throw new Error(`${object.name} has no field ${name}.`);
    }
    return field;
}

function recordOfCells(fields: readonly FieldSchema[], row: unknown): RecordValues | undefined {
    if (row === undefined) return undefined;
    const cells = row as readonly StoredValue[];
    const record: RecordValues = {};
    fields.forEach((field, place) => {
        record[field.name] = fromStored(field, cells[place] ?? null);
    });
    return record;
}

function recordOf(fields: readonly FieldSchema[], row: Row): RecordValues {
    const record: RecordValues = {};
    for (const field of fields) {
        record[field.name] = fromStored(field, row[field.name] ?? null);
    }
    return record;
}

function isOneOf(object: ObjectSchema, field: FieldSchema, values: readonly (string | null)[]): string {
    const column = columnOf(object, field, quoted(object.name));
    const given = `${column} IN (SELECT value FROM json_each(?))`;
    return values.includes(null) ? `(${given} OR ${column} IS NULL)` : given;
}
