import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import { writeHistory } from "./history.ts";
import type { RecordChange } from "./history.ts";
import { count } from "./limits.ts";
import type { PendingRecord } from "./pendingRecord.ts";
import type { SaveOutcome } from "./saveRecords.ts";
import { AfterCommitFailed, LimitExceeded } from "./transaction.ts";
import type { AutomatedSave, Transaction } from "./transaction.ts";
import type { TransactionCounts } from "./transactionLog.ts";

/** Records on their way from their own writing to the end of their save. */
export interface SaveInProgress {
    readonly records: ReadonlyMap<string, PendingRecord>;
    /** Those that automation saved once more meanwhile: their parents are recomputed when this save does so. */
    readonly savedAgain: PendingRecord[];
}

/** A transaction as the save order sees it. */
export interface OpenTransaction extends Transaction {
    readonly counts: TransactionCounts;
    /** Innermost last. */
    readonly savesInProgress: SaveInProgress[];
    /** In the order of the saves; their history rows are written before the commit. */
    readonly changes: RecordChange[];
}

export interface TransactionSetting {
    readonly org: Org;
    readonly user: RunningUser;
    /** What it begins with, for the log. */
    readonly request: string;
    /** How automation saves; given from outside because those saves open nothing themselves. */
    readonly saveWithin: (transaction: OpenTransaction, request: AutomatedSave) => SaveOutcome[];
    /** How many transactions in a row were each started by the end of another. */
    readonly generation: number;
}

/** Nothing documented stops work that always starts itself again after its commit; a test must end. */
const mostGenerations = 16;

class Undone extends Error {}

/** Runs the work in a transaction of its own. What it throws undoes all of it, and is thrown on. */
export function runTransaction<T>(setting: TransactionSetting, work: (transaction: OpenTransaction) => T): T {
    const { org, request } = setting;
    const counts = org.transactions.open(request);
    try {
        return org.store.transaction(() => {
            const transaction = openTransaction(setting, counts);
            const result = work(transaction);
            writeHistory(setting, transaction.changes);
            counts.outcome = "committed";
            return result;
        });
    } catch (error) {
        counts.outcome = "rolledBack";
        counts.problem = error instanceof Error ? error.message : String(error);
        throw error;
    }
}

function openTransaction(setting: TransactionSetting, counts: TransactionCounts): OpenTransaction {
    const { org } = setting;
    const changes: RecordChange[] = [];
    const transaction: OpenTransaction = {
        counts,
        changes,
        savesInProgress: [],
        countQuery: (rows) => {
            count(counts, "queries", 1);
            count(counts, "rows", rows);
        },
        countStatement: () => count(counts, "statements", 1),
        countFlow: (name) => void counts.flows.push(name),
        save: (request) => {
            count(counts, "statements", 1);
            count(counts, "statementRows", request.records.length);
            return setting.saveWithin(transaction, request);
        },
        afterCommit: (work) => org.store.afterCommit(() => runAfterCommit(setting, work)),
        tryOut: (work) => {
            const changesBefore = changes.length;
            try {
                org.store.transaction(() => {
                    if (!work()) throw new Undone();
                });
            } catch (error) {
                changes.length = changesBefore;
                if (!(error instanceof Undone)) throw error;
            }
        }
    };
    return transaction;
}

/** The request has been answered, so to say: nobody but the log is told of a failure that is no fault of this org. */
function runAfterCommit(before: TransactionSetting, work: (transaction: Transaction) => void): void {
    const generation = before.generation + 1;
    const request = generation === 1 ? `after commit of ${before.request}` : before.request;
    const setting = { ...before, generation, request };
    try {
        runTransaction(setting, (transaction) => {
            if (generation > mostGenerations) {
                throw new AfterCommitFailed(`Work after a commit started itself again ${mostGenerations} times.`);
            }
            work(transaction);
        });
    } catch (error) {
        if (!(error instanceof AfterCommitFailed) && !(error instanceof LimitExceeded)) throw error;
    }
}
