import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { deal, savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("what the platform does to an opportunity at save", () => {
    let org: SavingOrg;
    beforeEach(() => {
        org = savingOrg();
    });

    const stages: readonly [
        stage: string,
        probability: string | null,
        category: string,
        closed: boolean,
        won: boolean
    ][] = [
        ["Prospecting", "10", "Pipeline", false, false],
        ["Negotiation/Review", "90", "Pipeline", false, false],
        ["Closed Won", "100", "Closed", true, true],
        ["Closed Lost", "0", "Omitted", true, false],
        ["A stage nobody knows", null, "Pipeline", false, false]
    ];
    for (const [StageName, probability, category, closed, won] of stages) {
        it(`fills in what ${StageName} means`, () => {
            const record = org.read(org.insert("Opportunity", { ...deal, StageName }));

            assert.equal(record["Probability"]?.toString() ?? null, probability);
            assert.deepEqual(
                [record["ForecastCategory"], record["ForecastCategoryName"], record["IsClosed"], record["IsWon"]],
                [category, category, closed, won]
            );
        });
    }

    it("keeps a probability that is given with the stage, and one set before when the stage stays", () => {
        const id = org.insert("Opportunity", { ...deal, Probability: 33 });
        org.save("update", "Opportunity", [{ Id: id, NextStep: "Call" }]);

        assert.equal(String(org.read(id)["Probability"]), "33");
    });

    it("dates the change of a stage, not its first choice nor another edit", () => {
        const id = org.insert("Opportunity", deal);
        org.save("update", "Opportunity", [{ Id: id, NextStep: "Call" }]);
        const before = org.read(id)["LastStageChangeDate"];
        org.save("update", "Opportunity", [{ Id: id, StageName: "Qualification" }]);

        assert.deepEqual([before, org.read(id)["LastStageChangeDate"]], [null, "2026-06-30T12:00:00.000Z"]);
    });

    const closings: readonly [what: string, closeDate: string, kept: string][] = [
        ["brings a future close date to today", "2026-09-30", "2026-06-30"],
        ["leaves a past close date", "2026-05-01", "2026-05-01"]
    ];
    for (const [what, CloseDate, kept] of closings) {
        it(`${what} when the deal is closed`, () => {
            const id = org.insert("Opportunity", { ...deal, CloseDate });
            org.save("update", "Opportunity", [{ Id: id, StageName: "Closed Won" }]);

            assert.equal(org.read(id)["CloseDate"], kept);
        });
    }

    it("writes a history row at creation and when stage, amount, probability or close date changes", () => {
        const id = org.insert("Opportunity", { ...deal, Amount: 100 });
        org.save("update", "Opportunity", [{ Id: id, NextStep: "Call" }]);
        org.save("update", "Opportunity", [{ Id: id, Amount: 150 }]);
        org.save("update", "Opportunity", [{ Id: id, CloseDate: "2026-10-31" }]);

        const told = org
            .rows("OpportunityHistory")
            .map((row) => [
                row["OpportunityId"],
                String(row["Amount"]),
                row["PrevAmount"]?.toString() ?? null,
                row["CloseDate"],
                row["PrevCloseDate"]
            ]);
        assert.deepEqual(told, [
            [id, "100", null, "2026-09-30", null],
            [id, "150", "100", "2026-09-30", "2026-09-30"],
            [id, "150", "150", "2026-10-31", "2026-09-30"]
        ]);
    });

    it("makes the contact given at creation the primary role", () => {
        const contact = org.insert("Contact", { LastName: "Lin" });
        const id = org.insert("Opportunity", { ...deal, ContactId: contact });

        const roles = org
            .rows("OpportunityContactRole")
            .map((row) => [row["OpportunityId"], row["ContactId"], row["IsPrimary"]]);
        assert.deepEqual(roles, [[id, contact, true]]);
    });

    it("keeps one primary role: the one saved last", () => {
        const OpportunityId = org.insert("Opportunity", deal);
        for (const LastName of ["Lin", "Wu"]) {
            const ContactId = org.insert("Contact", { LastName });
            org.insert("OpportunityContactRole", { OpportunityId, ContactId, IsPrimary: true });
        }

        assert.deepEqual(
            org.rows("OpportunityContactRole").map((row) => row["IsPrimary"]),
            [false, true]
        );
    });

    it("makes the primary role's contact the opportunity's contact, as long as there is one", () => {
        const OpportunityId = org.insert("Opportunity", deal);
        const ContactId = org.insert("Contact", { LastName: "Lin" });
        const role = org.insert("OpportunityContactRole", { OpportunityId, ContactId, IsPrimary: true });
        const withRole = org.read(OpportunityId)["ContactId"];
        org.save("delete", "OpportunityContactRole", [{ Id: role }]);

        assert.deepEqual([withRole, org.read(OpportunityId)["ContactId"]], [ContactId, null]);
    });

    const pushes: readonly [what: string, closeDates: readonly string[], pushed: string | null][] = [
        ["a later day of the same month", ["2026-09-30"], null],
        ["the next month, though only a day later", ["2026-10-01"], "1"],
        ["an earlier month", ["2026-08-31"], null],
        ["the same month of next year", ["2027-09-15"], "1"],
        ["later, back, and later again", ["2026-10-01", "2026-09-01", "2026-11-30"], "2"]
    ];
    for (const [what, closeDates, pushed] of pushes) {
        it(`counts how often the close date was pushed to another month: ${what}`, () => {
            const id = org.insert("Opportunity", { ...deal, CloseDate: "2026-09-15" });
            for (const CloseDate of closeDates) org.save("update", "Opportunity", [{ Id: id, CloseDate }]);

            assert.equal(org.read(id)["PushCount"]?.toString() ?? null, pushed);
        });
    }

    it("tells the changes of tracked fields, with names and Ids of a reference, and of no other field", () => {
        for (const name of ["NextStep", "AccountId", "Amount"]) {
            const field = org.object("Opportunity").fields.get(name);
            if (field !== undefined) org.org.schema.putField("Opportunity", { ...field, trackHistory: true });
        }
        const AccountId = org.insert("Account", { Name: "Acme" });
        const id = org.insert("Opportunity", deal);
        org.save("update", "Opportunity", [{ Id: id, NextStep: "Call", Amount: 12.5, Description: "Blue" }]);
        org.save("update", "Opportunity", [{ Id: id, AccountId }]);

        const told = org
            .rows("OpportunityFieldHistory")
            .map((row) => [row["Field"], row["DataType"], row["OldValue"], row["NewValue"]]);
        assert.deepEqual(told, [
            ["created", "Text", null, null],
            ["Amount", "Currency", null, "12.5"],
            ["NextStep", "Text", null, "Call"],
            ["Account", "Text", null, "Acme"],
            ["Account", "EntityId", null, AccountId]
        ]);
    });
});
