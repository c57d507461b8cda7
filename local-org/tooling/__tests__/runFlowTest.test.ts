import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { deploy, newOrg, problemsOf } from "../../metadata/__tests__/deployed.ts";
import { flag, number, text } from "../../flow/__tests__/flowXml.ts";
import { flowTestsOf } from "../flowTestsOfOrg.ts";
import { runTests } from "../testRuns.ts";
import { assertion, flowTestFile, parameter, sizeFlow, visitFlow } from "./testedFlow.ts";

const deal = { Name: "Renewal", StageName: "Prospecting", CloseDate: "2026-09-30" };
const large = parameter("Initial", { ...deal, Amount: 2000 });
const saysLarge = assertion("$Record.NextStep", "EqualTo", text("Large"));

describe("a flow test", () => {
    let held: OrgWithControls;
    beforeEach(() => {
        held = newOrg();
        deploy(held, { Flow: ["Size"] }, { "flows/Size.flow": sizeFlow("<status>Draft</status>") });
    });

    const deployTest = (content: string): string[] =>
        problemsOf(deploy(held, { FlowTest: ["Sizes"] }, { "flowtests/Sizes.flowtest": content }));
    const problems = (content: string): readonly string[] => {
        assert.deepEqual(deployTest(content), []);
        const [outcome] = runTests(held.org, held.administrator, flowTestsOf(held.org));
        return outcome?.problems ?? ["It did not run."];
    };

    it("passes where a flow that isn't active yet does what the test says", () => {
        assert.deepEqual(problems(flowTestFile(large, saysLarge)), []);
    });

    it("fails with its message and with what was found instead", () => {
        const small = parameter("Initial", { ...deal, Amount: 10 });

        assert.deepEqual(problems(flowTestFile(small, saysLarge)), ["It is not so. ($Record.NextStep is blank)"]);
    });

    it("gives an update its record before and after", () => {
        const before = parameter("Initial", { ...deal, Amount: 10 });
        const after = parameter("Updated", { Amount: 2000 });
        const wasSmall =
            assertion("$Record.Amount", "EqualTo", number("2000")) +
            assertion("$Record.Name", "StartsWith", text("Ren"));

        assert.deepEqual(problems(flowTestFile(before + after + wasSmall, saysLarge)), []);
    });

    it("stops at what isn't as the test says before the flow has run", () => {
        const wrong = assertion("$Record.Amount", "LessThan", number("5"), "The record is another.");

        assert.deepEqual(problems(flowTestFile(large + wrong, saysLarge)), [
            "The record is another. ($Record.Amount is 2000)"
        ]);
    });

    it("leaves nothing behind, saved parents included", () => {
        const count = (): number => {
            const object = held.org.schema.object("Opportunity");
            return object === undefined ? 0 : held.org.store.readMany(object).length;
        };
        problems(flowTestFile(parameter("Initial", deal) + parameter("Updated", { Amount: 2000 }), saysLarge));

        assert.equal(count(), 0);
    });

    it("reads the record again that an after-save flow has changed, and keeps nothing of what it made", () => {
        const report = deploy(held, { Flow: ["Visit"] }, { "flows/Visit.flow": visitFlow });
        assert.deepEqual(problemsOf(report), []);
        const head = "<flowApiName>Visit</flowApiName>";
        const saysVisit = assertion("$Record.NextStep", "EqualTo", text("Visit"));

        assert.deepEqual(problems(flowTestFile(large, saysVisit, head)), []);
        const task = held.org.schema.object("Task");
        assert.deepEqual(task === undefined ? null : held.org.store.readMany(task), []);
    });

    it("says so when its flow is gone", () => {
        deployTest(flowTestFile(large, saysLarge));
        held.deployed.remove("Flow", "Size");

        const [outcome] = runTests(held.org, held.administrator, flowTestsOf(held.org));

        assert.deepEqual(outcome?.problems, ["FlowTest Sizes: no flow named Size found"]);
    });

    const otherFlow = "<flowApiName>Other</flowApiName>";
    const refused: [name: string, content: string, problem: RegExp][] = [
        ["another flow", flowTestFile(large, "", otherFlow), /no flow named Other found/],
        ["no record", flowTestFile("", saysLarge), /missing a parameter of type InputTriggeringRecordInitial/],
        ["a record twice", flowTestFile(large + large, ""), /given twice/],
        ["a field that isn't there", flowTestFile(parameter("Initial", { Nothing__c: 1 }), ""), /no field Nothing__c/],
        ["a value of another type", flowTestFile(parameter("Initial", { Amount: "much" }), ""), /Amount/],
        [
            "an operator it lacks",
            flowTestFile(large, assertion("$Record.Name", "HasError", flag(true))),
            /operator HasError is not supported/
        ],
        [
            "an assertion on a variable",
            flowTestFile(large, assertion("size", "EqualTo", text("L"))),
            /assertions on size are not supported/
        ],
        [
            "a comparison with another element",
            flowTestFile(large, assertion("$Record.Name", "EqualTo", "<elementReference>x</elementReference>")),
            /elementReference is not supported/
        ],
        [
            "a version",
            flowTestFile(
                large,
                "",
                "<flowApiName>Size</flowApiName><flowTestFlowVersions><flowVersionNumber>1</flowVersionNumber></flowTestFlowVersions>"
            ),
            /flowTestFlowVersions is not supported/
        ],
        [
            "another user",
            flowTestFile(large, "", "<flowApiName>Size</flowApiName><runTestAsUser>a@b.c</runTestAsUser>"),
            /runTestAsUser is not supported/
        ],
        [
            "mocks",
            flowTestFile(`${large}<isUseMockOutput>true</isUseMockOutput>`, ""),
            /isUseMockOutput true is not supported/
        ],
        [
            "a scheduled path",
            flowTestFile(
                `${large}<parameters><leftValueReference>ScheduledPathApiName</leftValueReference><type>ScheduledPath</type><value><stringValue>x</stringValue></value></parameters>`,
                ""
            ),
            /type ScheduledPath is not supported/
        ]
    ];
    for (const [name, content, problem] of refused) {
        it(`is refused by name at its deploy with ${name}`, () => {
            const [found = "", ...others] = deployTest(content);

            assert.match(found, problem);
            assert.deepEqual(others, []);
        });
    }
});
