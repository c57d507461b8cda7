import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { adviceSettings, historyRules, processRules } from "c/pwPolicy";
import type { StageHistory } from "c/pwPolicy";
import { historyFactsIn, processFactsOf } from "../adviceFacts.ts";
import type { GatheredStage } from "../adviceFacts.ts";
import { stageStays } from "../stageStays.ts";
import { twelveMonthsBefore } from "../stageUse.ts";

const day = 86_400_000;
const asOf = Date.UTC(2026, 0, 1);

const stages: GatheredStage[] = [
    { stage: "A", label: "A", kind: "open", probability: "10", forecastCategory: "Pipeline" },
    { stage: "B", label: "B", kind: "open", probability: "50", forecastCategory: "Pipeline" },
    { stage: "Won", label: "Won", kind: "won", probability: "100", forecastCategory: "Closed" },
    { stage: "Lost", label: "Lost", kind: "lost", probability: "0", forecastCategory: "Omitted" }
];

/** "A400 B395" is a history: A entered 400 days before the day judged, B 395 days before, and there it is. */
function historyOf(text: string): StageHistory {
    const rows = text.split(" ").map((entry) => {
        const [, stage = "", ago = ""] = /^(\D+)([\d.]+)$/.exec(entry) ?? [];
        return { stage, at: asOf - Number(ago) * day };
    });
    return { rows, createdAt: rows[0]?.at ?? null, currentStage: rows.at(-1)?.stage ?? "", lastChangeAt: null };
}

describe("the use of stages", () => {
    const histories = ["A400 B395", "A370 B360 Won300", "A10 B9 A8.5 Lost1", "A2"].map(historyOf);
    const facts = processFactsOf({ stages, histories, asOf });
    const useOf = (stage: string) => facts.stages?.find((each) => each.stage === stage)?.use;

    it("counts opportunities that entered in twelve months once, and leaves out what moved before", () => {
        assert.equal(facts.opportunities, 3);
        assert.deepEqual(
            ["A", "B", "Won", "Lost"].map((stage) => useOf(stage)?.entered),
            [2, 2, 1, 1]
        );
    });
    it("counts stays that ended in that time, and those of a day or less", () => {
        assert.deepEqual(useOf("A"), { entered: 2, left: 3, leftWithinDay: 1 });
        assert.deepEqual(useOf("B"), { entered: 2, left: 2, leftWithinDay: 1 });
    });
    it("is unreadable where the history is", () => {
        const unreadable = processFactsOf({ stages, histories: null, asOf });

        assert.equal(unreadable.opportunities, undefined);
        for (const rule of processRules) {
            const expected = rule.id === "stage-used" ? "unknown" : rule.id === "stage-count" ? "unmet" : "met";
            assert.equal(rule.judge(unreadable, adviceSettings(rule)).verdict, expected, rule.id);
        }
    });
    it("goes back twelve months of the calendar", () => {
        assert.equal(twelveMonthsBefore(Date.UTC(2026, 2, 1, 12)), Date.UTC(2025, 2, 1, 12));
        assert.equal(twelveMonthsBefore(Date.UTC(2024, 1, 29)), Date.UTC(2023, 2, 1));
    });
});

describe("stays", () => {
    const endings = (history: StageHistory): unknown[] =>
        stageStays(stages, historyFactsIn({ stages, histories: [], asOf })("A", history).sojourns ?? [], asOf).map(
            ({ stage, duration, ending }) => [stage, duration / day, ending]
        );

    it("end in advance, back, lost, or have not ended", () => {
        assert.deepEqual(endings(historyOf("A10 B8 A7 Won4")), [
            ["A", 2, "advance"],
            ["B", 1, "back"],
            ["A", 3, "advance"]
        ]);
        assert.deepEqual(endings(historyOf("A10 Lost8 B6")), [
            ["A", 2, "lost"],
            ["B", 6, null]
        ]);
        assert.deepEqual(endings(historyOf("A10 X8")), [["A", 2, "elsewhere"]]);
    });
    it("are left out where the record is elsewhere than its history says", () => {
        assert.deepEqual(endings({ ...historyOf("A10 B8"), currentStage: "Won" }), []);
    });
});

describe("an opportunity held against the others of its process", () => {
    const [, notStuck] = historyRules;
    const others = Array.from({ length: 20 }, (_each, index) => historyOf(`A${100 + index + 1} B100 Won50`));
    const judge = historyFactsIn({ stages, histories: [...others, historyOf("A19"), historyOf("A200 Lost100")], asOf });

    it("is stuck beyond the eighteenth of twenty stays of 1 to 20 days", () => {
        assert.ok(notStuck);
        const settings = adviceSettings(notStuck);
        const at18 = notStuck.judge(judge("A", historyOf("A18")), settings);
        const at19 = notStuck.judge(judge("A", historyOf("A19")), settings);

        assert.equal(at18.verdict, "met");
        assert.equal(at19.verdict, "unmet");
        assert.deepEqual(at19.findings[0], {
            code: "beyondPercentile",
            weight: "problem",
            args: { limit: "18.0", count: "20", stage: "A", days: "19.0" }
        });
        // 1 to 20 days ended in advance, 100 days in a loss, one is open at 19: S(10) = 12/22, S(11) = 11/22.
        assert.deepEqual(at19.findings[1]?.args, { median: "11.0", stays: "22", open: "1", stage: "A" });
    });
    it("falls back on the last resort in a stage nobody has stayed in", () => {
        assert.ok(notStuck);
        const judged = notStuck.judge(
            historyFactsIn({ stages, histories: [], asOf })("A", historyOf("A31")),
            adviceSettings(notStuck)
        );

        assert.equal(judged.findings[0]?.code, "beyondLastResort");
    });
});
