import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Component } from "../component.ts";
import type { OurComponent } from "../ourComponents.ts";
import { planRemoval } from "../planRemoval.ts";

const ours = (type: string, name: string, text = ""): OurComponent => ({ type, name, text });
const bare = ({ type, name }: Component): Component => ({ type, name });
const namesOf = (steps: readonly { components: readonly Component[] }[]) =>
    steps.map(({ components }) => components.map(({ name }) => name));

describe("planRemoval", () => {
    it("plans nothing where nothing of ours is there", () => {
        const plan = planRemoval([ours("Flow", "PW_Stamp")], [{ type: "Flow", name: "Theirs" }]);

        assert.deepEqual(plan, { steps: [], goesAlong: [], leftAlone: [], undeletable: [] });
    });

    it("goes from rules to fields and to access last, stops flows before it deletes them, and takes permission sets away before", () => {
        const all = [
            ours("CustomField", "Opportunity.PW_Kind__c"),
            ours("CustomPermission", "PW_Bypass"),
            ours("PermissionSet", "PW_Rep"),
            ours("Report", "PW_Reports"),
            ours("Report", "PW_Reports/Slips"),
            ours("FlowTest", "PW_Stamp_Test"),
            ours("Flow", "PW_Stamp"),
            ours("ValidationRule", "Opportunity.PW_Rule")
        ];

        const { steps } = planRemoval(all, all.map(bare));

        assert.deepEqual(
            steps.map(({ stage, action, components }) => [stage, action, components.map(({ name }) => name).join()]),
            [
                ["rules", "delete", "Opportunity.PW_Rule"],
                ["flows", "stopFlows", "PW_Stamp"],
                ["flows", "delete", "PW_Stamp_Test"],
                ["flows", "deleteFlows", "PW_Stamp"],
                ["components", "delete", "PW_Reports/Slips"],
                ["components", "delete", "PW_Reports"],
                ["fields", "delete", "Opportunity.PW_Kind__c"],
                ["access", "unassign", "PW_Rep"],
                ["access", "delete", "PW_Rep"],
                ["access", "delete", "PW_Bypass"]
            ]
        );
    });

    it("deletes roll-ups before what they sum, and what an object's formula reads after the object", () => {
        const all = [
            ours("CustomField", "Opportunity.PW_Largest__c", "<label>PW_Gaps__c</label>"),
            ours("CustomObject", "PW_Decision__c", "<formula>Opportunity__r.PW_Largest__c</formula>"),
            ours(
                "CustomField",
                "Opportunity.PW_Logged__c",
                "<summaryForeignKey>PW_Decision__c.Opp__c</summaryForeignKey>"
            ),
            ours("CustomField", "Opportunity.PW_Gaps__c", "<fullName>PW_Gaps__c</fullName>")
        ];

        assert.deepEqual(namesOf(planRemoval(all, all.map(bare)).steps), [
            ["Opportunity.PW_Logged__c", "Opportunity.PW_Gaps__c"],
            ["PW_Decision__c"],
            ["Opportunity.PW_Largest__c"]
        ]);
    });

    it("deletes every record of our types, tells what of theirs goes with our objects, and leaves their names alone", () => {
        const all = [
            ours("CustomObject", "PW_Stage__mdt"),
            ours("CustomMetadata", "PW_Stage.All_Won"),
            ours("CustomObject", "PW_Decision__c"),
            ours("CustomField", "PW_Decision__c.Percent__c"),
            ours("Translations", "zh_TW")
        ];
        const theirs = [
            { type: "CustomMetadata", name: "PW_Stage.Mine" },
            { type: "CustomField", name: "PW_Decision__c.Mine__c" },
            { type: "CustomField", name: "Opportunity.PW_Mine__c" },
            { type: "CustomField", name: "Opportunity.Budget__c" },
            { type: "LightningComponentBundle", name: "pwMine" }
        ];

        const plan = planRemoval(all, [...all.map(bare), ...theirs]);

        assert.deepEqual(namesOf(plan.steps), [
            ["PW_Stage.All_Won", "PW_Stage.Mine"],
            ["PW_Stage__mdt"],
            ["PW_Decision__c"]
        ]);
        assert.deepEqual(plan.goesAlong, theirs.slice(0, 2));
        assert.deepEqual(plan.leftAlone, [theirs[2], theirs[4]]);
        assert.deepEqual(plan.undeletable.map(bare), [{ type: "Translations", name: "zh_TW" }]);
    });
});
