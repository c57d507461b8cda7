import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    create,
    createHeld,
    customError,
    fault,
    flowOrg,
    lookup,
    post,
    record,
    recordStart,
    records,
    remove,
    update,
    updateHeld,
    where
} from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, filter, reference, text } from "./flowXml.ts";

const deal = { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" };
const advice = "You can look up ExceptionCode values in the SOAP API Developer Guide.";
const start = recordStart("Try", { on: "Create" });
const noting = create("Note", "Task", [
    ["Subject", text("Noted")],
    ["Description", reference("$Flow.FaultMessage")]
]);

const failing: Readonly<Record<string, readonly [element: string, fault: RegExp]>> = {
    "a creation": [
        create("Try", "Contact", [["FirstName", text("Ann")]], "", fault("Note")),
        /^This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: \[LastName\]\. You/
    ],
    "an update": [
        update(
            "Try",
            [
                ["StageName", text("Prospecting")],
                ["Name", text("x".repeat(200))]
            ],
            "<inputReference>$Record</inputReference>",
            "",
            fault("Note")
        ),
        /^This error occurred when the flow tried to update records: STRING_TOO_LONG: /
    ],
    "an update of a record without an Id": [
        updateHeld("Try", "task", "", fault("Note")) + record("task", "Task"),
        /task because it hasn't been set or assigned/
    ],
    "a creation of a record that has an Id": [
        createHeld("Try", "Get", "", fault("Note")),
        /create records: INVALID_FIELD_FOR_INSERT_UPDATE: cannot specify Id in an insert call/
    ],
    "a deletion": [
        remove("Try", "", where("Account", filter("Name", "EqualTo", text("Acme"))), fault("Note")),
        /delete records: FIELD_CUSTOM_VALIDATION_EXCEPTION: Acme stays\.\. You can/
    ],
    "a post to a record that is not there": [
        post(
            "Try",
            [
                ["text", text("x")],
                ["subjectNameOrId", text("006000000000001AAA")]
            ],
            "",
            fault("Note")
        ),
        /post to Chatter: [A-Z_]+: /
    ],
    "a post that mentions nobody": [
        post(
            "Try",
            [
                ["text", text("Hi @[005000000000001AAA]")],
                ["subjectNameOrId", reference("$Record.Id")]
            ],
            "",
            fault("Note")
        ),
        /post to Chatter: [A-Z_]+: /
    ],
    "a query by a field of a record that is not there": [
        lookup("Try", "Task", filter("Subject", "EqualTo", reference("task.Subject")), "", fault("Note")) +
            record("task", "Task"),
        /task\.Subject because it hasn't been set or assigned/
    ]
};

describe("an element that fails", () => {
    for (const [what, [element, message]] of Object.entries(failing)) {
        const keeping =
            recordStart("No", { object: "Account", type: "RecordBeforeDelete", on: "Delete" }) +
            customError("No", "{!$Record.Name} stays.");
        const isClone = what === "a creation of a record that has an Id";
        const flow = isClone
            ? recordStart("Get", { on: "Create" }) + lookup("Get", "Opportunity", "", "Try") + element
            : start + element;

        it(`takes its fault path: ${what}`, () => {
            const org = flowOrg();
            org.insert("Account", { Name: "Acme" });
            org.deployFlows({ F: flow + noting, G: keeping });

            const [outcome] = org.save("insert", "Opportunity", [deal]);

            assert.deepEqual(outcome?.errors, []);
            const [note] = org.rows("Task");
            assert.match(String(note?.["Description"]), message);
        });

        it(`refuses the save where it has none: ${what}`, () => {
            const org = flowOrg();
            org.insert("Account", { Name: "Acme" });
            org.deployFlows({ F: (flow + noting).replace(fault("Note"), ""), G: keeping });

            const [outcome] = org.save("insert", "Opportunity", [deal]);

            assert.equal(outcome?.errors[0]?.statusCode, "CANNOT_EXECUTE_FLOW_TRIGGER");
            assert.ok(
                outcome.errors[0].message.startsWith(
                    "We can't save this record because the “F” process failed. Give your Salesforce admin these details. "
                ),
                outcome.errors[0].message
            );
            assert.deepEqual(org.names("Opportunity"), []);
        });
    }
});

describe("among many", () => {
    const flow =
        start +
        create(
            "Try",
            "Contact",
            [
                ["LastName", reference("$Record.NextStep")],
                ["FirstName", reference("$Record.Name")]
            ],
            "Done",
            fault("Note")
        ) +
        create("Done", "Task", [["Subject", text("Done {!$Record.Name}")]]) +
        create("Note", "Task", [["Subject", text("Failed {!$Record.Name}")]]);
    const deals = ["A", "B", "C"].map((Name) => ({ ...deal, Name, NextStep: Name === "B" ? null : "Lin" }));
    const subjects = (org: FlowOrg): unknown[] => org.names("Task", "Subject").toSorted();

    it("only those that failed take the fault path", () => {
        const org = flowOrg();
        org.deployFlows({ F: flow });

        const outcomes = org.save("insert", "Opportunity", deals);

        assert.deepEqual(
            outcomes.map(({ success }) => success),
            [true, true, true]
        );
        assert.deepEqual(subjects(org), ["Done A", "Done C", "Failed B"]);
        assert.deepEqual(org.names("Contact", "FirstName"), ["A", "C"]);
    });

    it("without a fault path only the record is refused whose interview failed", () => {
        const org = flowOrg();
        org.deployFlows({ F: flow.replace(fault("Note"), "") });

        const outcomes = org.save("insert", "Opportunity", deals, { allOrNone: false });

        assert.deepEqual(
            outcomes.map(({ success }) => success),
            [true, false, true]
        );
        assert.equal(
            outcomes[1]?.errors[0]?.message,
            "We can't save this record because the “F” process failed. Give your Salesforce admin these details. " +
                `This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]. ${advice}`
        );
        assert.deepEqual(subjects(org), ["Done A", "Done C"]);
    });

    it("a collection is created whole or not at all", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                recordStart("Fill", { on: "Create" }) +
                assignment(
                    "Fill",
                    [
                        ["one.LastName", "Assign", reference("$Record.Name")],
                        ["other.LastName", "Assign", reference("$Record.NextStep")],
                        ["both", "Add", reference("one")],
                        ["both", "Add", reference("other")]
                    ],
                    "Try"
                ) +
                createHeld("Try", "both", "", fault("Note")) +
                create("Note", "Task", [["Subject", text("Failed {!$Record.Name}")]]) +
                record("one", "Contact") +
                record("other", "Contact") +
                records("both", "Contact")
        });

        org.save("insert", "Opportunity", deals);

        assert.deepEqual(org.names("Contact", "LastName"), ["A", "Lin", "C", "Lin"]);
        assert.deepEqual(subjects(org), ["Failed B"]);
    });
});
