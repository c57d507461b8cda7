import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeProcesses } from "../placeProcesses.ts";
import { stageRecordName, stageRecordNames } from "../stageRecordName.ts";

describe("the name of a stage's record", () => {
    const table: readonly [recordType: string, stage: string, name: RegExp][] = [
        ["*", "Prospecting", /^All_Prospecting$/],
        ["*", "Id. Decision Makers", /^All_Id_Decision_Makers$/],
        ["Enterprise_Deals", "Proposal/Price Quote", /^Enterprise_Deals_Proposal_Price_Quote$/],
        ["All", "Prospecting", /^All_Prospecting_[0-9a-f]{6}$/],
        ["*", "需求分析", /^All_[0-9a-f]{6}$/],
        ["*", "Angebot geprüft", /^All_Angebot_gepr_ft_[0-9a-f]{6}$/],
        ["*", "…", /^All_[0-9a-f]{6}$/],
        ["Enterprise_Deals", "Waiting for the answer of the buyer", /^Enterprise_Deals_Waiting_for_the_[0-9a-f]{6}$/]
    ];

    for (const [recordType, stage, name] of table) {
        it(`of "${stage}" for ${recordType} is a developer name of its own`, () => {
            const found = stageRecordName(recordType, stage);
            assert.match(found, name);
            assert.match(found, /^[A-Za-z](?:_?[A-Za-z0-9])+$/);
            assert.ok(found.length <= 40, found);
        });
    }

    it("is its hash for those that would have the same name in any case of letters, and for no other", () => {
        const processOf = (recordType: string, ...names: readonly string[]) => ({
            recordType,
            stages: names.map((name) => ({ name, kind: "open" as const, probability: "10" }))
        });
        const processes = placeProcesses([
            processOf("*", "DEMO.", "demo", "Pitch"),
            processOf("New", "Business Pitch"),
            processOf("New_Business", "Pitch")
        ]);

        const nameOf = stageRecordNames(processes);

        const names = processes.flatMap(({ recordType, stages }) => stages.map(({ name }) => nameOf(recordType, name)));
        assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 5, names.join(" "));
        assert.equal(nameOf("*", "Pitch"), "All_Pitch");
        assert.match(nameOf("New", "Business Pitch"), /^New_Business_Pitch_[0-9a-f]{6}$/);
    });

    it("is another for another stage that a developer name can't tell", () => {
        assert.notEqual(stageRecordName("*", "需求分析"), stageRecordName("*", "提案報價"));
        assert.notEqual(stageRecordName("Goods", "需求分析"), stageRecordName("Services", "需求分析"));
    });
});
