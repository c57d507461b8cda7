import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedLevel, askedRule, nextLevel } from "../askedRule.ts";
import type { Evidence } from "../evidence.ts";
import { touches } from "../touches.ts";
import { weigh } from "../weigh.ts";

const clean: Evidence = {
    org: { id: "00D1", name: "Org" },
    ruleId: "products-present",
    level: "Warn",
    written: "Warn",
    asOf: "2026-06-30",
    seesAll: "yes",
    open: { applicable: 10, met: 10, unmet: 0, unknown: 0, exempt: 0, reasons: [] },
    byOwner: [],
    byStage: [],
    exceptions: [],
    moves: { value: { since: "2026-05-31", judged: 4, withGap: 0, unstamped: 0 } },
    drifted: { value: 0 },
    setUp: []
};

describe("weigh", () => {
    const rows: [string, Partial<Evidence>, string[]][] = [
        ["nothing where everything is known and met", {}, []],
        ["open opportunities that break it", { open: { ...clean.open, met: 7, unmet: 3 } }, ["wouldBeRefused"]],
        ["what can't be judged", { open: { ...clean.open, met: 8, unknown: 2 } }, ["unknown"]],
        ["nothing to learn from", { open: { ...clean.open, applicable: 0, met: 0 } }, ["nothingApplies"]],
        ["a partial view", { seesAll: "notKnown" }, ["partialView"]],
        ["stamps that are not reconciled", { drifted: { value: 3 } }, ["drifted"]],
        ["stamps that can't be read", { drifted: { unreadable: "no access" } }, ["driftUntold"]],
        [
            "no move watched",
            { moves: { value: { since: "x", judged: 0, withGap: 0, unstamped: 2 } } },
            ["noMoves", "unstamped"]
        ],
        ["moves that can't be read", { moves: { unreadable: "no access" } }, ["movesUntold"]],
        ["the kill switch", { setUp: [{ code: "gateIsOff", args: {} }] }, ["setUp"]],
        ["levels skipped", { level: "Observe", written: "Observe" }, ["skips"]],
        ["a level misspelt", { level: null, written: "block" }, ["levelInvalid"]]
    ];
    for (const [name, part, codes] of rows) {
        it(`tells ${name}`, () => {
            assert.deepEqual(
                weigh({ ...clean, ...part }, "Block").map(({ code }) => code),
                codes
            );
        });
    }

    it("says of a warning that it warns, and has nothing against watching", () => {
        const broken = { ...clean, level: "Off", open: { ...clean.open, unmet: 3, unknown: 1 } } as const;
        const codes = (to: "Warn" | "Observe") => weigh(broken, to).map(({ code }) => code);

        assert.deepEqual(codes("Warn"), ["skips", "wouldBeWarned", "unknown"]);
        assert.deepEqual(codes("Observe"), []);
    });

    it("has nothing against a level that falls", () => {
        const broken = { ...clean, level: "Block", open: { ...clean.open, unmet: 3 } } as const;
        assert.deepEqual(weigh(broken, "Observe"), []);
    });
});

describe("what is asked for", () => {
    it("is a rule by its id or its record's name, or one sentence that lists them", () => {
        assert.equal(askedRule("Products_Present").id, "products-present");
        assert.throws(() => askedRule("products"), /There is no rule "products"; there are: .*products-present/);
    });

    it("is a level in its own letters, or one sentence that lists them", () => {
        assert.equal(askedLevel("Block"), "Block");
        assert.throws(() => askedLevel("block"), /There is no level "block"; there are: Off, Observe, Warn, Block\./);
    });

    it("goes up by one step, and not beyond the highest", () => {
        assert.equal(nextLevel("Observe"), "Warn");
        assert.equal(nextLevel("Block"), null);
    });
});

describe("what is wrong with the set-up", () => {
    const rule = askedRule("products-present");

    it("touches the rule where it names it or stops every rule, and not where it is another's", () => {
        assert.ok(touches({ code: "startMissing", args: { record: "Products_Present" } }, rule));
        assert.ok(touches({ code: "validationRuleInactive", args: { rule: "PW_Products_Present" } }, rule));
        assert.ok(touches({ code: "flowInactive", args: { flow: "PW_Stamp_Opportunity" } }, rule));
        assert.ok(touches({ code: "gateIsOff", args: {} }, rule));
        assert.ok(touches({ code: "stageWithoutRecord", args: { stage: "Pilot" } }, rule));
        assert.ok(!touches({ code: "startMissing", args: { record: "Next_Step_Filled" } }, rule));
        assert.ok(!touches({ code: "flowInactive", args: { flow: "PW_Post_Decision" } }, rule));
        assert.ok(!touches({ code: "bypassHolders", args: { users: ["Ada"] } }, rule));
    });
});
