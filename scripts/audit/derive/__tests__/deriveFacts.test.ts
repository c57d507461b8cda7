import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Facts } from "c/pwPolicy";
import { gathered, rawOpportunity } from "../../__tests__/records.ts";
import type { Gathered, RawContactRole } from "../../gathered.ts";
import { deriveFacts } from "../deriveFacts.ts";
import { placeStages } from "../stagePlaces.ts";

function factsOf(values: Partial<Gathered>): Facts | undefined {
    const records = gathered(values);
    return deriveFacts(records, placeStages(records))[0]?.facts;
}

const role = (ContactId: string | null, Role: string | null, OpportunityId = "006A"): RawContactRole => ({
    OpportunityId,
    ContactId,
    Role
});

describe("contact roles", () => {
    const cases: readonly [string, RawContactRole[], string][] = [
        ["none", [], "0"],
        ["two people", [role("003A", "Decision Maker"), role("003B", "Evaluator")], "2"],
        ["one person in two roles", [role("003A", "Decision Maker"), role("003A", "Evaluator")], "1"],
        ["a person without a role", [role("003A", null), role("003B", "  "), role("003C", "")], "0"],
        ["a role without a person", [role(null, "Decision Maker")], "0"],
        ["people of another opportunity", [role("003A", "Evaluator", "006B")], "0"]
    ];
    for (const [what, value, expected] of cases) {
        it(`count ${expected} for ${what}`, () => {
            assert.equal(factsOf({ contactRoles: { value } })?.PW_Contact_Roles__c, expected);
        });
    }
});

describe("what contact roles say", () => {
    const primary = { ...role("003A", "Evaluator"), IsPrimary: true };
    const rows = [primary, role("003B", "Executive Sponsor"), role("003C", "Economic Buyer"), role("003D", null)].map(
        (row) => ({ IsPrimary: false, ...row })
    );

    it("counts primary ones, those that decide, and those without a role", () => {
        const facts = factsOf({ contactRoles: { value: rows } });

        assert.equal(facts?.PW_Primary_Roles__c, "1");
        assert.equal(facts.PW_Decision_Roles__c, "2");
        assert.equal(facts.PW_Unnamed_Roles__c, "1");
    });

    it("leaves out what is primary where that can't be read", () => {
        const facts = factsOf({ contactRoles: { value: [role("003A", "Evaluator")] } });

        assert.equal(facts?.PW_Primary_Roles__c, undefined);
        assert.equal(facts?.PW_Contact_Roles__c, "1");
    });
});

describe("a fact whose source could not be read", () => {
    it("is absent, not blank", () => {
        const { HasOpportunityLineItem: _lines, CloseDate: _date, ...rest } = rawOpportunity();

        const facts = factsOf({
            opportunities: [rest],
            contactRoles: { unreadable: "no access" },
            lines: { unreadable: "no access" }
        });

        assert.deepEqual(Object.keys(facts ?? {}).toSorted(), [
            "Amount",
            "LeadSource",
            "NextStep",
            "PW_Kind__c",
            "PW_Position__c",
            "PW_Record_Type__c",
            "StageName"
        ]);
    });

    it("is not taken for one that is blank", () => {
        assert.equal(factsOf({ opportunities: [rawOpportunity({ CloseDate: null })] })?.CloseDate, null);
    });
});

describe("the record type", () => {
    const salesProcesses = [
        { recordTypeId: null, developerName: null, name: "Master", stages: { value: null } },
        { recordTypeId: "012A", developerName: "Enterprise", name: "Key accounts", stages: { value: null } },
        { recordTypeId: "012B", developerName: null, name: "012B", stages: { value: null } }
    ];
    const cases: readonly [string, string | null | undefined, string | null | undefined][] = [
        ["its developer name", "012A", "Enterprise"],
        ["blank where the opportunity has none", null, null],
        ["blank where the org has none", undefined, null],
        ["absent where its name could not be read", "012B", undefined],
        ["absent where it was not gathered", "012C", undefined]
    ];
    for (const [says, RecordTypeId, expected] of cases) {
        it(`is ${says}`, () => {
            const opportunity = rawOpportunity(RecordTypeId === undefined ? {} : { RecordTypeId });

            assert.equal(factsOf({ opportunities: [opportunity], salesProcesses })?.PW_Record_Type__c, expected);
        });
    }
});

describe("a stage", () => {
    const inItsCase = factsOf({ opportunities: [rawOpportunity()] });
    const stage = String(inItsCase?.StageName);

    it("is known in whatever case an API client wrote it, as the stamp knows it", () => {
        const shouted = factsOf({ opportunities: [rawOpportunity({ StageName: stage.toUpperCase() })] });

        assert.notEqual(stage, stage.toUpperCase());
        assert.equal(shouted?.PW_Position__c, inItsCase?.PW_Position__c);
        assert.equal(shouted?.PW_Kind__c, "open");
    });
});
