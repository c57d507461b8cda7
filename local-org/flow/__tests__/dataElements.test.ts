import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    create,
    createHeld,
    customError,
    flowOrg,
    lookup,
    lookupAll,
    loop,
    post,
    record,
    recordStart,
    records,
    remove,
    update,
    updateHeld,
    variable,
    where
} from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, condition, decision, filter, flag, number, reference, text } from "./flowXml.ts";

/** What a flow of these elements leaves behind once an opportunity "Deal" is created. */
interface Case {
    readonly flow: string;
    readonly finds: (org: FlowOrg, id: string) => unknown;
    readonly leaves: unknown;
    /** Done before the flow is there. */
    readonly given?: (org: FlowOrg) => void;
}

const onCreate = (first: string, more = ""): string => recordStart(first, { on: "Create", more });
const subjects = (org: FlowOrg): unknown[] => org.names("Task", "Subject");
const taskValues = [
    ["Subject", text("Call {!$Record.Name}")],
    ["WhatId", reference("$Record.Id")]
] as const;

const cases: Readonly<Record<string, Case>> = {
    "creates a record from values, with a text that names the record": {
        flow: onCreate("Make") + create("Make", "Task", taskValues),
        finds: subjects,
        leaves: ["Call Deal"]
    },
    "keeps the Id of what it created under the element's name": {
        flow:
            onCreate("Make") +
            create("Make", "Task", taskValues, "Change", "<storeOutputAutomatically>true</storeOutputAutomatically>") +
            update("Change", [["Subject", text("Changed")]], where("Task", filter("Id", "EqualTo", reference("Make")))),
        finds: subjects,
        leaves: ["Changed"]
    },
    "gives a variable the Id of what it created": {
        flow:
            onCreate("Make") +
            create("Make", "Task", taskValues, "Gone", "<assignRecordIdToReference>id</assignRecordIdToReference>") +
            remove("Gone", "", where("Task", filter("Id", "EqualTo", reference("id")))) +
            variable("id", "String"),
        finds: subjects,
        leaves: []
    },
    "creates a record from a variable, which then has its Id": {
        flow:
            onCreate("Fill") +
            assignment("Fill", [["task.Subject", "Assign", text("From a variable")]], "Make") +
            createHeld("Make", "task", "Note") +
            assignment("Note", [["task.Subject", "Assign", text("Changed")]], "Change") +
            updateHeld("Change", "task") +
            record("task", "Task"),
        finds: subjects,
        leaves: ["Changed"]
    },
    "creates a collection of records": {
        flow:
            onCreate("One") +
            assignment(
                "One",
                [
                    ["task.Subject", "Assign", text("First")],
                    ["tasks", "Add", reference("task")],
                    ["task.Subject", "Assign", text("Second")],
                    ["tasks", "Add", reference("task")]
                ],
                "Make"
            ) +
            createHeld("Make", "tasks") +
            record("task", "Task") +
            records("tasks", "Task"),
        finds: subjects,
        leaves: ["First", "Second"]
    },
    "does nothing with an empty collection": {
        flow:
            onCreate("Make") +
            createHeld("Make", "tasks", "Change") +
            updateHeld("Change", "tasks") +
            records("tasks", "Task"),
        finds: (org) => org.org.transactions.all().map(({ statements }) => statements),
        leaves: [0]
    },
    "updates the record that started it, with values": {
        flow: onCreate("Put") + update("Put", [["Text__c", text("put")]], "<inputReference>$Record</inputReference>"),
        finds: (org, id) => org.read(id)["Text__c"],
        leaves: "put"
    },
    "updates the record that started it with what was assigned to it, and nothing before that": {
        flow:
            onCreate("Set") +
            assignment("Set", [["$Record.Text__c", "Assign", text("set")]], "Is_It_There") +
            lookup("Is_It_There", "Opportunity", filter("Text__c", "EqualTo", text("set")), "Ask") +
            decision("Ask", condition("Is_It_There", "IsNull", flag(true)), "Put", "") +
            updateHeld("Put", "$Record"),
        finds: (org, id) => org.read(id)["Text__c"],
        leaves: "set"
    },
    "leaves the record alone that started it where the filters of the update are not met": {
        flow:
            onCreate("Put") +
            update(
                "Put",
                [["Text__c", text("put")]],
                `<filterLogic>and</filterLogic>${filter("Name", "EqualTo", text("Other"))}<inputReference>$Record</inputReference>`
            ),
        finds: (org, id) => org.read(id)["Text__c"],
        leaves: null
    },
    "updates every record that filters find": {
        given: (org) => void org.insert("Task", { Subject: "a" }, { Subject: "b" }, { Subject: "c" }),
        flow:
            onCreate("Put") +
            update("Put", [["Subject", text("x")]], where("Task", filter("Subject", "NotEqualTo", text("B")))),
        finds: subjects,
        leaves: ["x", "b", "x"]
    },
    "writes of a record that was looked up only what it was given": {
        given: (org) => void org.insert("Account", { Name: "Acme", Phone: "1" }),
        flow:
            onCreate("Get") +
            lookup("Get", "Account", filter("Name", "EqualTo", text("acme")), "Behind") +
            update("Behind", [["Phone", text("2")]], where("Account", filter("Name", "EqualTo", text("Acme"))), "Set") +
            assignment("Set", [["Get.Website", "Assign", text("acme.example")]], "Put") +
            updateHeld("Put", "Get"),
        finds: (org) => org.rows("Account").map((row) => [row["Phone"], row["Website"]]),
        leaves: [["2", "acme.example"]]
    },
    "changes the items of a collection in a loop and saves them together": {
        given: (org) => void org.insert("Task", { Subject: "a" }, { Subject: "b" }),
        flow:
            onCreate("Get") +
            lookupAll("Get", "Task", "", "Each") +
            loop("Each", "Get", "Set", "Put") +
            assignment(
                "Set",
                [
                    ["Each.Subject", "Add", text("!")],
                    ["changed", "Add", reference("Each")]
                ],
                "Each"
            ) +
            updateHeld("Put", "changed") +
            records("changed", "Task"),
        finds: (org) => [subjects(org), org.org.transactions.all().map(({ statements }) => statements)],
        leaves: [["a!", "b!"], [1]]
    },
    "deletes what filters find": {
        given: (org) => void org.insert("Task", { Subject: "a" }, { Subject: "b" }),
        flow: onCreate("Drop") + remove("Drop", "", where("Task", filter("Subject", "EqualTo", text("a")))),
        finds: subjects,
        leaves: ["b"]
    },
    "deletes records that it holds": {
        given: (org) => void org.insert("Task", { Subject: "a" }, { Subject: "b" }),
        flow:
            onCreate("Get") +
            lookupAll("Get", "Task", "", "Drop") +
            remove("Drop", "", "<inputReference>Get</inputReference>"),
        finds: subjects,
        leaves: []
    },
    "gives variables the fields of the first record it finds": {
        given: (org) => void org.insert("Task", { Subject: "b" }, { Subject: "a" }),
        flow:
            onCreate("Get") +
            lookup(
                "Get",
                "Task",
                "",
                "Put",
                "<outputAssignments><assignToReference>found</assignToReference><field>Subject</field></outputAssignments><sortField>Subject</sortField><sortOrder>Asc</sortOrder>"
            ).replace("<storeOutputAutomatically>true</storeOutputAutomatically>", "") +
            update("Put", [["Text__c", reference("found")]], "<inputReference>$Record</inputReference>") +
            variable("found", "String"),
        finds: (org, id) => org.read(id)["Text__c"],
        leaves: "a"
    },
    "looks up no more records than its limit": {
        given: (org) => void org.insert("Task", { Subject: "a" }, { Subject: "b" }, { Subject: "c" }),
        flow:
            onCreate("Get") +
            lookupAll("Get", "Task", "", "Drop", `<limit>${number("2")}</limit>`) +
            remove("Drop", "", "<inputReference>Get</inputReference>"),
        finds: subjects,
        leaves: ["c"]
    },
    "posts to the feed of the record that started it": {
        flow:
            onCreate("Log") +
            post("Log", [
                ["text", text("{!$Record.Name} is there, @[{!$User.Id}]")],
                ["subjectNameOrId", reference("$Record.Id")]
            ]),
        finds: (org, id) => org.rows("FeedItem").map((row) => [row["ParentId"] === id, row["Type"]]),
        leaves: [[true, "TextPost"]]
    },
    "posts to the feed of a user by name, and knows the post's Id": {
        flow:
            onCreate("Log") +
            post(
                "Log",
                [
                    ["text", text("Hello")],
                    ["subjectNameOrId", reference("$User.Username")],
                    ["type", text("User")],
                    ["visibility", text("internalUsers")]
                ],
                "Put"
            ) +
            update("Put", [["Text__c", reference("Log.feedItemId")]], "<inputReference>$Record</inputReference>"),
        finds: (org, id) => org.rows("FeedItem").map((row) => row["Id"] === org.read(id)["Text__c"]),
        leaves: [true]
    },
    "refuses the save after the record was written, and leaves nothing": {
        flow: onCreate("Make") + create("Make", "Task", taskValues, "No") + customError("No", "Not {!$Record.Name}."),
        finds: (org) => [org.names("Opportunity"), subjects(org)],
        leaves: [[], []]
    },
    "knows what was changed by an update": {
        flow:
            recordStart("Ask", { on: "Update", more: filter("Name", "IsChanged", flag(true)) }) +
            decision("Ask", condition("$Record__Prior.Name", "EqualTo", text("Deal")), "Make", "") +
            create("Make", "Task", [["Subject", reference("$Record__Prior.Name")]]),
        finds: (org, id) => {
            org.save("update", "Opportunity", [{ Id: id, NextStep: "Wait" }]);
            org.save("update", "Opportunity", [{ Id: id, Name: "Renamed" }]);
            org.save("update", "Opportunity", [{ Id: id, Name: "Again" }]);
            return subjects(org);
        },
        leaves: ["Deal"]
    }
};

describe("a flow that runs after save", () => {
    for (const [what, { flow, finds, leaves, given }] of Object.entries(cases)) {
        it(what, () => {
            const org = flowOrg();
            given?.(org);
            org.deployFlows({ F: flow });

            const [outcome] = org.save("insert", "Opportunity", [
                { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" }
            ]);

            assert.deepEqual(finds(org, outcome?.id ?? ""), leaves, JSON.stringify(outcome?.errors));
        });
    }
});
