import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { systemClock } from "../clock.ts";
import type { Clock } from "../clock.ts";
import type { Schema } from "../schema/schema.ts";
import { autoNumbers } from "./autoNumbers.ts";
import { computedFields } from "./computedFields.ts";
import { idCounter } from "./idCounter.ts";
import { keepMetadata } from "./keptMetadata.ts";
import { keepSchema } from "./orgFile.ts";
import { fieldOf, rowReaders, storedRowReader } from "./readRows.ts";
import { recycleBin } from "./recycleBin.ts";
import { addSqlFunctions } from "./sqlFunctions.ts";
import { keepPlans, keepStatements } from "./statements.ts";
import type { TablePlan } from "./statements.ts";
import type { Store } from "./store.ts";
import { snapshots } from "./storeSnapshot.ts";
import type { StoredValue } from "./storedValue.ts";
import { binName, columnOf, followSchema, hasBin, quoted, withoutIndexes } from "./tables.ts";
import { transactions } from "./transactions.ts";
import { rowWriters } from "./writeRows.ts";

type Row = Record<string, StoredValue>;

const inMemory = ":memory:";

/** The rows of an org, in memory or in a file; its tables follow the schema from now on. */
export function openStore(schema: Schema, path = inMemory, clock: Clock = systemClock): Store {
    const database = openDatabase(path);
    addSqlFunctions(database);

    const prepare = keepStatements(database, schema);
    const planOf = keepPlans(schema, prepare);
    const ids = idCounter(prepare);
    const numbers = autoNumbers(prepare);
    const bin = recycleBin(database, prepare, planOf);
    const readers = rowReaders(schema, prepare, planOf);
    const metadata = keepMetadata(readers.readMany, planOf);
    const computing = computedFields({ database, schema, clock, readRow: storedRowReader(prepare, planOf) });
    followSchema(database, schema);
    if (path !== inMemory) keepSchema(database, schema);
    const { snapshot, discardAll } = snapshots(database, () => {
        ids.forget();
        numbers.forget();
        metadata.forget();
    });
    const writers = rowWriters({ schema, prepare, planOf, ids, numbers, noteWrite: metadata.noteWrite });

    return {
        ...writers,
        newId: (object) => ids.next(object),
        nextAutoNumber: (object, field) => numbers.next(object, field),
        withoutIndexes: (object, work) => withoutIndexes(database, object, work),
        bin,
        ...readers,
        readMetadata: metadata.readMetadata,
        ...computing,
        ...transactions(database, metadata.forget),
        *select(sql, parameters) {
            // A statement of its own: a kept one would be reset when the same query runs inside this one.
            const statement = database.prepare(sql);
            statement.setReadBigInts(true);
            yield* statement.iterate(...parameters) as Iterable<Row>;
        },
        selectCells: (sql, parameters) => cellsOf(database.prepare(sql), parameters),
        changes: () => Number(prepare("SELECT total_changes() AS total").get()?.["total"]),
        run(sql, parameters = []) {
            metadata.forget();
            return Number(prepare(sql).run(...parameters).changes);
        },
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
