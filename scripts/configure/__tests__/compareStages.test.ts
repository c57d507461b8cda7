import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareStages } from "../compareStages.ts";

const none = { gone: [], added: [], renamed: [], moved: [] };

describe("the stages since the last run", () => {
    const table: readonly [what: string, before: object, now: object, expected: object][] = [
        ["nothing at first", {}, { A: "1" }, none],
        ["nothing where they are the same", { A: "1", Won: "2" }, { A: "1", Won: "2" }, none],
        [
            "one that went, and the others moved up",
            { A: "1", B: "2", Won: "3" },
            { B: "1", Won: "2" },
            {
                ...none,
                gone: ["A"],
                moved: [
                    { stage: "B", from: "2", to: "1" },
                    { stage: "Won", from: "3", to: "2" }
                ]
            }
        ],
        ["one that came last", { A: "1" }, { A: "1", B: "2" }, { ...none, added: ["B"] }],
        ["one in another's place: renamed", { A: "1" }, { A2: "1" }, { ...none, renamed: [{ from: "A", to: "A2" }] }],
        [
            "a lost one in another's place, where all stand at 0",
            { A: "1", L: "0" },
            { A: "1", M: "0" },
            { ...none, gone: ["L"], added: ["M"] }
        ]
    ];
    for (const [what, before, now, expected] of table) {
        it(`tell ${what}`, () => {
            const own = before as Record<string, string>;
            assert.deepEqual(
                compareStages(Object.keys(own).length === 0 ? {} : { "*": own }, {
                    "*": now as Record<string, string>
                }),
                expected
            );
        });
    }
});
