import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standardPlan, type OverlayPlan } from "../overlayPlan.ts";
import { pathFiles } from "../path.ts";
import type { PlacedProcessStage } from "../stages.ts";

const written = (plan: Partial<OverlayPlan>) => pathFiles({ ...standardPlan, hasPath: true, ...plan });
const stage = (name: string, more: Partial<PlacedProcessStage> = {}): PlacedProcessStage => ({
    ...{ name, kind: "open", probability: "50", position: "1" },
    ...more
});
const stagesIn = (content: string): string[] =>
    [...content.matchAll(/<picklistValueName>([^<]*)</g)].map(([, name]) => name ?? "");

describe("the Path", () => {
    it("is none unless the plan asks for it", () => {
        assert.deepEqual(pathFiles(standardPlan), []);
    });

    it("is one for the master where the org has no record types, with a step for each standard stage", () => {
        const [file, ...others] = written({});

        assert.deepEqual([file?.path, others.length], ["pathAssistants/PW_Path.pathAssistant-meta.xml", 0]);
        assert.match(file?.content ?? "", /<recordTypeName>__MASTER__</);
        assert.equal(stagesIn(file?.content ?? "").length, 10);
        assert.match(file?.content ?? "", /<fieldNames>Amount<\/fieldNames>/);
        assert.match(file?.content ?? "", /&lt;li&gt;The customer names a budget/);
    });

    it("is one for each record type, of the stages that its process offers", () => {
        const processes = [
            { recordType: "*", stages: [stage("Qualification"), stage("Proposal")] },
            { recordType: "Renewal", stages: [stage("Proposal")] }
        ];

        const files = written({ hasRecordTypes: true, recordTypes: ["New", "Renewal"], processes });

        assert.deepEqual(
            files.map(({ path, content }) => [path, stagesIn(content)]),
            [
                ["pathAssistants/PW_Path_New.pathAssistant-meta.xml", ["Qualification", "Proposal"]],
                ["pathAssistants/PW_Path_Renewal.pathAssistant-meta.xml", ["Proposal"]]
            ]
        );
    });

    it("says nothing of a stage that nobody has a text for", () => {
        const processes = [{ recordType: "*", stages: [stage("Legal"), stage("Proposal")] }];

        assert.deepEqual(stagesIn(written({ processes })[0]?.content ?? ""), ["Proposal"]);
    });

    it("speaks the language that the org posts in, and English where the admin's own text has no other", () => {
        const guide = { texts: { en: { goal: "A & B", exitCriteria: [] } }, keyFields: [] };
        const processes = [{ recordType: "*", stages: [stage("Legal", { guide }), stage("Proposal")] }];

        const [file] = written({ processes, postLanguage: "zh_TW" });

        assert.match(file?.content ?? "", /提出客戶能夠答應的報價/);
        assert.match(file?.content ?? "", /&lt;p&gt;A &amp;amp; B&lt;\/p&gt;/);
    });

    it("shows five key fields of a stage at most", () => {
        const keyFields = ["A__c", "B__c", "C__c", "D__c", "E__c", "F__c"];
        const guide = { texts: { en: { goal: "Go", exitCriteria: [] } }, keyFields };

        const [file] = written({ processes: [{ recordType: "*", stages: [stage("Legal", { guide })] }] });

        assert.equal(file?.content.match(/<fieldNames>/g)?.length, 5);
    });
});
