import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { historyRules, processRules, rules } from "c/pwPolicy";
import { parseConfig } from "../derive/configFile.ts";
import type { ExitTerms } from "../exitCode.ts";
import { exitCodeOf } from "../exitCode.ts";
import type { Gathered } from "../gathered.ts";
import { judgeGathered } from "../judgeGathered.ts";
import { gathered, rawOpportunity } from "./records.ts";

function exitCode(values: Partial<Gathered>, terms: Partial<ExitTerms> = {}, level = "Observe"): number {
    const settings = { rules: { "close-date-not-past": { level } } };
    const config = parseConfig(JSON.stringify(settings), "c.json", ["close-date-not-past"]);
    const judged = judgeGathered(gathered(values), { rules, config, without: [] });
    const result = { ...judged, run: { id: "run-1", seconds: 1, ...judged.run } };
    return exitCodeOf(result, { failOn: null, requireComplete: false, ...terms });
}

const late = { opportunities: [rawOpportunity({ CloseDate: "2026-01-01" })] };
const misspelt = { developerName: "Products_Present", level: "Blok", fromPosition: "1", minimum: null };

describe("the exit code", () => {
    const cases: readonly [number, string, Partial<Gathered>, Partial<ExitTerms>, string?][] = [
        [0, "findings alone", late, {}],
        [1, "a rule at the level that fails the run", late, { failOn: "Warn" }, "Warn"],
        [1, "a rule above that level", late, { failOn: "Warn" }, "Block"],
        [0, "a rule below that level", late, { failOn: "Block" }, "Warn"],
        [
            0,
            "a stage without a place",
            { opportunities: [rawOpportunity({ StageName: "Nowhere" })] },
            { failOn: "Observe" }
        ],
        [2, "a stage history that can't be read", { history: { unreadable: "no" } }, {}],
        [2, "roles that can't be read", { contactRoles: { unreadable: "no" } }, {}],
        [
            2,
            "a field that can't be read",
            { opportunityFields: gathered().opportunityFields.filter((name) => name !== "Amount") },
            {}
        ],
        [2, "a misspelt level", { ruleRecords: { value: [misspelt] } }, {}],
        [
            2,
            "something unreadable, before a rule that fails the run",
            { ...late, contactRoles: { unreadable: "no" } },
            { failOn: "Observe" }
        ],
        [0, "a partial view", { seesAll: { value: false } }, {}],
        [2, "a partial view that had to be complete", { seesAll: { value: false } }, { requireComplete: true }],
        [
            2,
            "a view nobody knows the extent of, that had to be complete",
            { seesAll: { unreadable: "no" } },
            { requireComplete: true }
        ],
        [0, "a complete view", {}, { requireComplete: true }]
    ];
    for (const [expected, what, values, terms, level] of cases) {
        it(`is ${expected} for ${what}`, () => assert.equal(exitCode(values, terms, level), expected));
    }

    it("is 0 for an unreadable sales process that no opportunity uses", () => {
        const unused = { recordTypeId: "012G", developerName: "Goods", name: "Goods", stages: { unreadable: "no" } };
        const used = rawOpportunity({ RecordTypeId: "012G" });
        const salesProcesses = [...gathered().salesProcesses, unused];

        assert.equal(exitCode({ salesProcesses }), 0);
        assert.equal(exitCode({ salesProcesses, opportunities: [used] }), 2);
    });

    it("is 0 where a rule that advises says itself that it can't tell: too few opportunities to judge use by", () => {
        const terms = { rules: [], processRules, historyRules, config: { rules: {} }, without: [] };
        const judged = judgeGathered(gathered(), terms);
        const result = { ...judged, run: { id: "run-1", seconds: 1, ...judged.run } };

        assert.equal(result.rules.find(({ id }) => id === "stage-used")?.unknown, 1);
        assert.equal(exitCodeOf(result, { failOn: null, requireComplete: false }), 0);
        assert.equal(exitCodeOf(result, { failOn: "Observe", requireComplete: false }), 1);
    });
});
