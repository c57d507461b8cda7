import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { idCounter } from "./idCounter.ts";
import { recycleBin } from "./recycleBin.ts";
import { addSqlFunctions } from "./sqlFunctions.ts";
import { keepPlans, keepStatements } from "./statements.ts";
import type { Store } from "./store.ts";
import { fromStored, toStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import { binName, followSchema, hasBin, quoted } from "./tables.ts";
import { transactions } from "./transactions.ts";
import type { RecordValues } from "./value.ts";

type Row = Record<string, StoredValue>;

/** The rows of an org, in memory or in a file; its tables follow the schema from now on. */
export function openStore(schema: Schema, path = ":memory:"): Store {
    const database = new DatabaseSync(path);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
    addSqlFunctions(database);
    followSchema(database, schema);

    const prepare = keepStatements(database, schema);
    const planOf = keepPlans(schema, prepare);
    const ids = idCounter(prepare);

    return {
        insert(given, values) {
            const { object, fields, insert } = planOf(given);
            for (const name in values) {
                if (!object.fields.has(name)) {
                    throw new Error(`${object.name} has no field ${name}.`);
                }
            }
            insert.run(...fields.map((field) => toStored(field, values[field.name] ?? initial(field))));
            ids.note(object, String(values["Id"]));
        },
        update(given, id, values) {
            const { object } = planOf(given);
            const fields = Object.keys(values).map((name) => fieldOf(schema, object, name));
            if (fields.length > 0) {
                const assignments = fields.map((field) => `${quoted(field.name)} = ?`).join(", ");
                const stored = fields.map((field) => toStored(field, values[field.name] ?? null));
                prepare(`UPDATE ${quoted(object.name)} SET ${assignments} WHERE "Id" = ?`).run(...stored, id);
            }
        },
        remove(object, id) {
            prepare(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`).run(id);
        },
        read(given, id) {
            const { fields, select } = planOf(given);
            const row = prepare(`${select} WHERE "Id" = ?`).get(id);
            return row === undefined ? undefined : recordOf(fields, row as Row);
        },
        readMany(given, filter) {
            const { object, fields, select } = planOf(given);
            const field = filter === undefined ? undefined : fieldOf(schema, object, filter.field);
            const where = field === undefined ? "" : ` WHERE ${isOneOf(field, filter?.isOneOf ?? [])}`;
            const parameters = filter === undefined ? [] : [JSON.stringify(filter.isOneOf)];
            const rows = prepare(`${select}${where} ORDER BY "Id"`).all(...parameters);
            return rows.map((row) => recordOf(fields, row as Row));
        },
        newId: (object) => ids.next(object),
        bin: recycleBin(database, prepare, planOf),
        ...transactions(database),
        *select(sql, parameters) {
            // A statement of its own: a kept one would be reset when the same query runs inside this one.
            const statement = database.prepare(sql);
            statement.setReadBigInts(true);
            yield* statement.iterate(...parameters) as Iterable<Row>;
        },
        selectCells: (sql, parameters) => cellsOf(database.prepare(sql), parameters),
        run: (sql, parameters = []) => Number(prepare(sql).run(...parameters).changes),
        table: (object) => quoted(object.name),
        tableWithDeleted(given) {
            const { object, columns } = planOf(given);
            if (!hasBin(object)) return quoted(object.name);
            const [kept, deleted] = [quoted(object.name), quoted(binName(object))];
            return `(SELECT ${columns} FROM ${kept} UNION ALL SELECT ${columns} FROM ${deleted})`;
        },
        column: (fieldName) => quoted(fieldName),
        close: () => database.close()
    };
}

function cellsOf(statement: StatementSync, parameters: readonly StoredValue[]): IterableIterator<StoredValue[]> {
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    return statement.iterate(...parameters) as unknown as IterableIterator<StoredValue[]>;
}

const initial = (field: FieldSchema): boolean | null => (field.type === "boolean" ? field.defaultValue === true : null);

function fieldOf(schema: Schema, object: ObjectSchema, name: string): FieldSchema {
    const field = schema.field(object, name);
    if (field === undefined) {
        throw new Error(`${object.name} has no field ${name}.`);
    }
    return field;
}

function recordOf(fields: readonly FieldSchema[], row: Row): RecordValues {
    const record: RecordValues = {};
    for (const field of fields) {
        record[field.name] = fromStored(field, row[field.name] ?? null);
    }
    return record;
}

function isOneOf(field: FieldSchema, values: readonly (string | null)[]): string {
    const column = quoted(field.name);
    const given = `${column} IN (SELECT value FROM json_each(?))`;
    return values.includes(null) ? `(${given} OR ${column} IS NULL)` : given;
}
