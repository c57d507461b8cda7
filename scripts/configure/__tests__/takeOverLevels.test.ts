import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Level } from "c/pwPolicy";
import { parseChoices } from "../choices.ts";
import { settleLevels, withLevels } from "../takeOverLevels.ts";

const rule = "products-present";

describe("the level of a rule, between the choices and the org", () => {
    const table: readonly [
        what: string,
        chosen: Level | undefined,
        inOrg: Level | undefined,
        lastSeen: Level | undefined,
        expected: readonly [Level, isTakenOver: boolean]
    ][] = [
        ["both say the same", "Warn", "Warn", "Observe", ["Warn", false]],
        ["the org has no record", "Block", undefined, undefined, ["Block", false]],
        ["nothing was chosen, and the org says nothing", undefined, undefined, undefined, ["Observe", false]],
        ["somebody raised it in the org", "Observe", "Warn", "Observe", ["Warn", true]],
        ["somebody raised it before the first run", "Observe", "Block", undefined, ["Block", true]],
        ["somebody raised it in the org, and nothing was chosen", undefined, "Block", "Observe", ["Block", true]],
        ["it was chosen and is not deployed yet", "Block", "Observe", "Observe", ["Block", false]],
        ["both were changed", "Block", "Off", "Observe", ["Off", true]]
    ];
    for (const [what, chosen, inOrg, lastSeen, expected] of table) {
        it(`where ${what}`, () => {
            const given = { version: 1, rules: chosen === undefined ? {} : { [rule]: { level: chosen, minimum: 1 } } };
            const choices = parseChoices(JSON.stringify(given), "pipewright.json");
            const known = { choices, inOrg: levels(inOrg), lastSeen: levels(lastSeen) };

            const settled = settleLevels({ ...known, prefer: "org" });

            const found = settled.find(({ ruleId }) => ruleId === rule);
            assert.deepEqual([found?.level, found?.isTakenOver], expected);
            const after = withLevels(choices, settled).rules[rule];
            assert.equal(after?.level, expected[1] ? expected[0] : chosen);
            assert.equal(after?.minimum, chosen === undefined ? undefined : "1");
            const byChoices = settleLevels({ ...known, prefer: "choices" });
            assert.ok(!byChoices.some(({ isTakenOver }) => isTakenOver));
        });
    }
});

function levels(level: Level | undefined): ReadonlyMap<string, Level> {
    return new Map(level === undefined ? [] : [[rule, level]]);
}
