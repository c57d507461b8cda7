import type { DatabaseSync } from "node:sqlite";

/** Runs work in a transaction, or in a savepoint where one is already open. */
export function transactions(database: DatabaseSync): <T>(work: () => T) => T {
    let depth = 0;

    return function transaction<T>(work: () => T): T {
        const name = `nested${depth}`;
        const [begin, commit, rollback] =
            depth === 0
                ? ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"]
                : [`SAVEPOINT ${name}`, `RELEASE ${name}`, `ROLLBACK TO ${name}; RELEASE ${name}`];
        database.exec(begin);
        depth += 1;
        try {
            const result = work();
            if (result instanceof Promise) {
                throw new Error("The work of a transaction must not be asynchronous.");
            }
            database.exec(commit);
            return result;
        } catch (error) {
            // SQLite itself may have rolled back (a full disk, say); then there is nothing left to undo.
            if (database.isTransaction) {
                database.exec(rollback);
            }
            throw error;
        } finally {
            depth -= 1;
        }
    };
}
