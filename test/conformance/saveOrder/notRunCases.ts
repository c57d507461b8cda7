import { mergeRecords } from "../../../local-org/save/mergeRecords.ts";
import { undeleteRecords } from "../../../local-org/save/undeleteRecords.ts";
import { workflowUpdate } from "../../../local-org/save/workflowUpdate.ts";
import { flow, notes, reference, refuses, set, text } from "./flowPieces.ts";
import { rule } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { orderOfExecution } from "./saveOrderCase.ts";
import type { SaveOrderCase } from "./saveOrderCase.ts";
import { deal, outcome, saveWorld } from "./saveWorld.ts";
import type { SaveWorld } from "./saveWorld.ts";

/** Everything that could run on an object, and would leave a trace or refuse. */
const guards = (on: string): Piece[] => [
    flow("after-save", "After", [notes(text("after save"))], { on, trigger: "Update" }),
    flow("before-delete", "Delete", [notes(text("before delete"))], { on })
];

const flowsRun = (org: SaveWorld): string =>
    `flows: ${
        org
            .transactions()
            .flatMap((each) => each.flows)
            .join(", ") || "none"
    }`;

function roleIn(org: SaveWorld): { opportunity: string; contact: string; role: string } {
    const opportunity = org.insert("Opportunity", deal);
    const contact = org.insert("Contact", { LastName: "Lin" });
    const role = org.insert("OpportunityContactRole", { OpportunityId: opportunity, ContactId: contact });
    org.org.transactions.clear();
    return { opportunity, contact, role };
}

const triggerList = "Apex Developer Guide v65, Operations That Don't Invoke Triggers";

const deletions: readonly SaveOrderCase[] = [
    {
        step: "before delete",
        source: "Salesforce Help, Record-Triggered Flow: a record is deleted",
        deployed: guards("OpportunityContactRole"),
        act: "A contact role is deleted by itself.",
        expected: "flows: Delete",
        run: (org) => {
            org.save("delete", "OpportunityContactRole", [{ Id: roleIn(org).role }]);
            return flowsRun(org);
        }
    },
    {
        step: "before delete",
        source: "Salesforce Help, Flow Element: Custom Error Message",
        deployed: [flow("before-delete", "Refuse", [refuses("Keep it.")], { on: "OpportunityContactRole" })],
        act: "A contact role is deleted by itself, and the flow refuses.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Keep it.; 1 row",
        run: (org) => {
            const refused = outcome(org.save("delete", "OpportunityContactRole", [{ Id: roleIn(org).role }]));
            return `${refused}; ${org.rows("OpportunityContactRole").length} row`;
        }
    },
    {
        step: "not run: cascade deletes",
        source: triggerList,
        deployed: guards("OpportunityContactRole"),
        act: "An opportunity with a contact role is deleted.",
        expected: "flows: none; 0 roles",
        run: (org) => {
            org.save("delete", "Opportunity", [{ Id: roleIn(org).opportunity }]);
            return `${flowsRun(org)}; ${org.rows("OpportunityContactRole").length} roles`;
        }
    },
    {
        step: "not run: undelete",
        source: "Salesforce Help, Record-Triggered Flow: created, updated or deleted, no more",
        deployed: [
            ...guards("Opportunity"),
            flow("before-save", "Refuse", [refuses("Not again.")], { trigger: "Update" })
        ],
        act: "A deleted opportunity is undeleted, with its contact role.",
        expected: "saved; flows: none; 1 role",
        run: (org) => {
            const { opportunity } = roleIn(org);
            org.save("delete", "Opportunity", [{ Id: opportunity }]);
            org.org.transactions.clear();
            const restored = outcome(undeleteRecords(org.org, org.administrator, [opportunity]));
            return `${restored}; ${flowsRun(org)}; ${org.rows("OpportunityContactRole").length} role`;
        }
    },
    {
        step: "not run: merge",
        source: triggerList,
        deployed: [
            ...guards("OpportunityContactRole"),
            rule("OpportunityContactRole", "Fixed", "ISCHANGED(ContactId)")
        ],
        act: "A contact with a role is merged into another: the role goes with it.",
        expected: "flows: none; the role is the other's",
        run: (org) => {
            const { contact, role } = roleIn(org);
            const master = org.insert("Contact", { LastName: "Wu" });
            org.org.transactions.clear();
            const merge = { object: org.object("Contact"), masterId: master, duplicateIds: [contact] };
            mergeRecords(org.org, org.administrator, merge);
            const holder = org.read(role)["ContactId"] === master ? "the other's" : "nobody's";
            return `${flowsRun(org)}; the role is ${holder}`;
        }
    }
];

function wonByWorkflow(org: SaveWorld): { id: string; result: string } {
    const id = org.insert("Opportunity", deal);
    org.org.transactions.clear();
    const values = { Id: id, StageName: "Closed Won" };
    const result = outcome(workflowUpdate(org.org, org.administrator, org.object("Opportunity"), [values]));
    return { id, result };
}

const workflow: readonly SaveOrderCase[] = [
    {
        step: "not run: field update of a workflow",
        source: `${orderOfExecution}, step 11: flows don't run again`,
        deployed: [
            flow("before-save", "Before", [set("NextStep", text("ran"))], { trigger: "Update" }),
            ...guards("Opportunity")
        ],
        act: "A workflow sets the stage to Closed Won.",
        expected: "saved; flows: none",
        run: (org) => `${wonByWorkflow(org).result}; ${flowsRun(org)}`
    },
    {
        step: "not run: field update of a workflow",
        source: `${orderOfExecution}, step 11: custom validation rules don't run again`,
        deployed: [rule("Opportunity", "Never_Won", "IsWon")],
        act: "A workflow sets the stage to Closed Won; the stage still brings its probability.",
        expected: "saved; Probability = 100",
        run: (org) => {
            const { id, result } = wonByWorkflow(org);
            return `${result}; ${org.tell(id, "Probability")}`;
        }
    },
    {
        step: "not run: field update of a workflow",
        source: `${orderOfExecution}, step 11: system validation runs again`,
        deployed: [],
        act: "A workflow sets a next step of 256 characters.",
        expected: "STRING_TOO_LONG",
        run: (org) => {
            const Id = org.insert("Opportunity", deal);
            const values = { Id, NextStep: "x".repeat(256) };
            const refused = workflowUpdate(org.org, org.administrator, org.object("Opportunity"), [values]);
            return outcome(refused).split(":")[0] ?? "";
        }
    }
];

const inactive: readonly SaveOrderCase[] = [
    {
        step: "not run: active flows deployed to production",
        source: "Salesforce Help, Deploy Processes and Flows as Active",
        deployed: [],
        act: "An active before-save flow is deployed to an org that plays production, and an opportunity is created.",
        expected: "NextStep = -",
        run: () => setByFlow(saveWorld({ plays: "production" }))
    },
    {
        step: "not run: active flows deployed to production",
        source: "Salesforce Help, Deploy Processes and Flows as Active",
        deployed: [],
        act: "The same flow is deployed to a sandbox.",
        expected: "NextStep = Call",
        run: setByFlow
    }
];

function setByFlow(org: SaveWorld): string {
    org.deploy(flow("before-save", "Set", [set("NextStep", text("Call"))]));
    return org.tell(org.insert("Opportunity", deal), "NextStep");
}

const primaries: readonly SaveOrderCase[] = [
    {
        step: "not run: the old primary contact role",
        source: "Object Reference, OpportunityContactRole, IsPrimary; which automation runs for the other is not documented",
        deployed: [
            flow("after-save", "Note", [notes(reference("$Record.Role"))], {
                on: "OpportunityContactRole",
                trigger: "Update"
            })
        ],
        act: "A second role is made the primary: the first one stops being it.",
        expected: "primaries: false, true; flows: none",
        run: (org) => {
            const OpportunityId = org.insert("Opportunity", deal);
            for (const LastName of ["Lin", "Wu"]) {
                const ContactId = org.insert("Contact", { LastName });
                org.insert("OpportunityContactRole", { OpportunityId, ContactId, IsPrimary: true });
            }
            const flags = org.rows("OpportunityContactRole").map((row) => row["IsPrimary"]);
            return `primaries: ${flags.join(", ")}; ${flowsRun(org)}`;
        }
    }
];

export const notRunCases: readonly SaveOrderCase[] = [...deletions, ...workflow, ...inactive, ...primaries];
