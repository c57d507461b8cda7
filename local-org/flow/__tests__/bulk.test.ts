import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
    asyncPath,
    calledStart,
    create,
    flowOrg,
    lookup,
    lookupAll,
    loop,
    post,
    recordStart,
    records,
    remove,
    subflow,
    update,
    updateHeld,
    variable,
    where
} from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, condition, decision, filter, flag, number, reference, text } from "./flowXml.ts";

const many = 200;

/** Saves opportunities "Deal 0", "Deal 1" and so on in one request; says what each transaction cost. */
function costs(org: FlowOrg, count = many): unknown[] {
    const deals = Array.from({ length: count }, (_, index) => ({
        Name: `Deal ${index}`,
        StageName: index % 2 === 0 ? "Prospecting" : "Qualification",
        CloseDate: "2026-09-30",
        NextStep: String(index % 5)
    }));
    const outcomes = org.save("insert", "Opportunity", deals);
    assert.deepEqual(
        outcomes.flatMap(({ errors }) => errors),
        []
    );
    return org.org.transactions
        .all()
        .map(({ queries, rows, statements, statementRows }) => [queries, rows, statements, statementRows]);
}

const onCreate = (first: string, more = ""): string => recordStart(first, { on: "Create", more });
const ofName = filter("Subject", "EqualTo", reference("$Record.Name"));

const cases: Readonly<Record<string, { flows: Record<string, string>; cost: readonly (readonly number[])[] }>> = {
    "one query, however different their filters": {
        flows: {
            F: onCreate("Get") + lookup("Get", "Opportunity", filter("Name", "EqualTo", reference("$Record.Name")))
        },
        cost: [[1, 200, 0, 0]]
    },
    "one query for rows that several of them find": {
        flows: { F: onCreate("Get") + lookupAll("Get", "OpportunityStage", "") },
        cost: [[1, 10, 0, 0]]
    },
    "one query and one statement for an update by filters": {
        flows: {
            F:
                onCreate("Make") +
                create("Make", "Task", [["Subject", reference("$Record.Name")]], "Put") +
                update("Put", [["Priority", text("High")]], where("Task", ofName))
        },
        cost: [[1, 200, 2, 400]]
    },
    "one query where a decision sends them different ways to the same element": {
        flows: {
            F:
                onCreate("Ask") +
                decision("Ask", condition("$Record.StageName", "EqualTo", text("Prospecting")), "Before", "Get") +
                lookup("Before", "Task", "", "Get") +
                lookup("Get", "Task", "")
        },
        cost: [[2, 0, 0, 0]]
    },
    "one query for each turn of a loop, however many each of them takes": {
        flows: {
            F:
                onCreate("Fill") +
                decision("Fill", condition("turns", "LessThan", reference("wanted")), "One_More", "Each") +
                assignment(
                    "One_More",
                    [
                        ["turns", "Add", number("1")],
                        ["items", "Add", text("x")]
                    ],
                    "Fill"
                ) +
                loop("Each", "items", "Get", "After") +
                lookup("Get", "Task", "", "Each") +
                lookup("After", "Task", "") +
                variable("items", "String", "<isCollection>true</isCollection>") +
                variable("turns", "Number", "<scale>0</scale><value><numberValue>0</numberValue></value>") +
                `<formulas><name>wanted</name><dataType>Number</dataType><expression>VALUE({!$Record.NextStep})</expression><scale>0</scale></formulas>`
        },
        cost: [[5, 0, 0, 0]]
    },
    "one statement for the posts": {
        flows: {
            F:
                onCreate("Log") +
                post("Log", [
                    ["text", text("Hello")],
                    ["subjectNameOrId", reference("$Record.Id")]
                ])
        },
        cost: [[0, 0, 1, 200]]
    },
    "one statement each to create, change and delete": {
        flows: {
            F:
                onCreate("Make") +
                create("Make", "Task", [["Subject", reference("$Record.Name")]], "Get") +
                lookupAll("Get", "Task", ofName, "Change") +
                loop("Change", "Get", "Set", "Put") +
                assignment(
                    "Set",
                    [
                        ["Change.Priority", "Assign", text("High")],
                        ["tasks", "Add", reference("Change")]
                    ],
                    "Change"
                ) +
                updateHeld("Put", "tasks", "Drop") +
                remove("Drop", "", "<inputReference>Get</inputReference>") +
                records("tasks", "Task")
        },
        cost: [[1, 200, 3, 600]]
    },
    "one query in a flow that they call": {
        flows: {
            F: onCreate("Call") + subflow("Call", "G", []),
            G: calledStart("Get") + lookup("Get", "Task", "", "Make") + create("Make", "Task", [["Subject", text("x")]])
        },
        cost: [[1, 0, 1, 200]]
    },
    "one query after the commit, in a transaction of its own": {
        flows: {
            F: onCreate("Now", asyncPath("Later_Get")) + lookup("Now", "Task", "") + lookup("Later_Get", "Task", "")
        },
        cost: [
            [1, 0, 0, 0],
            [1, 0, 0, 0]
        ]
    }
};

describe("200 records saved together cost", () => {
    for (const [what, { flows, cost }] of Object.entries(cases)) {
        it(what, () => {
            const org = flowOrg();
            org.deployFlows(flows);

            assert.deepEqual(costs(org), cost);
        });
    }
});

describe("limits", () => {
    const endless = (body: string, element: string): string =>
        onCreate(body) +
        element +
        assignment("Back", [["again", "Assign", flag(true)]], body) +
        variable("again", "Boolean");

    for (const [limit, flow] of Object.entries({
        "Too many SOQL queries: 101": endless(
            "Get",
            lookup(
                "Get",
                "Task",
                "",
                "Back",
                "<faultConnector><targetReference>Back</targetReference></faultConnector>"
            )
        ),
        "Too many DML statements: 151": endless(
            "Make",
            create(
                "Make",
                "Task",
                [["Subject", text("x")]],
                "Back",
                "<faultConnector><targetReference>Back</targetReference></faultConnector>"
            )
        )
    })) {
        it(`roll all back, whatever the fault path: ${limit}`, () => {
            const org = flowOrg();
            org.deployFlows({ F: flow });

            const [outcome] = org.save("insert", "Opportunity", [
                { Name: "Deal", StageName: "Prospecting", CloseDate: "2026-09-30" }
            ]);

            assert.equal(outcome?.errors[0]?.statusCode, "CANNOT_EXECUTE_FLOW_TRIGGER");
            assert.ok(outcome.errors[0].message.includes(limit), outcome.errors[0].message);
            assert.deepEqual([org.names("Opportunity"), org.names("Task")], [[], []]);
        });
    }
});
