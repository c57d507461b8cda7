import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { deployedFiles, deployFiles, openPackagedOrg, type PackagedOrg } from "../support/packagedOrg.ts";

const tests = deployedFiles.filter(({ suffix }) => suffix === "flowtest");
const testedFlows = [...new Set(tests.map(({ xml }) => /<flowApiName>(\w+)</.exec(xml)?.[1] ?? ""))].sort();

interface Outcome {
    readonly name: string;
    readonly methodName: string;
    readonly message?: string;
}

describe("the flow tests we deploy", () => {
    let org: PackagedOrg;
    before(async () => {
        org = await openPackagedOrg("2026-06-30");
        await deployFiles(org, "FlowTest", "flowtests", tests);
    });
    after(() => org.close());

    const run = () =>
        org.connection.request<{ failures: Outcome[]; successes: Outcome[] }>({
            method: "POST",
            url: "/services/data/v66.0/tooling/runTestsSynchronous",
            body: JSON.stringify({ testLevel: "RunLocalTests", category: ["Flow"] }),
            headers: { "content-type": "application/json" }
        });

    it("are there for every flow that runs before a save", () => {
        const flows = deployedFiles.filter(
            ({ suffix, xml }) => suffix === "flow" && xml.includes("<triggerType>RecordBeforeSave</triggerType>")
        );

        assert.deepEqual(testedFlows, flows.map(({ name }) => name).sort());
    });

    it("pass, every one", async () => {
        const { failures, successes } = await run();

        assert.deepEqual(failures, []);
        assert.deepEqual(successes.map(({ methodName }) => methodName).sort(), tests.map(({ name }) => name).sort());
    });

    it("fail once their flow does nothing", async () => {
        const back = await org.keep();
        const idle = deployedFiles
            .filter(({ suffix, name }) => suffix === "flow" && testedFlows.includes(name))
            .map((file) => ({ ...file, xml: neverEntered(file.xml) }));
        await deployFiles(org, "Flow", "flows", idle);

        const { failures, successes } = await run();
        await back();

        // That one is about what the flow leaves alone.
        assert.deepEqual(
            successes.map(({ methodName }) => methodName),
            ["PW_Note_Nothing_Unstamped"]
        );
        assert.deepEqual([...new Set(failures.map(({ name }) => name))].sort(), testedFlows);
    });

    it("fail where a flow no longer asks whether the stamp speaks of the record's stage", async () => {
        const back = await org.keep();
        const note = deployedFiles.find(({ name }) => name === "PW_Note_Move");
        assert.ok(note);
        const expression = /(<name>stampIsCurrent<\/name>\s*<dataType>Boolean<\/dataType>\s*<expression>)[^<]*/;
        assert.match(note.xml, expression);
        const careless = [{ ...note, xml: note.xml.replace(expression, "$1TRUE") }];
        await deployFiles(org, "Flow", "flows", careless);

        const { failures } = await run();
        await back();

        assert.deepEqual(
            failures.map(({ methodName }) => methodName),
            ["PW_Note_Nothing_Unstamped"]
        );
    });
});

/** The flow with an entry condition that no record meets. */
function neverEntered(xml: string): string {
    const withoutOne = xml.replace(/<filterFormula>[^<]*<\/filterFormula>/, "");
    return withoutOne.replace(/(<start>[\s\S]*?)<object>/, "$1<filterFormula>FALSE</filterFormula><object>");
}
