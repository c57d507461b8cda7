import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    beforeDeleteStart,
    create,
    createHeld,
    customError,
    flowOrg,
    post,
    record,
    recordStart,
    remove,
    update,
    updateHeld,
    where
} from "./flowParts.ts";
import {
    assignment,
    condition,
    connector,
    decision,
    deployFlow,
    element,
    filter,
    flag,
    orgForFlows,
    reference,
    text
} from "./flowXml.ts";

const put = (value: string): string =>
    update("Put", [["Text__c", text(value)]], "<inputReference>$Record</inputReference>");

describe("a flow that runs before save", () => {
    it("updates the record without a data statement, where the filters are met", () => {
        const org = flowOrg();
        const filters = `<filterLogic>and</filterLogic>${filter("Name", "StartsWith", text("Deal"))}`;
        org.deployFlows({
            F:
                recordStart("Put", { type: "RecordBeforeSave" }) +
                put("put").replace("<inputReference>", `${filters}<inputReference>`)
        });

        const texts = ["Deal", "Other"].map((name) => org.read(org.deal(name))["Text__c"]);

        assert.deepEqual(texts, ["put", null]);
        assert.deepEqual(
            org.org.transactions.all().map(({ statements }) => statements),
            [0, 0]
        );
    });

    it("takes an outcome only when the record comes to meet its conditions", () => {
        const org = flowOrg();
        const ask = decision("Ask", condition("$Record.NextStep", "EqualTo", text("go")), "Count", "").replace(
            "<label>Yes</label>",
            "<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria><label>Yes</label>"
        );
        org.deployFlows({
            F:
                recordStart("Ask", { type: "RecordBeforeSave" }) +
                ask +
                assignment("Count", [["$Record.Text__c", "Add", text("x")]])
        });
        const id = org.deal("Deal", { NextStep: "go" });

        for (const NextStep of ["go", "stop", "go"]) org.save("update", "Opportunity", [{ Id: id, NextStep }]);

        assert.equal(org.read(id)["Text__c"], "xx");
    });
});

describe("a flow that runs before deletion", () => {
    it("refuses the deletion of a record that is still there", () => {
        const org = flowOrg();
        org.deployFlows({ F: beforeDeleteStart("No") + customError("No", "{!$Record.Name} stays.") });
        const id = org.deal("Deal");

        const [outcome] = org.save("delete", "Opportunity", [{ Id: id }]);

        assert.deepEqual(outcome?.errors, [
            { statusCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION", message: "Deal stays.", fields: [] }
        ]);
        assert.deepEqual(org.names("Opportunity"), ["Deal"]);
    });

    it("creates and deletes other records, by entry conditions", () => {
        const org = flowOrg();
        org.insert("Task", { Subject: "Deal" });
        const start = beforeDeleteStart("Drop").replace(
            "<object>",
            `${filter("Name", "EqualTo", text("Deal"))}<object>`
        );
        org.deployFlows({
            F:
                start +
                remove("Drop", "Make", where("Task", filter("Subject", "EqualTo", reference("$Record.Name")))) +
                create("Make", "Task", [["Subject", text("{!$Record.Name} is gone")]])
        });
        const ids = ["Deal", "Other"].map((name) => org.deal(name));

        org.save(
            "delete",
            "Opportunity",
            ids.map((Id) => ({ Id }))
        );

        assert.deepEqual([org.names("Opportunity"), org.names("Task", "Subject")], [[], ["Deal is gone"]]);
    });
});

const beforeSave = (first: string): string => recordStart(first, { type: "RecordBeforeSave" });
const task = [["Subject", text("x")]] as const;
const held = record("task", "Task");

const refusals: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
    "a creation before save": [
        beforeSave("Make") + create("Make", "Task", task),
        /element 'Make' \(recordCreates\) can't stand in a flow that runs before save/
    ],
    "a deletion before save": [
        beforeSave("Drop") + remove("Drop", "", where("Task", filter("Subject", "EqualTo", text("x")))),
        /element 'Drop' \(recordDeletes\) can't stand in a flow that runs before save/
    ],
    "an update of other records before save": [
        beforeSave("Put") + update("Put", task, where("Task", "")),
        /element 'Put' \(recordUpdates\) can't stand in a flow that runs before save/
    ],
    "a post before save": [
        beforeSave("Log") +
            post("Log", [
                ["text", text("x")],
                ["subjectNameOrId", reference("$Record.Id")]
            ]),
        /element 'Log' \(actionCalls\) can't stand in a flow that runs before save/
    ],
    "an update of the record that is about to go": [
        beforeDeleteStart("Put") + update("Put", [["NextStep", text("x")]], "<inputReference>$Record</inputReference>"),
        /element 'Put' \(recordUpdates\) can't stand in a flow that runs before deletion/
    ],
    "$Record__Prior before deletion": [
        beforeDeleteStart("No") + customError("No", "{!$Record__Prior.Name}"),
        /\{!\$Record__Prior\.Name\} is not known/
    ],
    "$Record__Prior in a flow that runs on creation alone": [
        recordStart("No", { on: "Create" }) + customError("No", "{!$Record__Prior.Name}"),
        /\{!\$Record__Prior\.Name\} is not known/
    ],
    "a deletion that starts a flow after save": [
        recordStart("No", { on: "Delete" }) + customError("No", "x"),
        /recordTriggerType Delete is not supported by this local org in such a flow/
    ],
    "a field that can't be set": [
        recordStart("Make") + create("Make", "Task", [["CreatedDate", reference("$Flow.CurrentDateTime")], ...task]),
        /Task\.CreatedDate is read-only/
    ],
    "a field that is not there": [
        recordStart("Make") + create("Make", "Task", [["Ghost__c", text("x")]]),
        /Task has no field Ghost__c/
    ],
    "a value of another type": [
        recordStart("Make") + create("Make", "Task", [["ActivityDate", flag(true)]]),
        /Task\.ActivityDate can't take a value of that type/
    ],
    "a creation from what is no record": [
        recordStart("Make") + createHeld("Make", "$Record.Name"),
        /\$Record\.Name holds no records that can be changed/
    ],
    "an update of what is not known": [
        recordStart("Put") + updateHeld("Put", "ghost"),
        /ghost is not known in this flow/
    ],
    "values beside a variable": [
        recordStart("Put") + update("Put", task, "<inputReference>task</inputReference>") + held,
        /only \$Record takes filters and inputAssignments beside inputReference/
    ],
    "an update that sets nothing": [recordStart("Put") + update("Put", [], where("Task", "")), /sets no field/],
    "a deletion without filters": [
        recordStart("Drop") + remove("Drop", "", where("Task", "")),
        /the filters that say which records go are missing/
    ],
    "an update or create": [
        recordStart("Make") + create("Make", "Task", task, "", "<doesUpsert>true</doesUpsert>"),
        /doesUpsert true is not supported/
    ],
    "a post to a group": [
        recordStart("Log") +
            post("Log", [
                ["text", text("x")],
                ["subjectNameOrId", text("All")],
                ["type", text("Group")]
            ]),
        /type Group is not supported/
    ],
    "a post to a site": [
        recordStart("Log") +
            post("Log", [
                ["text", text("x")],
                ["subjectNameOrId", text("x")],
                ["communityId", text("0DB")]
            ]),
        /input communityId is not supported/
    ],
    "a post without a text": [
        recordStart("Log") + post("Log", [["subjectNameOrId", text("x")]]),
        /the required input text is missing/
    ],
    "an action in a transaction of its own": [
        recordStart("Log") +
            post("Log", [
                ["text", text("x")],
                ["subjectNameOrId", text("x")]
            ]).replace("CurrentTransaction", "NewTransaction"),
        /flowTransactionModel NewTransaction is not supported/
    ],
    "records related to those looked up": [
        recordStart("Get") +
            element(
                "recordLookups",
                "Get",
                `<object>Task</object><storeOutputAutomatically>true</storeOutputAutomatically><relatedRecords><relatedObject>X</relatedObject></relatedRecords>`
            ),
        /element relatedRecords is not supported/
    ],
    "a number in a text": [
        recordStart("Make") + create("Make", "Task", [["Subject", text("{!$Record.Amount}")]]),
        /\{!\$Record\.Amount\} is not a text; put TEXT\(\{!\$Record\.Amount\}\) in a formula/
    ],
    "the interview's own key": [
        recordStart("Make") + create("Make", "Task", [["Subject", reference("$Flow.InterviewGuid")]]),
        /\$Flow\.InterviewGuid is not known/
    ],
    "a fault path to nowhere": [
        recordStart("Make") + create("Make", "Task", task, "", connector("Gone", "faultConnector")),
        /'Make' leads to 'Gone', which is not an element/
    ]
};

describe("the deploy refuses", () => {
    for (const [what, [content, says]] of Object.entries(refusals)) {
        it(what, () => {
            const org = orgForFlows();

            assert.match(deployFlow(org, content), says);
            assert.equal(org.deployed.allFlows().length, 0);
        });
    }
});

describe("a file as Flow Builder writes it", () => {
    it("is taken with all that stands there for the canvas alone", () => {
        const content = `
            <customProperties><name>ScreenProgressIndicator</name><value><stringValue>{}</stringValue></value></customProperties>
            <interviewLabel>F {!$Flow.CurrentDateTime}</interviewLabel>
            <processMetadataValues><name>BuilderType</name><value><stringValue>LightningFlowBuilder</stringValue></value></processMetadataValues>
            <processMetadataValues><name>CanvasMode</name><value><stringValue>AUTO_LAYOUT_CANVAS</stringValue></value></processMetadataValues>
            <environments>Default</environments>
            <recordUpdates>
                <processMetadataValues><name>x</name></processMetadataValues>
                <name>Put</name><elementSubtype>x</elementSubtype><label>Put</label><locationX>176</locationX><locationY>1</locationY>
                <description>Sets the next step.</description>
                <connector><isGoTo>true</isGoTo><targetReference>Log</targetReference></connector>
                <faultConnector><targetReference>Log</targetReference></faultConnector>
                <inputAssignments><processMetadataValues><name>x</name></processMetadataValues><field>NextStep</field><value><stringValue>Call</stringValue></value></inputAssignments>
                <inputReference>$Record</inputReference>
            </recordUpdates>`;
        const log = post("Log", [
            ["text", text("x")],
            ["subjectNameOrId", reference("$Record.Id")]
        ]);

        assert.equal(deployFlow(orgForFlows(), recordStart("Put") + content + log), "");
    });
});
