import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, connect } from "../../rest/__tests__/withConnection.ts";
import type { Connected } from "../../rest/__tests__/withConnection.ts";
import { deployZip } from "../../rest/__tests__/deployZip.ts";
import { addUser } from "../../ui/__tests__/addUser.ts";
import { text } from "../../flow/__tests__/flowXml.ts";
import { assertion, flowTestFile, parameter, sizeFlow } from "./testedFlow.ts";

const tooling = "/services/data/v66.0/tooling";
const deal = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };
const saysLarge = assertion("$Record.NextStep", "EqualTo", text("Large"));

describe("flow tests through the Tooling API", () => {
    let connected: Connected;
    before(async () => {
        connected = await connect();
        await deployZip(
            connected.connection,
            { Flow: ["Size"], FlowTest: ["Large_One", "Small_One"] },
            {
                "flows/Size.flow": sizeFlow(),
                "flowtests/Large_One.flowtest": flowTestFile(
                    parameter("Initial", { ...deal, Amount: 2000 }),
                    saysLarge
                ),
                "flowtests/Small_One.flowtest": flowTestFile(parameter("Initial", { ...deal, Amount: 10 }), saysLarge)
            }
        );
    });
    after(() => connected.localOrg.close());

    const run = (body: unknown, how = "Asynchronous", token = connected.localOrg.token) =>
        ask(connected, "POST", `${tooling}/runTests${how}`, { body, token });
    const resultsOf = async (job: unknown): Promise<unknown[]> => {
        const { connection } = connected;
        const items = await connection.tooling.query(
            `SELECT Id, Status, ApexClassId FROM ApexTestQueueItem WHERE ParentJobId = '${String(job)}'`
        );
        const ids = items.records.map(({ Id: id }) => `'${id}'`).join(",");
        const { records } = await connection.tooling.query(
            `SELECT Result, FlowTest.DeveloperName, FlowDefinition.DeveloperName FROM FlowTestResult WHERE ApexTestQueueItemId IN (${ids}) ORDER BY FlowTest.DeveloperName`
        );
        return records.map((record) => [
            Object(record["FlowDefinition"]).DeveloperName,
            Object(record["FlowTest"]).DeveloperName,
            record["Result"]
        ]);
    };

    it("runs all tests, and what sf polls says which passed", async () => {
        const { status, body } = await run({ testLevel: "RunLocalTests", category: ["Flow"] });

        assert.equal(status, 200, JSON.stringify(body));
        assert.match(String(body), /^707\w{15}$/);
        assert.deepEqual(await resultsOf(body), [
            ["Size", "Large_One", "Pass"],
            ["Size", "Small_One", "Fail"]
        ]);
        const { records } = await connected.connection.tooling.query(
            `SELECT Status, MethodsEnqueued, MethodsFailed FROM ApexTestRunResult WHERE AsyncApexJobId = '${String(body)}'`
        );
        const { attributes: _, ...summary } = records[0] ?? {};
        assert.deepEqual(summary, { Status: "Failed", MethodsEnqueued: 2, MethodsFailed: 1 });
    });

    const chosen: [name: string, className: string][] = [
        ["its flow and its name", "Size"],
        ["sf's prefix for flows", "FlowTesting.Size"]
    ];
    for (const [name, className] of chosen) {
        it(`runs one test by ${name}`, async () => {
            const { body } = await run({
                tests: [{ className, testMethods: ["Large_One"] }],
                testLevel: "RunSpecifiedTests"
            });

            assert.deepEqual(await resultsOf(body), [["Size", "Large_One", "Pass"]]);
        });
    }

    it("tells at once, with the reasons, what a synchronous run found", async () => {
        const { body } = await run({ tests: [{ className: "Size" }] }, "Synchronous");

        const { failures, successes, numTestsRun, numFailures } = Object(body);
        assert.deepEqual([numTestsRun, numFailures, successes[0].methodName], [2, 1, "Large_One"]);
        assert.deepEqual(
            [failures[0].methodName, failures[0].message],
            ["Small_One", "It is not so. ($Record.NextStep is blank)"]
        );
    });

    const refused: [name: string, body: unknown, problem: RegExp][] = [
        ["a class", { tests: [{ className: "AccountTest" }] }, /value is invalid: AccountTest/],
        ["a test that isn't there", { tests: [{ className: "Size", testMethods: ["None"] }] }, /no test named None/],
        ["suites", { suiteNames: ["All"], testLevel: "RunSpecifiedTests" }, /suiteNames is not supported/],
        ["Apex alone", { testLevel: "RunLocalTests", category: ["Apex"] }, /Always provide/],
        ["nothing", {}, /Always provide/]
    ];
    for (const [name, body, problem] of refused) {
        it(`refuses to run ${name}`, async () => {
            const answer = await run(body);

            assert.equal(answer.status, 400);
            assert.match(Object(answer.body)[0].message, problem);
        });
    }

    it("runs no tests for whom the org's data isn't shown", async () => {
        const { token } = await addUser(connected, "mei");

        const { status, body } = await run({ testLevel: "RunLocalTests" }, "Asynchronous", token);

        assert.deepEqual([status, Object(body)[0].errorCode], [403, "INSUFFICIENT_ACCESS"]);
    });

    it("keeps results out of the org's own queries", async () => {
        const { body } = await ask(connected, "GET", "/services/data/v66.0/query?q=SELECT+Id+FROM+FlowTestResult");

        assert.equal(Object(body)[0].errorCode, "INVALID_TYPE");
    });
});
