import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules, type RecordRule } from "c/pwPolicy";
import { XMLParser } from "fast-xml-parser";
import { noteFlowFile } from "../noteFlow.ts";
import { standardPlan, type OverlayPlan, type RuleChoice } from "../overlayPlan.ts";
import { ruleRecordFile } from "../ruleRecord.ts";
import { validationRuleFile } from "../validationRule.ts";

const ruleOf = (id: string): RecordRule => {
    const found = rules.find((rule) => rule.id === id);
    if (found === undefined) throw new Error(`No rule ${id}.`);
    return found;
};
const planOf = (id: string, choice: RuleChoice): OverlayPlan => ({ ...standardPlan, rules: { [id]: choice } });

/** Values by field; numbers and days with their type. */
function recordOf(id: string, choice: RuleChoice): Record<string, string | null> {
    const { content } = ruleRecordFile(ruleOf(id), planOf(id, choice));
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    const { CustomMetadata } = parser.parse(content) as {
        CustomMetadata: { values: { field: string; value: { "#text"?: string; "@_xsi:type"?: string } }[] };
    };
    const shown = ({ "#text": text, "@_xsi:type": type }: { "#text"?: string; "@_xsi:type"?: string }) =>
        text === undefined ? null : type === "xsd:string" ? text : `${type ?? ""} ${text}`;
    return Object.fromEntries(CustomMetadata.values.map(({ field, value }) => [field, shown(value)]));
}

describe("the record of a rule", () => {
    it("says the rule's own defaults where nobody chose, and every field", () => {
        assert.deepEqual(recordOf("contact-roles-present", {}), {
            Created_From__c: null,
            Decision_Roles__c: null,
            Exempt_Families__c: null,
            Field__c: null,
            From_Position__c: "xsd:double 3.0",
            Larger_From_Amount__c: null,
            Larger_From_Position__c: null,
            Larger_Minimum__c: null,
            Larger_Record_Types__c: null,
            Level__c: "Observe",
            Minimum_Amount__c: null,
            Minimum__c: "xsd:double 1.0",
            Record_Types__c: null,
            Tolerance__c: null
        });
    });

    it("says what was chosen", () => {
        const choice: Required<RuleChoice> = {
            level: "Block",
            fromPosition: "5",
            minimum: "2",
            tolerance: "0.25",
            createdFrom: "2026-12-01",
            recordTypes: ["Enterprise", "Renewal"],
            minimumAmount: "50000",
            decisionRoles: ["Boss"],
            exemptFamilies: ["Samples"],
            largerMinimum: "3",
            largerFromPosition: "6",
            largerFromAmount: "100000.5",
            largerRecordTypes: ["Enterprise"],
            field: "Why_Lost__c"
        };

        assert.deepEqual(recordOf("contact-roles-present", choice), {
            Created_From__c: "xsd:date 2026-12-01",
            Decision_Roles__c: "Boss",
            Exempt_Families__c: "Samples",
            Field__c: "Why_Lost__c",
            From_Position__c: "xsd:double 5.0",
            Larger_From_Amount__c: "xsd:double 100000.5",
            Larger_From_Position__c: "xsd:double 6.0",
            Larger_Minimum__c: "xsd:double 3.0",
            Larger_Record_Types__c: "Enterprise",
            Level__c: "Block",
            Minimum_Amount__c: "xsd:double 50000.0",
            Minimum__c: "xsd:double 2.0",
            Record_Types__c: "Enterprise;Renewal",
            Tolerance__c: "xsd:double 0.25"
        });
    });

    it("leaves blank what was chosen to be, in place of the default", () => {
        const record = recordOf("contact-roles-present", { minimum: null, fromPosition: null });

        assert.deepEqual([record["Minimum__c"], record["From_Position__c"]], [null, null]);
        assert.equal(recordOf("decision-role-named", { decisionRoles: [] })["Decision_Roles__c"], null);
    });
});

describe("a rule that reads the org's own field", () => {
    const lossReason = ruleOf("loss-reason-given");
    const plan = planOf("loss-reason-given", { field: "Why_Lost__c" });

    it("refuses, and is noted, by that field alone", () => {
        for (const { content } of [validationRuleFile(lossReason, plan), noteFlowFile([lossReason], plan)]) {
            assert.match(content, /ISBLANK\(TEXT\((\{!\$Record\.)?Why_Lost__c\}?\)\)/);
            assert.doesNotMatch(content, /PW_Loss_Reason__c/);
        }
    });

    it("leaves other rules as they are", () => {
        const roles = ruleOf("contact-roles-present");

        assert.deepEqual(validationRuleFile(roles, plan), validationRuleFile(roles, standardPlan));
    });
});
