import { AfterCommitFailed } from "../save/transaction.ts";
import type { TriggeredFlow } from "./compiledFlow.ts";
import type { FlowFailure, FlowRecord } from "./flow.ts";
import { runPathAfterCommit } from "./interviewsOfBatch.ts";
import type { Run } from "./interview.ts";

/**
 * Runs the path that waited for the commit, on the records as they are stored now; those that are gone are
 * left out. What failed interviews did is undone, and told once the others are committed.
 */
export function runAsyncPath(run: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): void {
    const problems: string[] = [];
    let pending = storedNow(run, flow, records);
    while (pending.length > 0) {
        const failures = attempt(run, flow, pending);
        const failed = new Set(failures.map(({ index }) => index));
        problems.push(...failures.map(({ message }) => message));
        pending = failed.size === 0 ? [] : pending.filter((_, index) => !failed.has(index));
    }
    const [problem] = problems;
    if (problem === undefined) return;
    run.transaction.afterCommit(() => {
        throw new AfterCommitFailed(problem);
    });
}

function attempt(run: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): FlowFailure[] {
    let failures: FlowFailure[] = [];
    run.transaction.tryOut(() => {
        // Copies: a second attempt starts from what is stored, too.
        failures = runPathAfterCommit(
            run,
            flow,
            records.map(({ values, prior }) => ({ values: { ...values }, prior }))
        );
        return failures.length === 0;
    });
    return failures;
}

function storedNow({ org }: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): FlowRecord[] {
    const object = org.schema.object(flow.object);
    if (object === undefined) return [];
    return records.flatMap(({ values: { Id: id }, prior }) => {
        const values = typeof id === "string" ? org.store.read(object, id) : undefined;
        return values === undefined ? [] : [{ values, prior }];
    });
}
