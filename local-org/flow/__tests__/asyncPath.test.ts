import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { asyncPath, create, customError, flowOrg, lookup, post, recordStart, update, where } from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, condition, decision, deployFlow, filter, flag, orgForFlows, reference, text } from "./flowXml.ts";

const deal = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" };
const subjects = (org: FlowOrg): unknown[] => org.names("Task", "Subject");
const task = (name: string, subject: string, next = ""): string =>
    create(
        name,
        "Task",
        [
            ["Subject", text(subject)],
            ["WhatId", reference("$Record.Id")]
        ],
        next
    );

describe("a path that runs asynchronously", () => {
    it("runs after the commit, on the record as it is stored then", () => {
        const org = flowOrg();
        org.deployFlows({
            A_Path:
                recordStart("Now", { on: "Create", more: asyncPath("Later_On") }) +
                task("Now", "Now {!$Record.NextStep}") +
                task("Later_On", "Later {!$Record.NextStep}"),
            B_Changes:
                recordStart("Put", { on: "Create" }) +
                update("Put", [["NextStep", text("changed")]], "<inputReference>$Record</inputReference>")
        });

        org.save("insert", "Opportunity", [{ ...deal, NextStep: "given" }]);

        assert.deepEqual(subjects(org), ["Now given", "Later changed"]);
        assert.deepEqual(
            org.org.transactions.all().map(({ request, outcome }) => [request, outcome]),
            [
                ["insert Opportunity", "committed"],
                ["after commit of insert Opportunity", "committed"]
            ]
        );
    });

    it("does not run for a save that is rolled back", () => {
        const org = flowOrg();
        org.deployFlows({
            A_Path: recordStart("", { on: "Create", more: asyncPath("Later_On") }) + task("Later_On", "Later"),
            B_Refuses: recordStart("No", { on: "Create" }) + customError("No", "No.")
        });

        org.save("insert", "Opportunity", [deal]);

        assert.deepEqual(subjects(org), []);
    });

    it("undoes nothing of the save when it fails, and nothing of what the other records' paths did", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                recordStart("", { on: "Create", more: asyncPath("Later_On") }) +
                task("Later_On", "Later {!$Record.Name}", "Fail") +
                create("Fail", "Contact", [["LastName", reference("$Record.NextStep")]])
        });

        const outcomes = org.save("insert", "Opportunity", [
            { ...deal, Name: "A", NextStep: "Lin" },
            { ...deal, Name: "B" }
        ]);

        assert.deepEqual(
            outcomes.map(({ success }) => success),
            [true, true]
        );
        assert.deepEqual([org.names("Opportunity"), subjects(org)], [["A", "B"], ["Later A"]]);
        assert.match(String(org.org.transactions.all().at(-1)?.problem), /“F” process failed.*REQUIRED_FIELD_MISSING/);
    });

    it("runs only for records that meet the entry conditions", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                recordStart("", {
                    on: "Update",
                    more: `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>${filter("NextStep", "EqualTo", text("go"))}${asyncPath("Log")}`
                }) +
                post("Log", [
                    ["text", text("Went, {!$Record__Prior.NextStep}")],
                    ["subjectNameOrId", reference("$Record.Id")]
                ])
        });
        const id = org.deal("Deal", { NextStep: "wait" });

        for (const NextStep of ["stop", "go", "go"]) org.save("update", "Opportunity", [{ Id: id, NextStep }]);

        assert.deepEqual(org.names("FeedItem", "Body").length, 1);
    });

    it("can look records up and change them", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                recordStart("", { on: "Create", more: asyncPath("Get") }) +
                lookup("Get", "Opportunity", filter("Id", "EqualTo", reference("$Record.Id")), "Put") +
                update(
                    "Put",
                    [["Text__c", reference("Get.Name")]],
                    where("Opportunity", filter("Id", "EqualTo", reference("Get.Id")))
                )
        });

        const id = org.deal("Deal");

        assert.equal(org.read(id)["Text__c"], "Deal");
    });
});

describe("the deploy refuses", () => {
    const nothing = assignment("Set", [["$Record.Flag__c", "Assign", flag(true)]]);
    const path = (content: string): string => `<scheduledPaths>${content}</scheduledPaths>`;
    const target = "<connector><targetReference>Set</targetReference></connector>";
    const refusals: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
        "a path at a time": [
            recordStart("Set", {
                more: path(
                    `<name>Two_Days_After</name><label>Two Days After</label>${target}<offsetNumber>2</offsetNumber><offsetUnit>Days</offsetUnit><timeSource>RecordTriggerEvent</timeSource>`
                )
            }) + nothing,
            /scheduled path 'Two_Days_After' is not supported by this local org; one path of type AsyncAfterCommit is/
        ],
        "a label of such a path, as the platform does": [
            recordStart("Set", { more: path(`<label>L</label>${target}<pathType>AsyncAfterCommit</pathType>`) }) +
                nothing,
            /element label is not supported/
        ],
        "such a path before save": [
            recordStart("Set", { type: "RecordBeforeSave", more: asyncPath("Set") }) + nothing,
            /only a flow that runs after save has a path after the commit/
        ],
        "to ask on such a path what was changed": [
            recordStart("", { more: asyncPath("Ask") }) +
                decision("Ask", condition("$Record.Name", "IsChanged", flag(true)), "Set", "") +
                nothing,
            /element 'Ask': a path that runs asynchronously can't ask IsChanged/
        ],
        "a custom error on such a path": [
            recordStart("Set", { more: asyncPath("Set") }) +
                assignment("Set", [["$Record.Flag__c", "Assign", flag(true)]], "No") +
                customError("No", "No."),
            /element 'No' \(customErrors\) can't stand in a path that runs asynchronously/
        ]
    };

    for (const [what, [content, says]] of Object.entries(refusals)) {
        it(what, () => assert.match(deployFlow(orgForFlows(), content), says));
    }
});
