import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isTriggered } from "../compiledFlow.ts";
import { runScheduledFlow } from "../runScheduledFlow.ts";
import type { ScheduledRun } from "../runScheduledFlow.ts";
import { create, customError, fault, flowOrg, lookup, recordStart, scheduledStart, update } from "./flowParts.ts";
import type { FlowOrg } from "./flowParts.ts";
import { assignment, condition, decision, deployFlow, filter, flag, orgForFlows, reference, text } from "./flowXml.ts";

const ofOpen = `<filterLogic>and</filterLogic>${filter("IsClosed", "EqualTo", flag(false))}<object>Opportunity</object>`;
const setNextStep = (value: string, more = ""): string =>
    update("Put", [["NextStep", value]], "<inputReference>$Record</inputReference>", "", more);

function run(org: FlowOrg): ScheduledRun {
    const flow = org.org.deployed.flow("F");
    if (flow?.when !== "scheduled") throw new Error("There is no scheduled flow F.");
    return runScheduledFlow(org.org, flow, org.administrator);
}

describe("a flow that runs by the clock", () => {
    it("starts an interview for each record that meets its filters, as the default workflow user", () => {
        const org = flowOrg();
        org.deployFlows({ F: scheduledStart("Put", ofOpen) + setNextStep(reference("$User.Username")) });
        org.deal("Open");
        org.deal("Won", { StageName: "Closed Won" });

        assert.deepEqual(run(org), { interviews: 1, batches: 1, problems: [] });
        assert.deepEqual(org.names("Opportunity", "NextStep"), [org.administrator.username, null]);
    });

    it("shares queries and statements within batches of 200, each a transaction of its own", () => {
        const org = flowOrg();
        org.deployFlows({
            F:
                scheduledStart("Get", ofOpen) +
                lookup("Get", "Account", filter("Name", "EqualTo", text("Acme")), "Put") +
                setNextStep(text("seen"))
        });
        const deals = Array.from({ length: 450 }, (_, index) => ({
            ...{ Name: `Deal ${index}`, StageName: "Prospecting", CloseDate: "2026-09-30" }
        }));
        org.save("insert", "Opportunity", deals.slice(0, 200));
        org.save("insert", "Opportunity", deals.slice(200, 400));
        org.save("insert", "Opportunity", deals.slice(400));
        org.org.transactions.clear();

        assert.deepEqual(run(org), { interviews: 450, batches: 3, problems: [] });
        assert.deepEqual(
            org.org.transactions
                .all()
                .map(({ request, queries, statements, statementRows }) => [
                    ...[request, queries, statements, statementRows]
                ]),
            [
                ["search of scheduled flow F", 0, 0, 0],
                ["scheduled flow F", 1, 1, 200],
                ["scheduled flow F", 1, 1, 200],
                ["scheduled flow F", 1, 1, 50]
            ]
        );
        assert.deepEqual(new Set(org.names("Opportunity", "NextStep")), new Set(["seen"]));
    });

    it("runs once where it names no object", () => {
        const org = flowOrg();
        org.deployFlows({ F: scheduledStart("Add") + create("Add", "Account", [["Name", text("Made")]]) });
        org.deal("Deal");

        assert.deepEqual(run(org), { interviews: 1, batches: 1, problems: [] });
        assert.deepEqual(org.names("Account"), ["Made"]);
    });

    it("undoes what a failed interview did, and nothing of the others", () => {
        const org = flowOrg();
        org.rule("Opportunity", 'Name = "Locked"');
        org.deployFlows({
            F:
                scheduledStart("Log", ofOpen) +
                create("Log", "Task", [["Subject", reference("$Record.Name")]], "Put") +
                setNextStep(text("seen"))
        });
        org.deal("Free");
        org.org.store.insert(org.object("Opportunity"), {
            ...org.rows("Opportunity")[0],
            ...{ Id: org.org.store.newId(org.object("Opportunity")), Name: "Locked" }
        });

        const { interviews, problems } = run(org);

        assert.deepEqual([interviews, problems.length], [2, 1]);
        assert.match(problems[0] ?? "", /FIELD_CUSTOM_VALIDATION_EXCEPTION/);
        assert.deepEqual(
            [org.names("Task", "Subject"), org.names("Opportunity", "NextStep")],
            [["Free"], ["seen", null]]
        );
    });

    it("goes on behind a fault path, for that record alone", () => {
        const org = flowOrg();
        org.rule("Opportunity", 'AND(Name = "Locked", NextStep = "seen")');
        org.deployFlows({
            F:
                scheduledStart("Put", ofOpen) +
                setNextStep(text("seen"), fault("Log")) +
                create("Log", "Task", [["Subject", reference("$Record.Name")]])
        });
        org.deal("Free");
        org.deal("Locked");

        assert.deepEqual(run(org).problems, []);
        assert.deepEqual(
            [org.names("Task", "Subject"), org.names("Opportunity", "NextStep")],
            [["Locked"], ["seen", null]]
        );
    });

    it("is started by no save", () => {
        const org = flowOrg();
        org.deployFlows({ F: scheduledStart("Put", ofOpen) + setNextStep(text("seen")) });
        org.deal("Deal");

        const flow = org.org.deployed.flow("F");
        assert.deepEqual(
            [flow !== undefined && isTriggered(flow), org.names("Opportunity", "NextStep")],
            [false, [null]]
        );
    });
});

describe("the deploy refuses in such a flow", () => {
    const nothing = assignment("Set", [["$Record.Text__c", "Assign", text("x")]]);
    const withSchedule = (content: string): string =>
        scheduledStart("Set", ofOpen).replace(/<schedule>.*<\/schedule>/, content);
    const refusals: Readonly<Record<string, readonly [content: string, says: RegExp]>> = {
        "no schedule": [withSchedule("") + nothing, /start: required element schedule is missing/],
        "another frequency": [
            withSchedule(
                "<schedule><frequency>Monthly</frequency><startDate>2026-06-01</startDate><startTime>06:00:00.000Z</startTime></schedule>"
            ) + nothing,
            /frequency Monthly is not supported by this local org; Once, Daily, Weekly are/
        ],
        "a day that is none": [
            withSchedule(
                "<schedule><frequency>Daily</frequency><startDate>2026-06-41</startDate><startTime>06:00:00.000Z</startTime></schedule>"
            ) + nothing,
            /2026-06-41 06:00:00.000Z is no day and time/
        ],
        "filters of no object": [
            scheduledStart("Set", filter("IsClosed", "EqualTo", flag(false))) + nothing,
            /filters without an object/
        ],
        "$Record where there is no object": [scheduledStart("Set") + nothing, /\$Record.Text__c can't be assigned to/],
        "what was before": [
            scheduledStart("Ask", ofOpen) +
                decision("Ask", condition("$Record.Name", "IsChanged", flag(true)), "Set", "") +
                nothing,
            /IsChanged asks for a field of an updated \$Record/
        ],
        "a custom error": [
            scheduledStart("No", ofOpen) + customError("No", "No."),
            /element 'No' \(customErrors\) can't stand in a flow that runs by the clock/
        ],
        "a path of its own": [
            scheduledStart("Set", `${ofOpen}<scheduledPaths><name>P</name></scheduledPaths>`) + nothing,
            /element scheduledPaths is not supported/
        ],
        "a trigger of saves beside it": [
            recordStart("Set", { type: "Scheduled" }) + nothing,
            /element recordTriggerType is not supported/
        ]
    };
    for (const [name, [content, says]] of Object.entries(refusals)) {
        it(name, () => assert.match(deployFlow(orgForFlows(), content), says));
    }
});
