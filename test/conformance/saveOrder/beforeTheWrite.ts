import { flow, gets, reference, refuses, set, text } from "./flowPieces.ts";
import { amount, customField, rule, text255 } from "./pieces.ts";
import { customError, flowBulk, flowMetadata, orderOfExecution, stepOfOrder } from "./saveOrderCase.ts";
import type { SaveOrderCase } from "./saveOrderCase.ts";
import { deal, outcome } from "./saveWorld.ts";
import type { SaveWorld } from "./saveWorld.ts";

const created = (org: SaveWorld, ...fields: string[]): string => org.tell(org.insert("Opportunity", deal), ...fields);
const refused = (org: SaveWorld, values: object = {}): string =>
    outcome(org.save("insert", "Opportunity", [{ ...deal, ...values }]));

const trace = customField("Opportunity", "Trace__c", "Text", text255);
const noAccount = "001000000000999AAA";

/** Steps 1 and 2: what is there before any flow. */
const loading: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(1, "load or initialize"),
        deployed: [
            customField("Opportunity", "Kind__c", "Text", `${text255}<defaultValue>"Usual"</defaultValue>`),
            flow("before-save", "Copy", [set("NextStep", reference("$Record.Kind__c"))])
        ],
        act: "An opportunity is created without Kind__c.",
        expected: "NextStep = Usual",
        run: (org) => created(org, "NextStep")
    },
    {
        ...stepOfOrder(1, "load or initialize"),
        deployed: [
            flow("before-save", "Remember", [set("NextStep", reference("$Record__Prior.Name"))], { trigger: "Update" })
        ],
        act: "An opportunity is renamed.",
        expected: "NextStep = Renewal",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.save("update", "Opportunity", [{ Id: id, Name: "Other" }]);
            return org.tell(id, "NextStep");
        }
    },
    {
        ...stepOfOrder(2, "system validation of what an API gives"),
        deployed: [flow("before-save", "Refuse", [refuses("The flow ran.")])],
        act: "An opportunity is created with an account that isn't there.",
        expected: "INVALID_CROSS_REFERENCE_KEY: invalid cross reference id",
        run: (org) => refused(org, { AccountId: noAccount })
    },
    {
        ...stepOfOrder(2, "system validation of what an API gives"),
        deployed: [flow("before-save", "Refuse", [refuses("The flow ran.")])],
        act: "An opportunity is created with a forecast category that its restricted picklist lacks.",
        expected: "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        run: (org) => refused(org, { ForecastCategoryName: "Perhaps" }).split(":")[0] ?? ""
    },
    {
        ...stepOfOrder(2, "system validation of what an API gives"),
        deployed: [flow("before-save", "Fill", [set("Name", text("Named by a flow"))])],
        act: "An opportunity is created without its required name.",
        expected: "Name = Named by a flow",
        run: (org) =>
            org.tell(org.insert("Opportunity", { StageName: deal.StageName, CloseDate: deal.CloseDate }), "Name")
    }
];

/** Step 3. */
const flows: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(3, "before-save flows"),
        deployed: [
            trace,
            flow("before-save", "A_Second", [set("Trace__c", text("second"), "Add")], { order: 20 }),
            flow("before-save", "B_First", [set("Trace__c", text("first,"), "Add")], { order: 10 })
        ],
        act: "An opportunity is created.",
        expected: "Trace__c = first,second",
        run: (org) => created(org, "Trace__c")
    },
    {
        step: "3 before-save flows",
        source: `${flowMetadata}, triggerOrder: flows without a number run between 1,000 and 1,001`,
        deployed: [
            trace,
            flow("before-save", "A_Last", [set("Trace__c", text("1001"), "Add")], { order: 1001 }),
            flow("before-save", "B_Unnumbered", [set("Trace__c", text("none,"), "Add")]),
            flow("before-save", "C_First", [set("Trace__c", text("1000,"), "Add")], { order: 1000 })
        ],
        act: "An opportunity is created.",
        expected: "Trace__c = 1000,none,1001",
        run: (org) => created(org, "Trace__c")
    },
    {
        step: "3 before-save flows",
        source: `${flowMetadata}, recordTriggerType`,
        deployed: [
            trace,
            flow("before-save", "New", [set("Trace__c", text("new,"), "Add")], { trigger: "Create" }),
            flow("before-save", "Old", [set("Trace__c", text("old,"), "Add")], { trigger: "Update" })
        ],
        act: "An opportunity is created and then updated.",
        expected: "Trace__c = new,old,",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            org.save("update", "Opportunity", [{ Id: id, Name: "Other" }]);
            return org.tell(id, "Trace__c");
        }
    },
    {
        step: "3 before-save flows",
        source: `${flowMetadata}, status`,
        deployed: [
            trace,
            flow("before-save", "Draft", [set("Trace__c", text("draft"), "Add")], { status: "Draft" }),
            flow("before-save", "Obsolete", [set("Trace__c", text("obsolete"), "Add")], { status: "Obsolete" })
        ],
        act: "An opportunity is created.",
        expected: "Trace__c = -",
        run: (org) => created(org, "Trace__c")
    },
    {
        ...stepOfOrder(3, "before-save flows"),
        deployed: [flow("before-save", "Win", [set("StageName", text("Closed Won"))])],
        act: "An opportunity is created as Prospecting.",
        expected: "StageName = Closed Won, Probability = 100, IsWon = true",
        run: (org) => created(org, "StageName", "Probability", "IsWon")
    },
    {
        ...stepOfOrder(3, "before-save flows"),
        deployed: [flow("before-save", "Set", [set("NextStep", text("Call"))])],
        act: "An opportunity is created; its own fields take no data statement.",
        expected: "NextStep = Call with 0 statements",
        run: (org) => `${created(org, "NextStep")} with ${org.transactions()[0]?.statements} statements`
    },
    {
        step: "3 before-save flows",
        source: `${flowBulk}: one query an element and batch`,
        deployed: [flow("before-save", "Look", [gets("Account", { Name: reference("$Record.Name") })])],
        act: "200 opportunities are created in one request.",
        expected: "saved 200 with 1 query",
        run: (org) => {
            const records = Array.from({ length: 200 }, (_, index) => ({ ...deal, Name: `Deal ${index}` }));
            const saved = org.save("insert", "Opportunity", records).filter((each) => each.success).length;
            return `saved ${saved} with ${org.transactions()[0]?.queries} query`;
        }
    },
    {
        step: "3 before-save flows",
        source: customError,
        deployed: [flow("before-save", "Refuse", [refuses("Not like this.")])],
        act: "An opportunity is created.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Not like this.; 0 rows",
        run: (org) => `${refused(org)}; ${org.rows("Opportunity").length} rows`
    }
];

/** Step 5. */
const validation: readonly SaveOrderCase[] = [
    {
        ...stepOfOrder(5, "system validation again"),
        deployed: [flow("before-save", "Empty", [set("Name", reference("$Record.NextStep"))])],
        act: "An opportunity is created with a name that a flow empties.",
        expected: "REQUIRED_FIELD_MISSING: Required fields are missing: [Name]",
        run: (org) => refused(org)
    },
    {
        ...stepOfOrder(5, "system validation again"),
        deployed: [customField("Opportunity", "Share__c", "Number", "<precision>3</precision><scale>0</scale>")],
        act: "An opportunity is created with a number that has a digit too many.",
        expected: "NUMBER_OUTSIDE_VALID_RANGE",
        run: (org) => refused(org, { Share__c: 1000 }).split(":")[0] ?? ""
    },
    {
        ...stepOfOrder(5, "custom validation rules"),
        deployed: [
            flow("before-save", "Set", [set("NextStep", text("Call"))]),
            rule("Opportunity", "No_Calls", 'NextStep = "Call"')
        ],
        act: "An opportunity is created with another next step.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: No_Calls",
        run: (org) => refused(org, { NextStep: "Write" })
    },
    {
        ...stepOfOrder(5, "custom validation rules"),
        deployed: [rule("Opportunity", "One", "Amount > 10"), rule("Opportunity", "Two", "Amount > 20")],
        act: "An opportunity is created that breaks both rules.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: One and FIELD_CUSTOM_VALIDATION_EXCEPTION: Two",
        run: (org) => refused(org, { Amount: 30 })
    },
    {
        ...stepOfOrder(5, "custom validation rules"),
        deployed: [rule("Opportunity", "Written", "NOT(ISBLANK(Id))")],
        act: "An opportunity is created and then renamed: at its creation the rule runs before the write gives an Id.",
        expected: "saved, then FIELD_CUSTOM_VALIDATION_EXCEPTION: Written",
        run: (org) => {
            const [made] = org.save("insert", "Opportunity", [deal]);
            const renamed = org.save("update", "Opportunity", [{ Id: made?.id, Name: "Other" }]);
            return `${outcome(made === undefined ? [] : [made])}, then ${outcome(renamed)}`;
        }
    },
    {
        ...stepOfOrder(5, "custom validation rules"),
        deployed: [rule("Opportunity", "Sleeping", "TRUE", { active: false })],
        act: "An opportunity is created.",
        expected: "saved",
        run: (org) => refused(org)
    },
    {
        ...stepOfOrder(5, "custom validation rules"),
        deployed: [rule("Opportunity", "Odd", "IsWon && Probability = 1")],
        act: "An opportunity is moved to Closed Won: the rule sees what the stage brings.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Odd",
        run: (org) => {
            const id = org.insert("Opportunity", deal);
            return outcome(org.save("update", "Opportunity", [{ Id: id, StageName: "Closed Won" }]));
        }
    },
    {
        step: "5 custom validation rules",
        source: `${orderOfExecution}, step 5; Object Reference, OpportunityLineItem: HasOpportunityLineItem is set when a line is inserted`,
        deployed: [
            customField("Opportunity", "Limit__c", "Currency", amount),
            rule(
                "Opportunity",
                "Products_First",
                'ISPICKVAL(StageName, "Proposal/Price Quote") && NOT(HasOpportunityLineItem)'
            )
        ],
        act: "An opportunity is created at a late stage: it can't have lines yet.",
        expected: "FIELD_CUSTOM_VALIDATION_EXCEPTION: Products_First",
        run: (org) => refused(org, { StageName: "Proposal/Price Quote" })
    }
];

export const beforeTheWrite: readonly SaveOrderCase[] = [...loading, ...flows, ...validation];
