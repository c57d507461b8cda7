import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { deploy, problemsOf } from "../../metadata/__tests__/deployed.ts";
import {
    calledStart,
    create,
    customError,
    flowOrg,
    record,
    recordStart,
    subflow,
    update,
    variable
} from "./flowParts.ts";
import { assignment, condition, decision, flowFile, number, reference, text } from "./flowXml.ts";

const input = (name: string, dataType: string, more = ""): string =>
    variable(name, dataType, `<isInput>true</isInput>${more}`);
const output = (name: string, dataType: string, more = ""): string =>
    variable(name, dataType, `<isOutput>true</isOutput>${more}`);
const put = (value: string): string => update("Put", [["Text__c", value]], "<inputReference>$Record</inputReference>");
const start = recordStart("Call", { on: "Create" });

/** Joins two texts, one of which it may do without. */
const joins =
    calledStart("Join") +
    assignment("Join", [["joined", "Assign", text("{!left}-{!right}")]]) +
    input("left", "String") +
    input("right", "String", `<value>${text("none")}</value>`) +
    output("joined", "String");

describe("a flow that another one calls", () => {
    it("takes inputs and gives outputs, into a variable", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                start +
                subflow(
                    "Call",
                    "Joins",
                    [
                        ["left", reference("$Record.Name")],
                        ["right", text("b")]
                    ],
                    "Put",
                    "<outputAssignments><assignToReference>result</assignToReference><name>joined</name></outputAssignments>"
                ) +
                put(reference("result")) +
                variable("result", "String"),
            Joins: joins
        });

        assert.equal(org.read(org.deal("a"))["Text__c"], "a-b");
    });

    it("keeps its outputs under the element's name, and an input that is not given its own value", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                start +
                subflow(
                    "Call",
                    "Joins",
                    [["left", text("a")]],
                    "Put",
                    "<storeOutputAutomatically>true</storeOutputAutomatically>"
                ) +
                put(reference("Call.joined")),
            Joins: joins
        });

        assert.equal(org.read(org.deal("x"))["Text__c"], "a-none");
    });

    it("takes the record itself, and changes only its own copy", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                start +
                subflow(
                    "Call",
                    "Renames",
                    [["deal", reference("$Record")]],
                    "Put",
                    "<storeOutputAutomatically>true</storeOutputAutomatically>"
                ) +
                put(text("{!$Record.Name}, {!Call.deal.Name}")),
            Renames:
                calledStart("Set") +
                assignment("Set", [["deal.Name", "Assign", text("Renamed")]]) +
                record("deal", "Opportunity", "<isInput>true</isInput><isOutput>true</isOutput>")
        });

        assert.equal(org.read(org.deal("Deal"))["Text__c"], "Deal, Renamed");
    });

    it("can call itself until it has had enough", () => {
        const org = flowOrg();
        const counts =
            calledStart("Ask") +
            decision("Ask", condition("left", "GreaterThan", number("0")), "Make", "") +
            create("Make", "Task", [["Subject", text("x")]], "Less") +
            assignment("Less", [["left", "Subtract", number("1")]], "Again") +
            subflow("Again", "Counts", [["left", reference("left")]]) +
            input("left", "Number", "<scale>0</scale>");
        org.deployFlows({ Counts: counts, F: start + subflow("Call", "Counts", [["left", number("3")]]) });

        org.deal("Deal");

        assert.equal(org.rows("Task").length, 3);
    });

    it("fails where it calls itself without an end", () => {
        const org = flowOrg();
        org.deployFlows({
            Circle: calledStart("Again") + subflow("Again", "Circle", []),
            F: start + subflow("Call", "Circle", [])
        });

        const [outcome] = org.save("insert", "Opportunity", [
            { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" }
        ]);

        assert.match(outcome?.errors[0]?.message ?? "", /Circle was called 50 deep/);
    });

    it("fails where it has no active version", () => {
        const org = flowOrg();
        const draft = flowFile(joins, "<status>Draft</status>");
        const caller = flowFile(start + subflow("Call", "Joins", [["left", text("a")]]));
        const report = deploy(org, { Flow: ["F", "Joins"] }, { "flows/F.flow": caller, "flows/Joins.flow": draft });
        assert.deepEqual(problemsOf(report), []);

        const [outcome] = org.save("insert", "Opportunity", [
            { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" }
        ]);

        assert.match(outcome?.errors[0]?.message ?? "", /Joins, which F calls, has no active version/);
    });
});

describe("the deploy refuses", () => {
    const cases: Readonly<Record<string, readonly [flows: Record<string, string>, says: RegExp]>> = {
        "a call of a flow that is not there": [
            { F: start + subflow("Call", "Ghost", []) },
            /'Call' calls Ghost, which is no autolaunched flow of this local org/
        ],
        "a call of a record-triggered flow": [
            { F: start + subflow("Call", "G", []), G: recordStart("Put") + put(text("x")) },
            /'Call' calls G, which is no autolaunched flow/
        ],
        "an input that the other flow doesn't have": [
            { F: start + subflow("Call", "Joins", [["joined", text("x")]]), Joins: joins },
            /Joins has no input joined/
        ],
        "an input of another type": [
            { F: start + subflow("Call", "Joins", [["left", number("1")]]), Joins: joins },
            /input left can't take a value of that type/
        ],
        "an output that the other flow doesn't give": [
            {
                F:
                    start +
                    subflow("Call", "Joins", [], "Put", "<storeOutputAutomatically>true</storeOutputAutomatically>") +
                    put(reference("Call.left")),
                Joins: joins
            },
            /Call\.left is not known in this flow/
        ],
        "$Record in a flow that others call": [
            { G: calledStart("Put") + put(text("x")) },
            /\$Record is not known in this flow/
        ],
        "a custom error in a flow that others call": [
            { G: calledStart("No") + customError("No", "No.") },
            /element 'No' \(customErrors\) can't stand in a flow that other flows call/
        ],
        "a question about the change in a flow that others call": [
            {
                G:
                    calledStart("Set") +
                    assignment("Set", [["v", "Assign", reference("f")]]) +
                    variable("v", "Boolean") +
                    "<formulas><name>f</name><dataType>Boolean</dataType><expression>ISNEW()</expression></formulas>"
            },
            /ISNEW asks for a flow that runs at a save/
        ],
        "a call before save": [
            {
                F: recordStart("Call", { type: "RecordBeforeSave" }) + subflow("Call", "Joins", []),
                Joins: joins
            },
            /element 'Call' \(subflows\) can't stand in a flow that runs before save/
        ]
    };

    for (const [what, [flows, says]] of Object.entries(cases)) {
        it(what, () => {
            const org = flowOrg();

            assert.throws(() => org.deployFlows(flows), says);
            assert.equal(org.deployed.allFlows().length, 0);
        });
    }

    it("to remove or change a flow that others call as they call it", () => {
        const org = flowOrg();
        org.deployFlows({ F: start + subflow("Call", "Joins", [["left", text("a")]]), Joins: joins });

        assert.throws(
            () => org.deployFlows({ Joins: joins.replaceAll("left", "first") }),
            /Flow F: This deploy breaks it: Flow F: element 'Call': Joins has no input left/
        );
    });
});
