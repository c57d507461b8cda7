import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { systemClock } from "../clock.ts";
import type { Clock } from "../clock.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import { computedFields } from "./computedFields.ts";
import { idCounter } from "./idCounter.ts";
import { keepSchema } from "./orgFile.ts";
import { fieldOf, rowReaders, storedRowReader } from "./readRows.ts";
import { recycleBin } from "./recycleBin.ts";
import { addSqlFunctions } from "./sqlFunctions.ts";
import { keepPlans, keepStatements } from "./statements.ts";
import type { TablePlan } from "./statements.ts";
import type { Store } from "./store.ts";
import { snapshots } from "./storeSnapshot.ts";
import { isComputed, toStored } from "./storedValue.ts";
import type { StoredValue } from "./storedValue.ts";
import { binName, columnOf, followSchema, hasBin, quoted } from "./tables.ts";
import { transactions } from "./transactions.ts";

type Row = Record<string, StoredValue>;

const inMemory = ":memory:";

/** The rows of an org, in memory or in a file; its tables follow the schema from now on. */
export function openStore(schema: Schema, path = inMemory, clock: Clock = systemClock): Store {
    const database = openDatabase(path);
    addSqlFunctions(database);

    const prepare = keepStatements(database, schema);
    const planOf = keepPlans(schema, prepare);
    const ids = idCounter(prepare);
    const bin = recycleBin(database, prepare, planOf);
    const readers = rowReaders(schema, prepare, planOf);
    const computing = computedFields({ database, schema, clock, readRow: storedRowReader(prepare, planOf) });
    followSchema(database, schema);
    if (path !== inMemory) keepSchema(database, schema);
    const { snapshot, discardAll } = snapshots(database, ids.forget);

    return {
        insert(given, values) {
            const { object, storedFields, insert } = planOf(given);
            for (const name in values) {
                if (!object.fields.has(name)) {
                    throw new Error(`${object.name} has no field ${name}.`);
                }
            }
            insert.run(...storedFields.map((field) => toStored(field, values[field.name] ?? initial(field))));
            ids.note(object, String(values["Id"]));
        },
        update(given, id, values) {
            const { object } = planOf(given);
            const named = Object.keys(values).map((name) => fieldOf(schema, object, name));
            const fields = named.filter((field) => !isComputed(field));
            if (fields.length > 0) {
                const assignments = fields.map((field) => `${quoted(field.name)} = ?`).join(", ");
                const stored = fields.map((field) => toStored(field, values[field.name] ?? null));
                prepare(`UPDATE ${quoted(object.name)} SET ${assignments} WHERE "Id" = ?`).run(...stored, id);
            }
        },
        remove(object, id) {
            prepare(`DELETE FROM ${quoted(object.name)} WHERE "Id" = ?`).run(id);
        },
        newId: (object) => ids.next(object),
        bin,
        ...readers,
        ...computing,
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
        tableWithDeleted: (given) => tableWithDeleted(planOf(given)),
        columnOf: (object, fieldName, alias) => columnOf(object, fieldOf(schema, object, fieldName), alias),
        column: (fieldName) => quoted(fieldName),
        snapshot,
        close: () => {
            discardAll();
            database.close();
        }
    };
}

function openDatabase(path: string): DatabaseSync {
    const database = new DatabaseSync(path);
    // Two orgs in one file would each miss what the other changes.
    if (path !== inMemory) database.exec("PRAGMA main.locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
    return database;
}

function cellsOf(statement: StatementSync, parameters: readonly StoredValue[]): IterableIterator<StoredValue[]> {
    statement.setReadBigInts(true);
    statement.setReturnArrays(true);
    return statement.iterate(...parameters) as unknown as IterableIterator<StoredValue[]>;
}

function tableWithDeleted({ object, storedColumns }: TablePlan): string {
    if (!hasBin(object)) return quoted(object.name);
    const [kept, deleted] = [quoted(object.name), quoted(binName(object))];
    return `(SELECT ${storedColumns} FROM ${kept} UNION ALL SELECT ${storedColumns} FROM ${deleted})`;
}

const initial = (field: FieldSchema): boolean | null => (field.type === "boolean" ? field.defaultValue === true : null);
