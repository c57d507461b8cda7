import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import type { CompiledFlow, TriggeredFlow } from "./compiledFlow.ts";
import type { FlowFailure, FlowRecord, RecordTriggeredFlow } from "./flow.ts";
import { beginRun, runImmediatePath } from "./interviewsOfBatch.ts";
import { runAsyncPath } from "./runAsyncPath.ts";

/**
 * Runs one before-save flow for the records of a batch, in system context, and changes their values in
 * place. Whoever the flow refuses, by a custom error or because it fails, is in the answer.
 */
export function runBeforeSaveFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    return [...runImmediatePath(beginRun(org, user, transaction), compiled(flow), records).failures];
}

/**
 * Runs one after-save flow for the saved records of a batch, with their Ids; they are not changed in place.
 * Its asynchronous path waits for the commit.
 */
export function runAfterSaveFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    const triggered = compiled(flow);
    const { failures, entered } = runImmediatePath(beginRun(org, user, transaction), triggered, records.map(copyOf));
    const refused = new Set(failures.map(({ index }) => index));
    const waiting = entered.flatMap((index) => (refused.has(index) ? [] : (records[index] ?? []))).map(copyOf);
    if (triggered.asyncFirst !== null && waiting.length > 0) {
        transaction.afterCommit((later) => runAsyncPath(beginRun(org, user, later), triggered, waiting));
    }
    return [...failures];
}

/** Runs one before-delete flow for the records of a batch that are about to go: `values` as stored. */
export function runBeforeDeleteFlow(
    org: Org,
    flow: RecordTriggeredFlow,
    records: readonly FlowRecord[],
    user: RunningUser,
    transaction: Transaction
): FlowFailure[] {
    const run = beginRun(org, user, transaction);
    return [...runImmediatePath(run, compiled(flow), records.map(copyOf)).failures];
}

/** A flow sees the record as it is now, whatever other automation makes of it later. */
function copyOf({ values, prior }: FlowRecord): FlowRecord {
    return { values: { ...values }, prior: prior === null ? null : { ...prior } };
}

function compiled(flow: RecordTriggeredFlow): TriggeredFlow {
    if (!isCompiled(flow)) throw new Error(`The flow ${flow.name} was not compiled by a deploy.`);
    return flow;
}

function isCompiled(flow: RecordTriggeredFlow | CompiledFlow): flow is TriggeredFlow {
    return "elements" in flow && "resources" in flow && "object" in flow;
}
