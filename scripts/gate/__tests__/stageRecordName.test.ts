import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { stageRecordName } from "../stageRecordName.ts";

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

    it("is another for another stage that a developer name can't tell", () => {
        assert.notEqual(stageRecordName("*", "需求分析"), stageRecordName("*", "提案報價"));
        assert.notEqual(stageRecordName("Goods", "需求分析"), stageRecordName("Services", "需求分析"));
    });
});
