import { describe, expect, it } from "@jest/globals";
import { node, ruleNode, type Node, type Parts } from "./answers.ts";
import { judged, shortly } from "./guide.ts";

const scoped = (name: string, fields: Node): Node => ({ ...ruleNode(name, "Block"), ...node(fields) });
const recordTypeNamed = (name: string): unknown => ({ fields: { DeveloperName: { value: name } } });

describe("the gaps of a stage, as far as a rule reaches", () => {
    const rows: readonly {
        readonly case: string;
        readonly record: Readonly<Record<string, unknown>>;
        readonly parts: Parts;
        readonly now: readonly string[];
    }[] = [
        {
            case: "a rule holds for other record types only",
            record: { StageName: "Proposal", HasOpportunityLineItem: false, RecordType: recordTypeNamed("Renewal") },
            parts: { rules: [scoped("Products_Present", { Record_Types__c: "Enterprise" })] },
            now: []
        },
        {
            case: "a rule holds for this record type",
            record: { StageName: "Proposal", HasOpportunityLineItem: false, RecordType: recordTypeNamed("Enterprise") },
            parts: { rules: [scoped("Products_Present", { Record_Types__c: "Renewal;Enterprise" })] },
            now: ["products-present unmet Block"]
        },
        {
            case: "a rule holds for larger opportunities only",
            record: { StageName: "Proposal", HasOpportunityLineItem: false, Amount: 49999.99 },
            parts: { rules: [scoped("Products_Present", { Minimum_Amount__c: 50000 })] },
            now: []
        },
        {
            case: "an amount that decides whether a rule holds can't be read",
            record: { StageName: "Proposal", HasOpportunityLineItem: false, Amount: undefined },
            parts: { rules: [scoped("Products_Present", { Minimum_Amount__c: 50000 })] },
            now: ["products-present unknown Block unseen:Amount"]
        },
        {
            case: "a larger deal needs more people",
            record: { Amount: 50000 },
            parts: {
                rules: [
                    scoped("Contact_Roles_Present", {
                        Minimum__c: 1,
                        Larger_Minimum__c: 2,
                        Larger_From_Amount__c: 50000
                    })
                ]
            },
            now: ["contact-roles-present unmet Block"]
        },
        {
            case: "the org keeps the reason of a loss in a field of its own",
            record: { StageName: "Closed Lost", Why_Lost__c: "Price" },
            parts: { rules: [scoped("Loss_Reason_Given", { Field__c: "Why_Lost__c" })] },
            now: []
        },
        {
            case: "the org's own field is blank, whatever ours says",
            record: { StageName: "Closed Lost", Why_Lost__c: null, PW_Loss_Reason__c: "Price" },
            parts: { rules: [scoped("Loss_Reason_Given", { Field__c: "Why_Lost__c" })] },
            now: ["loss-reason-given unmet Block"]
        }
    ];

    it.each(rows)("when $case", ({ record, parts, now }) => {
        expect(judged({ record, parts }).now.gaps.map(shortly)).toEqual(now);
    });
});
