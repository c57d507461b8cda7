import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import { beginInterview, setVariables } from "./beginInterview.ts";
import type { ScheduledFlow, TriggeredFlow } from "./compiledFlow.ts";
import { entersFlow } from "./entersFlow.ts";
import type { FlowFailure, FlowRecord } from "./flow.ts";
import type { Interview, Run, Trigger } from "./interview.ts";
import { runPath } from "./runPath.ts";
import type { Path } from "./runPath.ts";
import { runTogether } from "./runTogether.ts";

/** Elements that all interviews of one batch may visit; the platform stops such a flow at its time limit. */
const mostVisits = 2_000_000;

export function beginRun(org: Org, user: RunningUser, transaction: Transaction): Run {
    return { org, user, transaction, visitsLeft: mostVisits, names: new Map() };
}

export interface BatchEnd {
    readonly failures: readonly FlowFailure[];
    /** Indexes of the records that started the flow. */
    readonly entered: readonly number[];
}

/** Runs the flow's immediate path for the records that start it. */
export function runImmediatePath(run: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): BatchEnd {
    const interviews = records.map((record) => beginInterview(run, flow, triggerFor(run, flow, record)));
    const entered: number[] = [];
    const failures = runInterviews(run, interviews, function* (interview, index) {
        if (!entersFlow(interview, flow)) return;
        if (entered.length === 0) run.transaction.countFlow(flow.name);
        entered.push(index);
        setVariables(interview);
        yield* runPath(interview, flow.first);
    });
    return { failures, entered };
}

/** Runs the flow's asynchronous path for records that have started it. */
export function runPathAfterCommit(run: Run, flow: TriggeredFlow, records: readonly FlowRecord[]): FlowFailure[] {
    const interviews = records.map((record) => beginInterview(run, flow, triggerFor(run, flow, record)));
    run.transaction.countFlow(flow.name);
    return runInterviews(run, interviews, function* (interview) {
        setVariables(interview);
        yield* runPath(interview, flow.asyncFirst);
    });
}

/** Runs a scheduled flow for records that its start found; null stands for no record. */
export function runScheduledPath(
    run: Run,
    flow: ScheduledFlow,
    records: readonly (FlowRecord | null)[]
): FlowFailure[] {
    const interviews = records.map((record) =>
        beginInterview(run, flow, record === null ? null : triggerFor(run, flow, record))
    );
    run.transaction.countFlow(flow.name);
    return runInterviews(run, interviews, function* (interview) {
        setVariables(interview);
        yield* runPath(interview, flow.first);
    });
}

function runInterviews(
    run: Run,
    interviews: readonly Interview[],
    pathOf: (interview: Interview, index: number) => Path
): FlowFailure[] {
    const faults = runTogether(run, interviews.map(pathOf));
    return interviews.flatMap((interview, index) => failuresOf(interview, faults[index] ?? null, index));
}

function failuresOf({ flow, errors }: Interview, fault: string | null, index: number): FlowFailure[] {
    const refusals = errors.map((error) => ({ index, ...error }));
    if (fault === null) return refusals;
    const message =
        `We can't save this record because the “${flow.label}” process failed. ` +
        `Give your Salesforce admin these details. ${fault}`;
    return [...refusals, { index, message, fields: [], statusCode: "CANNOT_EXECUTE_FLOW_TRIGGER" }];
}

function triggerFor({ org }: Run, flow: TriggeredFlow | ScheduledFlow, record: FlowRecord): Trigger {
    const object = org.schema.object(flow.object ?? "");
    if (object === undefined) throw new Error(`The flow ${flow.name} speaks of ${flow.object}, which this org lacks.`);
    return { object, record, assigned: new Set() };
}
