import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stageRecordFile } from "../stageRecord.ts";
import type { PlacedProcessStage } from "../stages.ts";

const stage = (name: string, more: Partial<PlacedProcessStage> = {}): PlacedProcessStage => ({
    ...{ name, kind: "open", probability: "50", position: "4" },
    ...more
});

function valueIn(content: string, field: string): string | undefined {
    const value = new RegExp(`<field>${field}</field>\\s*<value[^>]*>([^<]*)</value>`).exec(content);
    return value?.[1];
}

describe("the record of a stage", () => {
    it("carries the policy's goal and exit criteria, a line each, in three languages", () => {
        const { content } = stageRecordFile("*", stage("Value Proposition"));

        assert.match(valueIn(content, "Goal__c") ?? "", /in the customer&apos;s own figures/);
        assert.match(valueIn(content, "Goal_zh_TW__c") ?? "", /客戶自己的數字/);
        assert.match(valueIn(content, "Goal_zh_CN__c") ?? "", /客户自己的数字/);
        assert.equal(valueIn(content, "Exit_Criteria_zh_TW__c")?.split("\n").length, 2);
        assert.equal(valueIn(content, "Key_Fields__c"), "Amount;NextStep");
    });

    it("has a label that a record may have, and the stage's whole name", () => {
        const name = `${"a".repeat(39)}😀 and so on`;
        const { content } = stageRecordFile("*", stage(name));

        assert.match(content, /<label>a{39}<\/label>/);
        assert.equal(valueIn(content, "Stage__c"), name);
    });

    it("leaves every text blank for a stage that the policy doesn't know", () => {
        const { content } = stageRecordFile("*", stage("Legal"));

        assert.equal(content.match(/<value xsi:nil="true"\/>/g)?.length, 7);
    });

    it("carries the admin's own texts in place of the policy's, and leaves out what they don't say", () => {
        const guide = { texts: { en: { goal: "Our own goal", exitCriteria: [] } }, keyFields: ["Region__c"] };

        const { content } = stageRecordFile("*", stage("Value Proposition", { guide }));

        assert.equal(valueIn(content, "Goal__c"), "Our own goal");
        assert.equal(valueIn(content, "Key_Fields__c"), "Region__c");
        assert.equal(content.match(/<value xsi:nil="true"\/>/g)?.length, 5);
    });
});
