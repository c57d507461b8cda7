import { OrgError } from "../orgError.ts";
import type { Call, Reply, Route } from "../rest/call.ts";
import { ok } from "../rest/call.ts";
import { chosenTests } from "./chosenTests.ts";
import { keepRun, runTests } from "./testRuns.ts";
import type { TestOutcome } from "./testRuns.ts";

/** Tooling API, "Running Tests": flow tests, all that this org has of tests. */
export const toolingRoutes: readonly Route[] = [
    { method: "POST", path: "/tooling/runTestsAsynchronous", answer: runAsynchronously },
    { method: "POST", path: "/tooling/runTestsSynchronous", answer: runSynchronously }
];

function runAsynchronously(call: Call): Reply {
    const outcomes = outcomesOf(call);
    return ok(keepRun(call.services.tooling, call.org, call.user, outcomes));
}

function runSynchronously(call: Call): Reply {
    const outcomes = outcomesOf(call);
    const failures = outcomes.filter(({ problems }) => problems.length > 0);
    return ok({
        apexLogId: null,
        codeCoverage: [],
        codeCoverageWarnings: [],
        failures: failures.map((outcome) => ({
            ...shown(outcome),
            message: outcome.problems.join(" "),
            stackTrace: null
        })),
        numFailures: failures.length,
        numTestsRun: outcomes.length,
        successes: outcomes.filter(({ problems }) => problems.length === 0).map(shown),
        totalTime: 0
    });
}

function shown({ test }: TestOutcome) {
    return { id: null, methodName: test.name, name: test.flow, namespace: null, seeAllData: false, time: 0 };
}

function outcomesOf({ org, user, body }: Call): TestOutcome[] {
    if (!user.viewsAllData) {
        throw new OrgError("INSUFFICIENT_ACCESS", "Running tests needs the View All Data permission.", { status: 403 });
    }
    return runTests(org, user, chosenTests(org, body));
}
