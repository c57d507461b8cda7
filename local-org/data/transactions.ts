import type { DatabaseSync } from "node:sqlite";

export interface Transactions {
    /** Runs work in a transaction, or in a savepoint where one is already open. */
    transaction<T>(work: () => T): T;
    /** Runs work once everything is committed, or never where that is rolled back; at once outside a transaction. */
    afterCommit(work: () => void): void;
}

/** `forget` is called once rows have been put back under what was remembered of them. */
export function transactions(database: DatabaseSync, forget: () => void): Transactions {
    let depth = 0;
    let waiting: (() => void)[] = [];

    function within<T>(work: () => T): T {
        const name = `nested${depth}`;
        const [begin, commit, rollback] =
            depth === 0
                ? ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"]
                : [`SAVEPOINT ${name}`, `RELEASE ${name}`, `ROLLBACK TO ${name}; RELEASE ${name}`];
        const waitingBefore = waiting.length;
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
            waiting.length = waitingBefore;
            // SQLite itself may have rolled back (a full disk, say); then there is nothing left to undo.
            if (database.isTransaction) {
                database.exec(rollback);
            }
            forget();
            throw error;
        } finally {
            depth -= 1;
        }
    }

    return {
        transaction(work) {
            const result = within(work);
            if (depth === 0) {
                const works = waiting;
                waiting = [];
                works.forEach((each) => each());
            }
            return result;
        },
        afterCommit(work) {
            if (depth === 0) work();
            else waiting.push(work);
        }
    };
}
