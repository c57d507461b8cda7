import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { mergeRecords } from "../mergeRecords.ts";
import { undeleteRecords } from "../undeleteRecords.ts";
import { workflowUpdate } from "../workflowUpdate.ts";
import { deal, savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("an update as a workflow makes it", () => {
    let org: SavingOrg;
    let id: string;
    beforeEach(() => {
        org = savingOrg();
        id = org.insert("Opportunity", deal);
    });

    const update = (values: object) =>
        workflowUpdate(org.org, org.administrator, org.object("Opportunity"), [{ Id: id, ...values }])[0];

    it("passes a rule that refuses everybody else, and brings what the stage brings", () => {
        org.rule("Opportunity", "IsWon");

        const outcome = update({ StageName: "Closed Won" });

        assert.equal(outcome?.success, true);
        assert.deepEqual([String(org.read(id)["Probability"]), org.read(id)["IsWon"]], ["100", true]);
        assert.equal(org.rows("OpportunityHistory").length, 2);
    });

    it("is refused what its field can't hold", () => {
        assert.equal(update({ NextStep: "x".repeat(256) })?.errors[0]?.statusCode, "STRING_TOO_LONG");
        assert.equal(org.read(id)["NextStep"], null);
    });
});

describe("the recycle bin of an org", () => {
    let org: SavingOrg;
    beforeEach(() => {
        org = savingOrg();
    });

    const undelete = (id: string) => undeleteRecords(org.org, org.administrator, [id])[0];

    it("gives a deleted opportunity back with its lines, roles and history, and with what referred to it", () => {
        const id = org.insert("Opportunity", deal);
        const PricebookEntryId = org.pricedProduct(200);
        org.insert("OpportunityLineItem", { OpportunityId: id, PricebookEntryId, Quantity: 1, UnitPrice: 200 });
        const ContactId = org.insert("Contact", { LastName: "Lin" });
        org.insert("OpportunityContactRole", { OpportunityId: id, ContactId, IsPrimary: true });
        const kept = ["OpportunityLineItem", "OpportunityContactRole", "OpportunityHistory"].map(
            (name) => org.rows(name).length
        );
        org.save("delete", "Opportunity", [{ Id: id }]);

        assert.equal(undelete(id)?.success, true);
        assert.equal(String(org.read(id)["Amount"]), "200");
        assert.deepEqual(
            ["OpportunityLineItem", "OpportunityContactRole", "OpportunityHistory"].map(
                (name) => org.rows(name).length
            ),
            kept
        );
    });

    it("gives a reference back that the deletion emptied, unless somebody filled it since", () => {
        const [one, two] = ["Acme", "Globex"].map((Name) => org.insert("Account", { Name }));
        if (one === undefined) throw new Error("There is no account.");
        const daughters = ["East", "West"].map((Name) => org.insert("Account", { Name, ParentId: one }));
        org.save("delete", "Account", [{ Id: one }]);
        org.save("update", "Account", [{ Id: daughters[1], ParentId: two }]);

        undelete(one);

        assert.deepEqual(
            daughters.map((id) => org.read(id)["ParentId"]),
            [one, two]
        );
    });

    it("doesn't have lines and contact roles that were deleted by themselves, nor what never was", () => {
        const OpportunityId = org.insert("Opportunity", deal);
        const ContactId = org.insert("Contact", { LastName: "Lin" });
        const role = org.insert("OpportunityContactRole", { OpportunityId, ContactId });
        org.save("delete", "OpportunityContactRole", [{ Id: role }]);

        assert.equal(undelete(role)?.errors[0]?.statusCode, "UNDELETE_FAILED");
        assert.equal(undelete(OpportunityId)?.errors[0]?.statusCode, "UNDELETE_FAILED");
    });

    it("tells a deleted record from one that never was", () => {
        const id = org.insert("Account", { Name: "Acme" });
        org.save("delete", "Account", [{ Id: id }]);
        const codeOf = (Id: string) => org.save("update", "Account", [{ Id, Name: "A" }])[0]?.errors[0]?.statusCode;

        assert.deepEqual([codeOf(id), codeOf("001000000000999AAA")], ["ENTITY_IS_DELETED", "NOT_FOUND"]);
    });
});

describe("a merge", () => {
    let org: SavingOrg;
    beforeEach(() => {
        org = savingOrg();
    });

    it("gives the contact that stays what referred to the one that goes, though a rule would refuse it", () => {
        const [master, duplicate] = ["Lin", "Lin H."].map((LastName) => org.insert("Contact", { LastName }));
        if (master === undefined || duplicate === undefined) throw new Error("There are no contacts.");
        const OpportunityId = org.insert("Opportunity", deal);
        const role = org.insert("OpportunityContactRole", { OpportunityId, ContactId: duplicate });
        org.rule("OpportunityContactRole", "ISCHANGED(ContactId)");

        mergeRecords(org.org, org.administrator, {
            object: org.object("Contact"),
            masterId: master,
            duplicateIds: [duplicate]
        });

        assert.equal(org.read(role)["ContactId"], master);
        assert.deepEqual(
            org.rows("Contact").map((row) => row["Id"]),
            [master]
        );
    });

    it("is refused for opportunities, for a record with itself and for more than three", () => {
        const id = org.insert("Account", { Name: "Acme" });
        const merge = (name: string, duplicateIds: string[]) => () =>
            mergeRecords(org.org, org.administrator, { object: org.object(name), masterId: id, duplicateIds });

        assert.throws(merge("Opportunity", [id]), /entity type cannot be merged: Opportunity/);
        assert.throws(merge("Account", [id]), /with itself/);
        assert.throws(merge("Account", [id, id, id]), /one or two/);
    });
});
