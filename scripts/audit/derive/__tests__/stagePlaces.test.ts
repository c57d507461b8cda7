import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fiveStages, gathered, rawOpportunity, rawStage } from "../../__tests__/records.ts";
import type { Gathered } from "../../gathered.ts";
import { deriveFacts } from "../deriveFacts.ts";
import { placeStages } from "../stagePlaces.ts";

/** [kind, position] of the one opportunity. */
function placeIn(values: Partial<Gathered>): unknown[] {
    const records = gathered(values);
    const { PW_Kind__c: kind, PW_Position__c: position } = deriveFacts(records, placeStages(records))[0]?.facts ?? {};
    return [kind, position];
}

describe("where a stage stands", () => {
    const goods = {
        recordTypeId: "012G",
        developerName: "Goods",
        name: "Goods",
        stages: { value: ["Proposal", "Closed Won"] }
    };
    const processes = [...gathered().salesProcesses, goods];
    const inactive = { stages: { value: [...fiveStages, rawStage("Old", 6, { isActive: false })] } };
    const records = {
        value: [
            { recordType: "*", stage: "Proposal", position: "30", kind: "open" },
            { recordType: "Goods", stage: "Proposal", position: "5", kind: "open" },
            { recordType: "*", stage: "Odd", position: "7", kind: "opne" }
        ]
    };
    const cases: readonly [string, string, Partial<Gathered>, unknown[]][] = [
        ["an open stage by its rank", "Proposal", {}, ["open", "3"]],
        ["won just after the open ones", "Closed Won", {}, ["won", "4"]],
        ["lost at zero", "Closed Lost", {}, ["lost", "0"]],
        ["nowhere when the org's list lacks it", "Cuqualification", {}, [null, null]],
        ["nowhere, though open, when it is inactive", "Old", inactive, ["open", null]],
        [
            "by rank in the list's order, not the answer's",
            "Proposal",
            { stages: { value: fiveStages.toReversed() } },
            ["open", "3"]
        ],
        ["by the stage records where they are", "Proposal", { stageRecords: records }, ["open", "30"]],
        ["nowhere when the stage records lack it", "Prospecting", { stageRecords: records }, [null, null]],
        ["nowhere when its record's kind is misspelt", "Odd", { stageRecords: records }, [null, null]],
        ["by rank when no stage record is there yet", "Proposal", { stageRecords: { value: [] } }, ["open", "3"]],
        [
            "unreadable when stage records can't be read",
            "Proposal",
            { stageRecords: { unreadable: "no" } },
            [undefined, undefined]
        ],
        ["unreadable when stages can't be read", "Proposal", { stages: { unreadable: "no" } }, [undefined, undefined]]
    ];
    for (const [what, StageName, values, expected] of cases) {
        it(`is ${what}`, () => {
            assert.deepEqual(placeIn({ ...values, opportunities: [rawOpportunity({ StageName })] }), expected);
        });
    }

    const ofGoods = (StageName: string): Partial<Gathered> => ({
        salesProcesses: processes,
        opportunities: [rawOpportunity({ StageName, RecordTypeId: "012G" })]
    });
    it("is counted in the record's own sales process", () => {
        assert.deepEqual(placeIn(ofGoods("Proposal")), ["open", "1"]);
        assert.deepEqual(placeIn(ofGoods("Closed Won")), ["won", "2"]);
        assert.deepEqual(placeIn(ofGoods("Prospecting")), ["open", null]);
    });

    it("is what the stage records say for the record type, before what they say for all", () => {
        assert.deepEqual(placeIn({ ...ofGoods("Proposal"), stageRecords: records }), ["open", "5"]);
    });
});
