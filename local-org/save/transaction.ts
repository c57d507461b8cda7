import type { RecordValues } from "../data/value.ts";
import type { SaveOutcome } from "./saveRecords.ts";

/**
 * What everything that happens between one request and its commit shares: the counters that the platform
 * limits, the saves that automation makes within it, and what waits for the commit.
 */
export interface Transaction {
    /** Counts one query and the rows it read; throws LimitExceeded past 100 queries or 50,000 rows. */
    countQuery(rows: number): void;
    /** Counts one data statement; throws LimitExceeded past 150. `save` below counts by itself. */
    countStatement(): void;
    /** Tells the log that the flow started for at least one record of a batch. */
    countFlow(name: string): void;
    /**
     * Saves records through the whole save order inside this transaction, in system context: one statement,
     * whatever the number of records. One outcome a record; nothing is kept of a record that was refused.
     */
    save(request: AutomatedSave): SaveOutcome[];
    /** Keeps what the work saved only when it says true; what it counted stays counted. */
    tryOut(work: () => boolean): void;
    /** Runs after the commit, in a transaction of its own: what fails there undoes nothing of this one. */
    afterCommit(work: (transaction: Transaction) => void): void;
}

export interface AutomatedSave {
    readonly operation: "insert" | "update" | "delete";
    readonly objectName: string;
    /** With Id for update and delete. */
    readonly records: readonly RecordValues[];
}

/** The transaction did more than the platform allows: all of it is rolled back, and no fault path helps. */
export class LimitExceeded extends Error {
    /** The flow that went too far; null where none did. */
    readonly flowName: string | null;

    constructor(message: string, flowName: string | null = null) {
        super(message);
        this.flowName = flowName;
    }
}

/** What happens after a commit failed in a way a person is told of: only that piece of work is undone. */
export class AfterCommitFailed extends Error {}
