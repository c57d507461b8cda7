import { describe, expect, it } from "@jest/globals";
import { describeCondition, fieldsRead, rules, soqlOfRule, type Language, type RuleSettings } from "c/pwPolicy";
import { contactRolesPresent } from "../rules/contactRolesPresent.ts";
import { lossReasonGiven } from "../rules/lossReasonGiven.ts";
import { productsPresent } from "../rules/productsPresent.ts";
import { opportunity, testRule, today } from "./testRule.ts";

const missing = { HasOpportunityLineItem: false };
const one = { PW_Contact_Roles__c: "1" };
const large = { Amount: "50000" };
const enterprise = { PW_Record_Type__c: "Enterprise" };

describe("record types for which a rule holds", () => {
    const settings: RuleSettings = { level: "Block", fromPosition: "3", recordTypes: "Renewal; enterprise" };
    testRule(productsPresent, settings, {
        met: [opportunity(enterprise)],
        unmet: [opportunity({ ...missing, ...enterprise }), opportunity({ ...missing, PW_Record_Type__c: "RENEWAL" })],
        notApplicable: [
            opportunity({ ...missing, PW_Record_Type__c: null }),
            opportunity({ ...missing, PW_Record_Type__c: "Enter" }),
            opportunity({ ...missing, PW_Record_Type__c: "Enterprise_Renewal" })
        ],
        unknown: [opportunity({ ...missing, PW_Record_Type__c: undefined })]
    });
    testRule(
        productsPresent,
        { ...settings, recordTypes: "Nobody_Has_It" },
        { notApplicable: [opportunity({ ...missing, ...enterprise }), opportunity(missing)] }
    );
    testRule(
        productsPresent,
        { ...settings, recordTypes: null },
        { unmet: [opportunity(missing), opportunity({ ...missing, PW_Record_Type__c: undefined })] }
    );
    testRule(productsPresent, { ...settings, recordTypes: ";" }, { notApplicable: [opportunity(missing)] });
});

describe("an amount from which a rule holds", () => {
    const settings: RuleSettings = { level: "Block", fromPosition: "3", minimumAmount: "50000" };
    testRule(productsPresent, settings, {
        unmet: [opportunity({ ...missing, ...large }), opportunity({ ...missing, Amount: "50000.01" })],
        notApplicable: [
            opportunity({ ...missing, Amount: "49999.99" }),
            opportunity({ ...missing, Amount: "0" }),
            opportunity({ ...missing, Amount: null })
        ],
        unknown: [opportunity({ ...missing, Amount: undefined })]
    });
    for (const minimumAmount of [null, "0"]) {
        testRule(
            productsPresent,
            { ...settings, minimumAmount },
            { unmet: [opportunity({ ...missing, Amount: null }), opportunity({ ...missing, Amount: undefined })] }
        );
    }
    testRule(
        productsPresent,
        { ...settings, minimumAmount: "-1" },
        { unknown: [opportunity({ ...missing, ...large })] }
    );
});

describe("more people for larger deals", () => {
    const settings: RuleSettings = { level: "Block", fromPosition: "3", minimum: "1", largerMinimum: "2" };
    testRule(
        contactRolesPresent,
        { ...settings, largerFromPosition: "5", largerFromAmount: "50000", largerRecordTypes: "Enterprise" },
        {
            met: [
                opportunity({ ...large, ...enterprise }),
                opportunity({ ...one, ...large, ...enterprise, PW_Position__c: "4" }),
                opportunity({ ...one, ...enterprise, Amount: "49999.99" }),
                opportunity({ ...one, ...enterprise, Amount: null }),
                opportunity({ ...one, ...large, PW_Record_Type__c: null }),
                opportunity({ ...one, ...large, PW_Record_Type__c: "Renewal" }),
                opportunity({ ...large, PW_Record_Type__c: undefined })
            ],
            unmet: [
                opportunity({ ...one, ...large, ...enterprise, PW_Position__c: "5" }),
                opportunity({ PW_Contact_Roles__c: "0", Amount: null })
            ],
            unknown: [
                opportunity({ ...one, ...enterprise, Amount: undefined }),
                opportunity({ ...one, ...large, PW_Record_Type__c: undefined })
            ]
        }
    );
    testRule(
        contactRolesPresent,
        { ...settings, largerFromAmount: "50000" },
        { met: [opportunity(one)], unmet: [opportunity({ ...one, ...large })] }
    );
    testRule(contactRolesPresent, settings, { unmet: [opportunity(one)], met: [opportunity()] });
    for (const largerMinimum of [null, "0"]) {
        testRule(
            contactRolesPresent,
            { ...settings, largerMinimum, largerFromAmount: "50000" },
            { met: [opportunity({ ...one, ...large }), opportunity({ ...one, Amount: undefined })] }
        );
    }
    testRule(
        contactRolesPresent,
        { ...settings, largerMinimum: "-2" },
        { unmet: [opportunity({ PW_Contact_Roles__c: "0" })], unknown: [opportunity(one)] }
    );
    testRule(
        contactRolesPresent,
        { ...settings, largerFromPosition: "-2" },
        { met: [opportunity()], unknown: [opportunity(one)] }
    );
});

describe("a rule that nobody narrowed", () => {
    it.each(rules.map((rule) => [rule.id, rule] as const))("%s speaks of no record type", (_id, rule) => {
        const settings: RuleSettings = { level: "Block", fromPosition: "3", minimum: "2", tolerance: "0.5" };

        expect(fieldsRead(rule, settings)).not.toContain("PW_Record_Type__c");
        expect(JSON.stringify(soqlOfRule(rule, { settings, today }))).not.toMatch(/PW_Record_Type__c/);
        expect(describeCondition(rule.requires, settings, "en")).not.toMatch(/larger|record type|where/);
    });
});

describe("a rule that somebody narrowed", () => {
    const settings: RuleSettings = {
        level: "Block",
        minimum: "1",
        largerMinimum: "3",
        largerFromAmount: "50000",
        largerRecordTypes: "Enterprise;Renewal"
    };

    const sentences: readonly [Language, string][] = [
        [
            "en",
            "the number of contacts with a role is at least 1 and (the number of contacts with a role is at least 3 where (the amount is at least 50000 and the record type is Enterprise or Renewal))"
        ],
        [
            "zh_TW",
            "有角色的連絡人數至少為 1，且（（金額至少為 50000，且記錄類型為Enterprise或Renewal）時，有角色的連絡人數至少為 3）"
        ],
        [
            "zh_CN",
            "有角色的联系人数至少为 1，且（（金额至少为 50000，且记录类型为Enterprise或Renewal）时，有角色的联系人数至少为 3）"
        ]
    ];

    it.each(sentences)("says so in %s", (language, sentence) => {
        expect(describeCondition(contactRolesPresent.requires, settings, language)).toBe(sentence);
    });
});

describe("a fact that the org keeps in a field of its own", () => {
    it("is asked for there", () => {
        const settings: RuleSettings = { level: "Block", field: "Why_Lost__c" };

        expect(soqlOfRule(lossReasonGiven, { settings, today }).unmet).toEqual({
            where: "(PW_Kind__c IN ('lost') AND Why_Lost__c = null)"
        });
    });
});
