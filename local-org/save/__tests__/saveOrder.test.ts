import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { reference, required, double } from "../../schema/fields.ts";
import { deal, savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("the save order", () => {
    let org: SavingOrg;
    beforeEach(() => {
        org = savingOrg();
    });

    const errorsOf = (id: string, changes: object): unknown[] =>
        (org.save("update", "Opportunity", [{ Id: id, ...changes }])[0]?.errors ?? []).map((error) => ({ ...error }));

    it("refuses a save that breaks a rule, in the rule's words on the rule's field", () => {
        org.rule("Opportunity", 'ISPICKVAL(StageName, "Closed Won") && ISBLANK(NextStep)', {
            message: "Say what is next.",
            displayField: "NextStep"
        });
        const id = org.insert("Opportunity", deal);

        const errors = errorsOf(id, { StageName: "Closed Won" });

        const statusCode = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
        assert.deepEqual(errors, [{ statusCode, message: "Say what is next.", fields: ["NextStep"] }]);
        assert.equal(org.read(id)["StageName"], "Prospecting");
    });

    it("tells every rule that is broken, and no field for one at the top of the page", () => {
        org.rule("Opportunity", "Amount > 10", { name: "One", message: "Too much." });
        org.rule("Opportunity", "Amount > 20", { name: "Two", message: "Far too much." });

        const [outcome] = org.save("insert", "Opportunity", [{ ...deal, Amount: 30 }]);

        assert.deepEqual(
            outcome?.errors.map(({ message, fields }) => [message, fields]),
            [
                ["Too much.", []],
                ["Far too much.", []]
            ]
        );
    });

    it("checks types and required fields before any rule", () => {
        org.rule("Opportunity", "ISBLANK(Name)", { message: "Name it." });

        const [outcome] = org.save("insert", "Opportunity", [{ ...deal, Name: "" }]);

        assert.deepEqual(
            outcome?.errors.map((error) => error.statusCode),
            ["REQUIRED_FIELD_MISSING"]
        );
    });

    it("shows a rule what the stage brings along", () => {
        org.rule("Opportunity", "IsWon && Probability <> 1", { message: "Odd." });
        org.rule("Opportunity", "IsClosed", { name: "Two", message: "Closed." });

        const errors = errorsOf(org.insert("Opportunity", deal), { StageName: "Closed Won" });

        assert.deepEqual(
            errors.map((error) => Object(error).message),
            ["Closed."]
        );
    });

    it("leaves an old deal's stage rules alone when a line is edited", () => {
        const entry = org.pricedProduct(200);
        const id = org.insert("Opportunity", { ...deal, StageName: "Proposal/Price Quote" });
        org.rule("Opportunity", "(ISNEW() || ISCHANGED(StageName)) && ISBLANK(NextStep)", {
            message: "Say what is next."
        });

        const line = org.insert("OpportunityLineItem", {
            OpportunityId: id,
            PricebookEntryId: entry,
            Quantity: 1,
            UnitPrice: 200
        });

        assert.equal(String(org.read(id)["Amount"]), "200");
        assert.equal(org.read(line)["OpportunityId"], id);
        assert.equal(Object(errorsOf(id, { StageName: "Negotiation/Review" })[0]).message, "Say what is next.");
    });

    it("refuses a line when its opportunity's rules refuse the new amount", () => {
        const entry = org.pricedProduct(200);
        const id = org.insert("Opportunity", deal);
        org.rule("Opportunity", "Amount > 300", { message: "Too much." });
        const line = { OpportunityId: id, PricebookEntryId: entry, Quantity: 1, UnitPrice: 200 };

        const first = org.save("insert", "OpportunityLineItem", [line]);
        const second = org.save("insert", "OpportunityLineItem", [line]);

        assert.deepEqual([first[0]?.success, second[0]?.errors[0]?.message], [true, "Too much."]);
        assert.equal(org.rows("OpportunityLineItem").length, 1);
        assert.equal(String(org.read(id)["Amount"]), "200");
    });

    it("runs the roll-ups of a parent in the same save, and again when a child moves", () => {
        const Opportunity = org.object("Opportunity");
        org.org.schema.putField("Opportunity", {
            ...double("Tasks__c", 18, 0),
            custom: true,
            createable: false,
            updateable: false,
            rollUp: {
                childObject: "Part__c",
                childReference: "Opportunity__c",
                operation: "count",
                summarizedField: null,
                filters: []
            }
        });
        const Opportunity__c = {
            ...required(reference("Opportunity__c", "Opportunity", { cascadeDelete: true })),
            custom: true
        };
        const kept = [
            "Id",
            "IsDeleted",
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp"
        ];
        const fields = new Map([...Opportunity.fields].filter(([name]) => kept.includes(name)));
        org.org.schema.putObject({
            ...Opportunity,
            name: "Part__c",
            keyPrefix: "a0X",
            kind: "customObject",
            fields: fields.set("Opportunity__c", Opportunity__c)
        });
        const [one, two] = [org.insert("Opportunity", deal), org.insert("Opportunity", deal)];
        const counts = (): string[] => [one, two].map((id) => String(org.read(id)["Tasks__c"]));

        const part = org.insert("Part__c", { Opportunity__c: one });
        const first = counts();
        org.save("update", "Part__c", [{ Id: part, Opportunity__c: two }]);
        const moved = counts();
        org.save("delete", "Part__c", [{ Id: part }]);

        assert.deepEqual(
            [first, moved, counts()],
            [
                ["1", "0"],
                ["0", "1"],
                ["0", "0"]
            ]
        );
    });

    it("keeps the good ones of a batch without allOrNone, and counts only them in the parent", () => {
        const entry = org.pricedProduct(200);
        const id = org.insert("Opportunity", deal);
        org.rule("OpportunityLineItem", "Quantity > 5", { message: "Too many." });
        const line = (Quantity: number) => ({ OpportunityId: id, PricebookEntryId: entry, Quantity, UnitPrice: 10 });

        const outcomes = org.save("insert", "OpportunityLineItem", [line(1), line(9), line(2)], { allOrNone: false });

        assert.deepEqual(
            outcomes.map((outcome) => outcome.success),
            [true, false, true]
        );
        assert.equal(String(org.read(id)["Amount"]), "30");
        assert.equal(org.rows("OpportunityHistory").length, 2);
    });

    it("keeps nothing of a batch with allOrNone and one refusal", () => {
        org.rule("Account", 'Name = "Bad"', { message: "No." });

        const outcomes = org.save("insert", "Account", [{ Name: "Good" }, { Name: "Bad" }]);

        assert.deepEqual(
            outcomes.map((outcome) => outcome.errors[0]?.statusCode),
            ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "FIELD_CUSTOM_VALIDATION_EXCEPTION"]
        );
        assert.deepEqual(org.rows("Account"), []);
    });

    it("refuses the same record twice in one update", () => {
        const id = org.insert("Account", { Name: "Acme" });

        const outcomes = org.save(
            "update",
            "Account",
            [
                { Id: id, Name: "A" },
                { Id: id, Name: "B" }
            ],
            { allOrNone: false }
        );

        assert.deepEqual(
            outcomes.map((outcome) => outcome.errors[0]?.statusCode),
            [undefined, "DUPLICATE_VALUE"]
        );
        assert.equal(org.read(id)["Name"], "A");
    });

    it("refuses a rule's impossible sum instead of passing it", () => {
        org.rule("Opportunity", "1 / Amount > 2", { name: "Share", message: "No." });

        const [outcome] = org.save("insert", "Opportunity", [{ ...deal, Amount: 0 }]);

        assert.equal(outcome?.errors[0]?.statusCode, "FORMULA_EXPRESSION_INVALID");
        assert.match(outcome?.errors[0]?.message ?? "", /"Share"/);
    });

    for (const [nullMode, success] of [
        ["blankAsZero", false],
        ["blankAsBlank", true]
    ] as const) {
        it(`reads a blank number in a rule as the org's null mode says: ${nullMode}`, () => {
            org = savingOrg({ nullMode });
            org.rule("Opportunity", "Amount < 1", { message: "Too little." });

            const [outcome] = org.save("insert", "Opportunity", [deal]);

            assert.equal(outcome?.success, success);
        });
    }
});
