import { creates, flow, gets, notes, reference, refuses, set, text, updates } from "./flowPieces.ts";
import { customField, rule, text255 } from "./pieces.ts";
import { flowLimits, objectReference, partialSaves, stepOfOrder } from "./saveOrderCase.ts";
import type { SaveOrderCase } from "./saveOrderCase.ts";
import { deal, outcome } from "./saveWorld.ts";
import type { SaveWorld } from "./saveWorld.ts";

const addLine = (org: SaveWorld, OpportunityId: string): string =>
    org.insert("OpportunityLineItem", {
        OpportunityId,
        PricebookEntryId: org.pricedProduct(200),
        Quantity: 1,
        UnitPrice: 200
    });

/** Rows of history, and step 19. */
const history: readonly SaveOrderCase[] = [
    {
        step: "19 commit, with the history of it",
        source: objectReference("OpportunityHistory"),
        deployed: [],
        act: "An opportunity is created, gets a next step, and a line of 200 through which its amount changes.",
        expected: "- before -, 200 before -",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.save("update", "Opportunity", [{ Id: id, NextStep: "Call" }]);
            addLine(org, id);
            return org
                .rows("OpportunityHistory")
                .map((row) => `${row["Amount"]?.toString() ?? "-"} before ${row["PrevAmount"]?.toString() ?? "-"}`)
                .join(", ");
        }
    },
    {
        step: "19 commit, with the history of it",
        source: objectReference("OpportunityHistory"),
        deployed: [flow("after-save", "Refuse", [refuses("Not like this.")], { trigger: "Update" })],
        act: "A stage change is refused after it was written.",
        expected: "1 row",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.save("update", "Opportunity", [{ Id: id, StageName: "Qualification" }]);
            return `${org.rows("OpportunityHistory").length} row`;
        }
    },
    {
        step: "19 commit, with the history of it",
        source: objectReference("OpportunityFieldHistory"),
        deployed: [
            customField("Opportunity", "Kind__c", "Text", `${text255}<trackHistory>true</trackHistory>`),
            flow("before-save", "Set", [set("Kind__c", text("Set by a flow"))], { trigger: "Update" })
        ],
        act: "An opportunity is created and renamed: a tracked field that a flow changes is told, the name isn't.",
        expected: "created: - to -, Kind__c: - to Set by a flow",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.save("update", "Opportunity", [{ Id: id, Name: "Other" }]);
            return org
                .rows("OpportunityFieldHistory")
                .map((row) => `${row["Field"]}: ${row["OldValue"] ?? "-"} to ${row["NewValue"] ?? "-"}`)
                .join(", ");
        }
    }
];

const later = (name: string, steps: Parameters<typeof flow>[2], on = "Opportunity") =>
    flow("after-save", name, [], { later: steps, on });

/** Step 20. */
const afterCommit: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(20, "asynchronous paths after the commit"),
        deployed: [
            flow("after-save", "Note", [notes(text("in the transaction"))], {
                later: [notes(text("after the commit"))],
                trigger: "Create"
            })
        ],
        act: "An opportunity is created.",
        expected: "in the transaction, after the commit; 2 transactions",
        run: (org) => {
            org.insert("Opportunity", deal);
            return `${org.notes()}; ${org.transactions().length} transactions`;
        }
    },
    {
        ...stepOfOrder(20, "asynchronous paths after the commit"),
        deployed: [
            flow("after-save", "Note", [], {
                on: "OpportunityLineItem",
                formulas: { Seen: "TEXT({!Parent.Amount})" },
                later: [
                    gets("Opportunity", { Id: reference("$Record.OpportunityId") }, { name: "Parent" }),
                    creates("Task", { Subject: reference("Seen") })
                ]
            })
        ],
        act: "A line of 200 is added: the path sees the parent as it was committed, roll-ups included.",
        expected: "200",
        run: (org) => {
            addLine(org, org.insert("Opportunity", { ...deal, Amount: 5 }));
            return org.notes();
        }
    },
    {
        ...stepOfOrder(20, "asynchronous paths after the commit"),
        deployed: [later("Fail", [notes(text("undone"))]), rule("Task", "No_Tasks", "TRUE")],
        act: "An opportunity is created; its path fails, and only the path is undone.",
        expected: "saved; 1 opportunity, 0 tasks",
        run: (org) => {
            const saved = outcome(org.save("insert", "Opportunity", [deal]));
            return `${saved}; ${org.rows("Opportunity").length} opportunity, ${org.rows("Task").length} tasks`;
        }
    },
    {
        ...stepOfOrder(20, "asynchronous paths after the commit"),
        deployed: [later("Note", [notes(text("after the commit"))]), rule("Opportunity", "No_Bad", 'Name = "Bad"')],
        act: "Two opportunities are created, all or none, and one is refused: nothing is committed, no path runs.",
        expected: "- in 1 transaction",
        run: (org) => {
            org.save("insert", "Opportunity", [deal, { ...deal, Name: "Bad" }]);
            return `${org.notes()} in ${org.transactions().length} transaction`;
        }
    }
];

const repeated = <T>(step: T, times: number): T[] => Array.from({ length: times }, () => step);

function refusedByLimit(org: SaveWorld): string {
    const saved = outcome(org.save("insert", "Opportunity", [deal]));
    return `${saved.replace(/We can't save.*these details\. /, "")}; ${org.rows("Opportunity").length} rows`;
}

const limits: readonly SaveOrderCase[] = [
    {
        step: "limits of a transaction",
        source: `${flowLimits}: 100 queries`,
        deployed: [flow("after-save", "Ask", repeated(gets("Account", { Name: text("Acme") }), 101))],
        act: "An opportunity is created.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER: Too many SOQL queries: 101; 0 rows",
        run: refusedByLimit
    },
    {
        step: "limits of a transaction",
        source: `${flowLimits}: shared by all that runs in it`,
        deployed: [
            flow("before-save", "Ask_Before", repeated(gets("Account", { Name: text("Acme") }), 50)),
            flow("after-save", "Ask_After", repeated(gets("Account", { Name: text("Acme") }), 51))
        ],
        act: "An opportunity is created: 50 queries before and 51 after the write.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER: Too many SOQL queries: 101; 0 rows",
        run: refusedByLimit
    },
    {
        step: "limits of a transaction",
        source: `${flowLimits}: a fault path doesn't catch it`,
        deployed: [
            flow("after-save", "Ask", repeated(gets("Account", { Name: text("Acme") }, { faultGoesOn: true }), 102))
        ],
        act: "An opportunity is created: the element that goes too far has a fault path.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER: Too many SOQL queries: 101; 0 rows",
        run: refusedByLimit
    },
    {
        step: "limits of a transaction",
        source: `${flowLimits}: 150 data statements`,
        deployed: [flow("after-save", "Write", repeated(notes(text("again")), 151))],
        act: "An opportunity is created.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER: Too many DML statements: 151; 0 rows",
        run: refusedByLimit
    },
    {
        step: "limits of a transaction",
        source: `${flowLimits}: 50,000 rows`,
        deployed: [flow("after-save", "Read", repeated(gets("Account", {}, { all: true }), 51))],
        act: "An opportunity is created in an org of 1,000 accounts, which the flow reads 51 times.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER: Too many query rows: 50001; 0 rows",
        run: (org) => {
            const { store } = org.org;
            const account = org.object("Account");
            store.transaction(() => {
                for (let index = 0; index < 1000; index += 1) {
                    store.insert(account, { Id: store.newId(account), Name: `Account ${index}` });
                }
            });
            return refusedByLimit(org);
        }
    },
    {
        step: "limits of a transaction",
        source: `${flowLimits}: a transaction of its own after the commit`,
        deployed: [
            flow("after-save", "Ask", repeated(gets("Account", { Name: text("Acme") }), 60), {
                later: repeated(gets("Account", { Name: text("Acme") }), 60)
            })
        ],
        act: "An opportunity is created: 60 queries in the save and 60 after it.",
        expected: "60 and 60",
        run: (org) => {
            org.insert("Opportunity", deal);
            return org
                .transactions()
                .map(({ queries }) => queries)
                .join(" and ");
        }
    }
];

const two = [deal, { ...deal, Name: "Bad" }];

const partial: readonly SaveOrderCase[] = [
    {
        step: "partial success",
        source: `${partialSaves}: all or nothing`,
        deployed: [rule("Opportunity", "No_Bad", 'Name = "Bad"')],
        act: "Two opportunities are created with allOrNone, and one breaks the rule.",
        expected: "ALL_OR_NONE_OPERATION_ROLLED_BACK, FIELD_CUSTOM_VALIDATION_EXCEPTION; 0 rows",
        run: (org) => {
            const codes = org.save("insert", "Opportunity", two).map((each) => each.errors[0]?.statusCode);
            return `${codes.join(", ")}; ${org.rows("Opportunity").length} rows`;
        }
    },
    {
        step: "partial success",
        source: `${partialSaves}: a second attempt without what was refused, with the limits as before the first`,
        deployed: [
            rule("Opportunity", "No_Bad", 'Name = "Bad"'),
            flow("before-save", "Look", [gets("Account", { Name: text("Acme") })]),
            flow("after-save", "Note", [notes(reference("$Record.Name"))])
        ],
        act: "Two opportunities are created without allOrNone, and one breaks the rule: the flows run again for the other.",
        expected: "saved; FIELD_CUSTOM_VALIDATION_EXCEPTION: No_Bad; 2 attempts, 1 query, tasks: Renewal",
        run: (org) => {
            const saved = outcome(org.save("insert", "Opportunity", two, { allOrNone: false }));
            const [entry] = org.transactions();
            return `${saved}; ${entry?.attempts} attempts, ${entry?.queries} query, tasks: ${org.notes()}`;
        }
    },
    {
        step: "partial success",
        source: `${partialSaves}: a save of automation`,
        deployed: [
            flow(
                "after-save",
                "Change",
                [updates("Opportunity", { AccountId: reference("$Record.Id") }, { NextStep: text("Moved") })],
                { on: "Account", trigger: "Update" }
            ),
            rule("Opportunity", "No_Bad", 'Name = "Bad" && ISCHANGED(NextStep)')
        ],
        act: "An account is updated whose flow updates its two opportunities, one against a rule: the account is refused.",
        expected: "CANNOT_EXECUTE_FLOW_TRIGGER; NextStep = -",
        run: (org) => {
            const AccountId = org.insert("Account", { Name: "Acme" });
            const id = org.insert("Opportunity", { ...deal, AccountId }, { ...deal, AccountId, Name: "Bad" });
            const [code] = outcome(org.save("update", "Account", [{ Id: AccountId, Site: "HQ" }])).split(":");
            return `${code}; ${org.tell(id, "NextStep")}`;
        }
    }
];

export const transactionCases: readonly SaveOrderCase[] = [...history, ...afterCommit, ...limits, ...partial];
