import { AfterCommitFailed } from "../save/transaction.ts";
import type { TriggeredFlow } from "./compiledFlow.ts";
import type { FlowRecord } from "./flow.ts";
import { runPathAfterCommit } from "./interviewsOfBatch.ts";
import type { Run } from "./interview.ts";
import { keepWithoutFailed } from "./keepWithoutFailed.ts";

/**
 * Runs the path that waited for the commit, on the records as they are stored now; those that are gone are
 * left out. What failed interviews did is undone, and told once the others are committed.
 */
export function runAsyncPath(run: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): void {
    const problems = keepWithoutFailed(run.transaction, storedNow(run, flow, records), (tried) =>
        runPathAfterCommit(run, flow, tried)
    );
    const [problem] = problems;
    if (problem === undefined) return;
    run.transaction.afterCommit(() => {
        throw new AfterCommitFailed(problem);
    });
}

function storedNow({ org }: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): FlowRecord[] {
    const object = org.schema.object(flow.object);
    if (object === undefined) return [];
    return records.flatMap(({ values: { Id: id }, prior }) => {
        const values = typeof id === "string" ? org.store.read(object, id) : undefined;
        return values === undefined ? [] : [{ values, prior }];
    });
}
