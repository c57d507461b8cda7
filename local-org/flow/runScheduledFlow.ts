import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import { inTransaction } from "../save/inTransaction.ts";
import { LimitExceeded } from "../save/transaction.ts";
import type { Transaction } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { beginInterview } from "./beginInterview.ts";
import type { ScheduledFlow } from "./compiledFlow.ts";
import type { FlowRecord } from "./flow.ts";
import { asked } from "./heldRecords.ts";
import { beginRun, runScheduledPath } from "./interviewsOfBatch.ts";
import { findRecords } from "./lookUpTogether.ts";
import { keepWithoutFailed } from "./keepWithoutFailed.ts";

/** What one run of a scheduled flow did. */
export interface ScheduledRun {
    /** Records that started an interview; 1 for a flow of no record. */
    readonly interviews: number;
    /** Transactions, of at most 200 records each. */
    readonly batches: number;
    /** Why interviews failed, or whole batches that went past a limit. */
    readonly problems: readonly string[];
}

/** Salesforce Help, "Schedule-Triggered Flow Considerations". */
const batchSize = 200;

/**
 * Runs the flow once, as the user, for the records that meet its filters now, each batch in a transaction of its
 * own. What a failed interview did is undone; the others go on.
 */
export function runScheduledFlow(org: Org, flow: ScheduledFlow, user: RunningUser): ScheduledRun {
    const work = (transaction: Transaction, records: readonly (FlowRecord | null)[]): string[] =>
        keepWithoutFailed(transaction, records, (tried) =>
            runScheduledPath(beginRun(org, user, transaction), flow, tried)
        );
    const object = flow.object === null ? undefined : org.schema.object(flow.object);
    if (object === undefined) {
        const problems = inBatch(org, flow, user, (transaction) => work(transaction, [null]));
        return { interviews: 1, batches: 1, problems };
    }
    const batches = batchesOf(idsFound(org, flow, object, user));
    const problems = batches.flatMap((ids) =>
        inBatch(org, flow, user, (transaction) => work(transaction, storedNow(org, object, ids)))
    );
    return { interviews: batches.flat().length, batches: batches.length, problems };
}

function inBatch(
    org: Org,
    { name }: ScheduledFlow,
    user: RunningUser,
    work: (transaction: Transaction) => string[]
): string[] {
    try {
        return inTransaction(org, user, `scheduled flow ${name}`, work);
    } catch (error) {
        if (!(error instanceof LimitExceeded)) throw error;
        return [error.message];
    }
}

/** The start's own search counts towards no limit of the batches. */
function idsFound(org: Org, flow: ScheduledFlow, object: ObjectSchema, user: RunningUser): string[] {
    const ids: string[] = [];
    inTransaction(org, user, `search of scheduled flow ${flow.name}`, (transaction) => {
        const interview = beginInterview(beginRun(org, user, transaction), flow, null);
        const [rows = []] = findRecords(org, { object, where: flow.entry, sort: null }, [asked(interview, flow.entry)]);
        ids.push(...rows.map((row) => String(row["Id"])));
    });
    return ids;
}

/** Those that an earlier batch deleted are left out. */
function storedNow(org: Org, object: ObjectSchema, ids: readonly string[]): FlowRecord[] {
    return org.store.readMany(object, { field: "Id", isOneOf: [...ids] }).map((values) => ({ values, prior: null }));
}

function batchesOf(ids: readonly string[]): (readonly string[])[] {
    const batches = [];
    for (let from = 0; from < ids.length; from += batchSize) batches.push(ids.slice(from, from + batchSize));
    return batches;
}
