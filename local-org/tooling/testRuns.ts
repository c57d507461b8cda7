import { countOfMadeId, madeId } from "../data/recordId.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ChosenTest } from "./chosenTests.ts";
import { runFlowTest } from "./runFlowTest.ts";
import type { ToolingStore } from "./toolingStore.ts";

/** What became of one test. */
export interface TestOutcome {
    readonly test: ChosenTest;
    /** None: it passed. */
    readonly problems: readonly string[];
}

export function runTests(org: Org, user: RunningUser, tests: readonly ChosenTest[]): TestOutcome[] {
    return tests.map((test) => ({
        test,
        problems: "problem" in test ? [test.problem] : runFlowTest(org, test, user)
    }));
}

/**
 * Writes a run, which is over before anybody asks for it, into the objects that clients poll. Gives the Id of its
 * job. No clock runs meanwhile: every run takes 0 ms.
 */
export function keepRun(tooling: ToolingStore, org: Org, user: RunningUser, outcomes: readonly TestOutcome[]): string {
    const now = org.clock.now();
    const failed = outcomes.filter(({ problems }) => problems.length > 0).length;
    const flows = new Set(outcomes.map(({ test }) => test.flow));
    const runId = tooling.insert("ApexTestRunResult", {
        ...{ AsyncApexJobId: "", Status: failed > 0 ? "Failed" : "Completed", UserId: user.id, IsAllTests: false },
        ...{ ClassesEnqueued: flows.size, ClassesCompleted: flows.size },
        ...{ MethodsEnqueued: outcomes.length, MethodsCompleted: outcomes.length, MethodsFailed: failed },
        ...{ StartTime: now, EndTime: now, TestTime: 0, TestSetupTime: 0 }
    });
    const jobId = madeId("707", countOfMadeId(runId));
    tooling.update("ApexTestRunResult", runId, { AsyncApexJobId: jobId });
    for (const flow of flows) {
        const item = { ParentJobId: jobId, Status: "Completed", ApexClassId: null, TestRunResultId: runId };
        const queueItemId = tooling.insert("ApexTestQueueItem", item);
        for (const outcome of outcomes.filter(({ test }) => test.flow === flow)) {
            keepResult(tooling, queueItemId, outcome, now);
        }
    }
    return jobId;
}

function keepResult(tooling: ToolingStore, queueItemId: string, { test, problems }: TestOutcome, now: string): void {
    const FlowDefinitionId = tooling.idOf("FlowDefinition", "DeveloperName", { DeveloperName: test.flow });
    const FlowTestId = tooling.idOf("FlowTest", "DeveloperName", {
        ...{ DeveloperName: test.name, FlowDefinitionId },
        MasterLabel: "label" in test ? test.label : test.name
    });
    tooling.insert("FlowTestResult", {
        ...{ ApexTestQueueItemId: queueItemId, FlowTestId, FlowDefinitionId },
        ...{ Result: problems.length === 0 ? "Pass" : "Fail", TestStartDateTime: now, TestEndDateTime: now }
    });
}
