import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RecordValues, Value } from "../../data/value.ts";
import {
    assignment,
    condition,
    decision,
    deployFlow,
    filter,
    flag,
    orgForFlows,
    runFlow,
    start,
    text
} from "./flowXml.ts";

describe("conditions", () => {
    const blank = "";
    const table: readonly (readonly [what: string, left: Value, operator: string, right: string, met: boolean])[] = [
        ["equal texts", "abc", "EqualTo", text("abc"), true],
        ["texts that differ in case", "abc", "EqualTo", text("ABC"), false],
        ["a blank and a text", null, "NotEqualTo", text("abc"), true],
        ["two blanks", null, "EqualTo", blank, true],
        ["the start of a text", "abc", "StartsWith", text("ab"), true],
        ["the end of a text", "abc", "EndsWith", text("ab"), false],
        ["a part of a text", "abc", "Contains", text("b"), true],
        ["a blank is null", null, "IsNull", flag(true), true],
        ["a text is not null", "abc", "IsNull", flag(false), true],
        ["a text after another", "b", "GreaterThan", text("a"), true],
        ["a blank is not less", null, "LessThan", text("a"), false]
    ];
    for (const [what, left, operator, right, met] of table) {
        it(`compare ${what}`, () => {
            const flow =
                start("Ask") +
                decision("Ask", condition("$Record.Text__c", operator, right), "Yes", "") +
                assignment("Yes", [["$Record.Flag__c", "Assign", flag(true)]]);

            const { values } = runFlow(orgForFlows(), flow, { Text__c: left, Flag__c: false });

            assert.equal(values["Flag__c"], met);
        });
    }

    it("join by their numbers", () => {
        const conditions = ["a", "b", "c"]
            .map((letter) => condition("$Record.Text__c", "Contains", text(letter)))
            .join("");
        const flow =
            start("Ask") +
            decision("Ask", conditions, "Yes", "", "1 AND (2 OR NOT 3)") +
            assignment("Yes", [["$Record.Flag__c", "Assign", flag(true)]]);
        const met = (value: string): Value | undefined =>
            runFlow(orgForFlows(), flow, { Text__c: value, Flag__c: false }).values["Flag__c"];

        assert.deepEqual(["a", "ab", "ac", "b", "abc"].map(met), [true, true, false, false, true]);
    });
});

describe("a start", () => {
    const setsFlag = assignment("Set", [["$Record.Flag__c", "Assign", flag(true)]]);
    const runs = (startXml: string, values: RecordValues, prior: RecordValues | null): boolean =>
        runFlow(orgForFlows(), startXml + setsFlag, { Flag__c: false, ...values }, prior).values["Flag__c"] === true;

    it("on create lets updates pass", () => {
        assert.equal(runs(start("Set", "", "Create"), {}, {}), false);
        assert.equal(runs(start("Set", "", "Create"), {}, null), true);
    });

    it("on update lets new records pass", () => {
        assert.equal(runs(start("Set", "", "Update"), {}, null), false);
        assert.equal(runs(start("Set", "", "Update"), {}, {}), true);
    });

    it("with filters asks the record, and IsChanged its stored self", () => {
        const changed = start("Set", filter("StageName", "IsChanged", flag(true)));

        assert.equal(runs(changed, { StageName: "A" }, { StageName: "A" }), false);
        assert.equal(runs(changed, { StageName: "B" }, { StageName: "A" }), true);
    });

    it("that needs the record to be newly met runs once", () => {
        const once = start(
            "Set",
            `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>${filter("StageName", "EqualTo", text("B"))}`
        );

        assert.equal(runs(once, { StageName: "B" }, { StageName: "B" }), false);
        assert.equal(runs(once, { StageName: "B" }, { StageName: "A" }), true);
    });

    it("of a draft never comes", () => {
        const held = orgForFlows();

        assert.equal(deployFlow(held, start("Set") + setsFlag, "<status>Draft</status>"), "");

        assert.deepEqual(held.org.deployed.recordTriggeredFlows("Opportunity", "beforeSave"), []);
    });
});
