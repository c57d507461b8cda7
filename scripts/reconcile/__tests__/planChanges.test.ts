import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DerivedOpportunity } from "../../audit/derive/deriveFacts.ts";
import { planChanges } from "../planChanges.ts";
import { reverse, standOf, type Stamp, type StampedOpportunity } from "../stamp.ts";

const current: Stamp = {
    PW_Stage_Stamp__c: "Qualification",
    PW_Kind__c: "open",
    PW_Record_Type__c: "Enterprise",
    PW_Position__c: "2",
    PW_From_Position__c: "1",
    PW_Contact_Roles__c: "1",
    PW_Primary_Roles__c: "1",
    PW_Decision_Roles__c: "0",
    PW_Unnamed_Roles__c: "0",
    PW_Roles_Uncounted__c: false
};
const never: Stamp = {
    ...(Object.fromEntries(Object.keys(current).map((field) => [field, null])) as Stamp),
    PW_Roles_Uncounted__c: false
};

const planned = (stage: string, facts: DerivedOpportunity["facts"], stamp: Stamp) =>
    planChanges(
        [{ id: "1", name: "Deal", stage, facts } as DerivedOpportunity],
        new Map([["1", { id: "1", stage, stamp }]])
    );

const {
    PW_Kind__c,
    PW_Record_Type__c,
    PW_Position__c,
    PW_Contact_Roles__c,
    PW_Primary_Roles__c,
    PW_Decision_Roles__c,
    PW_Unnamed_Roles__c
} = current;
const factsNow = {
    ...{ PW_Kind__c, PW_Record_Type__c, PW_Position__c, PW_Contact_Roles__c },
    ...{ PW_Primary_Roles__c, PW_Decision_Roles__c, PW_Unnamed_Roles__c }
} as DerivedOpportunity["facts"];

describe("the plan of a reconciliation", () => {
    it("is empty where the stamp says what the records do", () => {
        assert.deepEqual(planned("Qualification", factsNow, current), []);
    });

    it("holds the fields that differ and no others", () => {
        const stamp = { ...current, PW_Contact_Roles__c: "3", PW_Roles_Uncounted__c: true };
        const [change] = planned("Qualification", factsNow, stamp);

        assert.deepEqual(change?.before, { PW_Contact_Roles__c: "3", PW_Roles_Uncounted__c: true });
        assert.deepEqual(change?.after, { PW_Contact_Roles__c: "1", PW_Roles_Uncounted__c: false });
    });

    it("leaves counts alone where no rule asks for contact roles, and mends all else", () => {
        const stamp = { ...current, PW_Contact_Roles__c: null, PW_Roles_Uncounted__c: true, PW_Position__c: "1" };
        const deal = { id: "1", name: "Deal", stage: "Qualification", facts: factsNow } as DerivedOpportunity;
        const stamped = new Map([["1", { id: "1", stage: "Qualification", stamp }]]);

        const [change] = planChanges([deal], stamped, { areRolesCounted: false });

        assert.deepEqual(change?.after, { PW_Position__c: "2" });
    });

    it("writes the record type that the opportunity has, also where the stamp knew none", () => {
        const [change] = planned("Qualification", factsNow, { ...current, PW_Record_Type__c: null });

        assert.deepEqual(change?.after, { PW_Record_Type__c: "Enterprise" });
    });

    it("leaves a record type as it stands whose name can't be read", () => {
        const { PW_Record_Type__c: _unread, ...readable } = factsNow;

        assert.deepEqual(planned("Qualification", readable, current), []);
    });

    const from: readonly (readonly [string, string, Stamp, Stamp["PW_From_Position__c"] | undefined])[] = [
        ["an opportunity that was never stamped came from where it stands", "Qualification", never, "2"],
        ["one stamped for this stage keeps where it came from", "Qualification", current, undefined],
        ["one that automation moved came from where the stamp stood", "Proposal", current, "2"],
        [
            "one that automation reopened came from 0, as the stamp has it",
            "Proposal",
            { ...current, PW_Stage_Stamp__c: "Closed Lost", PW_Kind__c: "lost", PW_Position__c: "0" },
            "0"
        ]
    ];
    for (const [says, stage, stamp, expected] of from) {
        it(`knows that ${says}`, () => {
            const [change] = planned(stage, factsNow, stamp);
            assert.equal(change?.after.PW_From_Position__c, expected);
        });
    }

    it("leaves out an opportunity whose stage changed between the two queries", () => {
        const stamped = new Map([["1", { id: "1", stage: "Proposal", stamp: never }]]);
        const derived = { id: "1", name: "Deal", stage: "Qualification", facts: factsNow } as DerivedOpportunity;
        assert.deepEqual(planChanges([derived], stamped), []);
    });

    it("writes nothing from what could not be read", () => {
        const { PW_Primary_Roles__c: _unread, ...rest } = factsNow;
        assert.throws(() => planned("Qualification", rest, current), /PW_Primary_Roles__c of 1 is not known/);
    });
});

describe("a change, looked at again", () => {
    const [change] = planned("Qualification", factsNow, { ...current, PW_Contact_Roles__c: "3" });
    assert.ok(change);
    const found = (fields: Partial<Stamp>, stage = "Qualification"): StampedOpportunity => ({
        id: "1",
        stage,
        stamp: { ...current, ...fields }
    });

    const cases = [
        ["is open while all stands as it was", found({ PW_Contact_Roles__c: "3" }), "open"],
        ["is done where it says so already", found({}), "done"],
        ["has passed where somebody wrote another value", found({ PW_Contact_Roles__c: "4" }), "passed"],
        ["has passed where the stage moved on", found({ PW_Contact_Roles__c: "3" }, "Proposal"), "passed"],
        ["has passed where the record is gone", undefined, "passed"]
    ] as const;
    for (const [says, now, expected] of cases) {
        it(says, () => assert.equal(standOf(change, now), expected));
    }

    it("is open again, turned round, once it is done", () => {
        assert.equal(standOf(reverse(change), found({})), "open");
    });
});
