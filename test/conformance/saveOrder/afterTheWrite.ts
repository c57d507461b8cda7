import { creates, flow, gets, notes, reference, refuses, set, text, updates } from "./flowPieces.ts";
import { amount, customField, lookup, part, rollUp, rule, text255 } from "./pieces.ts";
import { apexLimits, customError, objectReference, orderOfExecution, stepOfOrder } from "./saveOrderCase.ts";
import type { SaveOrderCase } from "./saveOrderCase.ts";
import { deal, outcome } from "./saveWorld.ts";
import type { SaveWorld } from "./saveWorld.ts";

const own = { Id: reference("$Record.Id") };

const createdNotes = (org: SaveWorld): string => {
    org.save("insert", "Opportunity", [deal]);
    return org.notes();
};

/** An opportunity with one line of 200. */
function withLine(org: SaveWorld, values: object = {}): { id: string; line: string } {
    const id = org.insert("Opportunity", { ...deal, ...values });
    return { id, line: org.insert("OpportunityLineItem", lineOf(org, id)) };
}

const lineOf = (org: SaveWorld, OpportunityId: string): object => ({
    OpportunityId,
    PricebookEntryId: org.pricedProduct(200),
    Quantity: 1,
    UnitPrice: 200
});

/** Steps 7 and 14. */
const flows: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(7, "save without commit"),
        deployed: [
            flow("after-save", "Find", [gets("Opportunity", own, { name: "Found" }), notes(reference("Found.Name"))])
        ],
        act: "An opportunity is created: the flow finds it by a query.",
        expected: "Renewal",
        run: createdNotes
    },
    {
        step: "7 save without commit",
        source: `${orderOfExecution}, step 7; ${customError}`,
        deployed: [flow("after-save", "Refuse", [refuses("Not like this.")])],
        act: "An opportunity is created: the written record is rolled back.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Not like this.; 0 rows",
        run: (org) => `${outcome(org.save("insert", "Opportunity", [deal]))}; ${org.rows("Opportunity").length} rows`
    },
    {
        ...stepOfOrder(14, "after-save flows"),
        deployed: [flow("after-save", "Note", [notes(text("ran"))]), rule("Opportunity", "Never", "TRUE")],
        act: "An opportunity is created and refused by the rule: the flow doesn't start.",
        expected: "flows: none",
        run: (org) => {
            org.save("insert", "Opportunity", [deal]);
            return `flows: ${org.transactions()[0]?.flows.join(", ") || "none"}`;
        }
    },
    {
        ...stepOfOrder(14, "after-save flows"),
        deployed: [
            flow("after-save", "A_Second", [notes(text("second"))], { order: 20 }),
            flow("after-save", "B_First", [notes(text("first"))], { order: 10 })
        ],
        act: "An opportunity is created.",
        expected: "first, second",
        run: createdNotes
    },
    {
        ...stepOfOrder(14, "after-save flows"),
        deployed: [
            flow("after-save", "Note", [notes(reference("$Record.NextStep"))]),
            flow("before-save", "Set", [set("NextStep", text("Call"))])
        ],
        act: "An opportunity is created: the flow sees what a before-save flow wrote.",
        expected: "Call",
        run: createdNotes
    },
    {
        ...stepOfOrder(14, "after-save flows"),
        deployed: [flow("after-save", "Note", [notes(text("ran"))]), rule("Task", "No_Tasks", "TRUE")],
        act: "An opportunity is created; the task that the flow makes goes through its own save and is refused.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER; 0 opportunities, 0 tasks",
        run: (org) => {
            const [code] = outcome(org.save("insert", "Opportunity", [deal])).split(":");
            return `${code}; ${org.rows("Opportunity").length} opportunities, ${org.rows("Task").length} tasks`;
        }
    }
];

/** Steps 16 and 17. */
const parents: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(16, "the parent's roll-ups and its own save"),
        deployed: [flow("before-save", "Set", [set("NextStep", text("Saved"))], { trigger: "Update" })],
        act: "A line of 200 is added to an opportunity: the parent is saved, its flow runs.",
        expected: "Amount = 200, HasOpportunityLineItem = true, NextStep = Saved",
        run: (org) => org.tell(withLine(org).id, "Amount", "HasOpportunityLineItem", "NextStep")
    },
    {
        ...stepOfOrder(16, "the parent's roll-ups and its own save"),
        deployed: [rule("Opportunity", "Too_Much", "Amount > 100")],
        act: "A line of 200 is added: the parent's rule refuses the line.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Too_Much; 0 lines",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            const saved = outcome(org.save("insert", "OpportunityLineItem", [lineOf(org, id)]));
            return `${saved}; ${org.rows("OpportunityLineItem").length} lines`;
        }
    },
    {
        ...stepOfOrder(16, "the parent's roll-ups and its own save"),
        deployed: [
            flow(
                "after-save",
                "Note",
                [
                    gets("Opportunity", { Id: reference("$Record.OpportunityId") }, { name: "Parent" }),
                    creates("Task", { Subject: reference("Seen"), WhatId: reference("Parent.Id") })
                ],
                { on: "OpportunityLineItem", formulas: { Seen: "TEXT({!Parent.Amount})" } }
            )
        ],
        act: "A line of 200 is added to an opportunity of 5: the line's after-save flow still sees the old amount.",
        expected: "5, then Amount = 200",
        run: (org) => {
            const { id } = withLine(org, { Amount: 5 });
            return `${org.notes()}, then ${org.tell(id, "Amount")}`;
        }
    },
    {
        ...stepOfOrder(16, "the parent's roll-ups and its own save"),
        deployed: [
            part,
            rollUp("Opportunity", "Total__c", "Part__c.Opportunity__c", "Value__c"),
            flow("after-save", "Note", [notes(text("parent saved"))], { trigger: "Update" })
        ],
        act: "A part of 7 is added to an opportunity.",
        expected: "Total__c = 7, parent saved",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.insert("Part__c", { Opportunity__c: id, Value__c: 7 });
            return `${org.tell(id, "Total__c")}, ${org.notes()}`;
        }
    },
    {
        ...stepOfOrder(16, "the parent's roll-ups and its own save"),
        deployed: [part, rollUp("Opportunity", "Total__c", "Part__c.Opportunity__c", "Value__c")],
        act: "A part of 7 moves from one opportunity to another: both are recomputed.",
        expected: "Total__c = 0, Total__c = 7",
        run: (org) => {
            const [one, two] = [org.insert("Opportunity", deal), org.insert("Opportunity", deal)];
            const id = org.insert("Part__c", { Opportunity__c: one, Value__c: 7 });
            org.save("update", "Part__c", [{ Id: id, Opportunity__c: two }]);
            return `${org.tell(one, "Total__c")}, ${org.tell(two, "Total__c")}`;
        }
    },
    {
        step: "16 the parent's roll-ups and its own save",
        source: objectReference("OpportunityLineItem"),
        deployed: [],
        act: "The only line of an opportunity is deleted.",
        expected: "HasOpportunityLineItem = false",
        run: (org) => {
            const { id, line } = withLine(org);
            org.save("delete", "OpportunityLineItem", [{ Id: line }]);
            return org.tell(id, "HasOpportunityLineItem");
        }
    },
    {
        ...stepOfOrder(17, "the grandparent"),
        deployed: [
            rollUp("Account", "Pipeline__c", "Opportunity.AccountId", "Amount"),
            flow("before-save", "Set", [set("Site", text("Saved"))], { on: "Account", trigger: "Update" })
        ],
        act: "A line of 200 is added to an account's opportunity: the account is saved too.",
        expected: "Pipeline__c = 200, Site = Saved",
        run: (org) => {
            const AccountId = org.insert("Account", { Name: "Acme" });
            withLine(org, { AccountId });
            return org.tell(AccountId, "Pipeline__c", "Site");
        }
    }
];

/** The note above the numbered steps. */
const recursive = { step: "9–17 skipped in a recursive save", source: `${orderOfExecution}, note` };

const recursion: readonly SaveOrderCase[] = [
    {
        ...recursive,
        deployed: [
            customField("Opportunity", "Trace__c", "Text", text255),
            flow("before-save", "Count", [set("Trace__c", text("x"), "Add")]),
            flow("after-save", "Again", [
                notes(text("after save")),
                updates("Opportunity", own, { NextStep: text("Changed") })
            ])
        ],
        act: "An opportunity is created whose after-save flow changes it: steps 1 to 8 run twice, 14 once.",
        expected: "Trace__c = xx, NextStep = Changed, after save",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            return `${org.tell(id, "Trace__c", "NextStep")}, ${org.notes()}`;
        }
    },
    {
        ...recursive,
        deployed: [
            rule("Opportunity", "No_Change", 'NextStep = "Changed"'),
            flow("after-save", "Again", [updates("Opportunity", own, { NextStep: text("Changed") })])
        ],
        act: "An opportunity is created whose after-save flow changes it against a rule.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER; 0 rows",
        run: (org) => {
            const [code] = outcome(org.save("insert", "Opportunity", [deal])).split(":");
            return `${code}; ${org.rows("Opportunity").length} rows`;
        }
    },
    {
        ...recursive,
        deployed: [
            part,
            rollUp("Opportunity", "Total__c", "Part__c.Opportunity__c", "Value__c"),
            customField("Opportunity", "Limit__c", "Currency", amount),
            flow(
                "after-save",
                "Double",
                [updates("Part__c", own, { Value__c: reference("$Record.Opportunity__r.Limit__c") })],
                {
                    on: "Part__c"
                }
            )
        ],
        act: "A part of 7 is added whose after-save flow makes it 14: the outer save's roll-up counts the change.",
        expected: "Total__c = 14 with 1 history row, of the parent's creation",
        run: (org) => {
            const id = org.insert("Opportunity", { ...deal, Limit__c: 14 });
            org.insert("Part__c", { Opportunity__c: id, Value__c: 7 });
            const rows = org.rows("OpportunityHistory").length;
            return `${org.tell(id, "Total__c")} with ${rows} history row, of the parent's creation`;
        }
    },
    {
        ...recursive,
        deployed: [
            part,
            rollUp("Opportunity", "Total__c", "Part__c.Opportunity__c", "Value__c"),
            lookup("Opportunity", "Other__c", "Opportunity"),
            flow(
                "after-save",
                "Move",
                [updates("Part__c", own, { Opportunity__c: reference("$Record.Opportunity__r.Other__c") })],
                { on: "Part__c" }
            )
        ],
        act: "A part of 7 is added whose after-save flow moves it to another opportunity: both totals are right.",
        expected: "Total__c = 0, Total__c = 7",
        run: (org) => {
            const other = org.insert("Opportunity", deal);
            const id = org.insert("Opportunity", { ...deal, Other__c: other });
            org.insert("Part__c", { Opportunity__c: id, Value__c: 7 });
            return `${org.tell(id, "Total__c")}, ${org.tell(other, "Total__c")}`;
        }
    },
    {
        step: "the deepest stack of saves",
        source: `${apexLimits}: 16`,
        deployed: [flow("after-save", "Endless", [creates("Task", { Subject: text("again") })], { on: "Task" })],
        act: "A task is created whose flow creates a task, whose flow creates a task…",
        expected: "refused with maximum trigger depth exceeded; 0 rows",
        run: (org) => {
            const saved = outcome(org.save("insert", "Task", [{ Subject: "first" }]));
            const reason = saved.includes("maximum trigger depth exceeded") ? "maximum trigger depth exceeded" : saved;
            return `refused with ${reason}; ${org.rows("Task").length} rows`;
        }
    }
];

export const afterTheWrite: readonly SaveOrderCase[] = [...flows, ...parents, ...recursion];
