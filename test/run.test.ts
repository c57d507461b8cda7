import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countResults, type PartResult, runParts, type TestPart } from "./support/testPart.ts";

const check = { countsTests: false };
const tests = { countsTests: true };

describe("what a part of npm test counts as", () => {
    const cases: readonly (readonly [
        what: string,
        part: typeof check,
        exitCode: number,
        output: string,
        counts: number[]
    ])[] = [
        ["a check that ends well", check, 0, "", [1, 0, 0]],
        ["a check that ends badly", check, 2, "error", [0, 1, 0]],
        ["node's tests", tests, 0, "ℹ pass 3\nℹ fail 0\nℹ cancelled 0\nℹ skipped 1\n", [3, 0, 1]],
        ["node's tests as TAP", tests, 1, "# pass 3\n# fail 2\n# cancelled 1\n# skipped 0\n", [3, 3, 0]],
        ["Jest's tests", tests, 1, "Tests:       2 failed, 1 skipped, 40 passed, 43 total\n", [40, 2, 1]],
        ["both together", tests, 0, "Tests:       40 passed, 40 total\nℹ pass 3\nℹ fail 0\n", [43, 0, 0]],
        ["tests that all passed in a run that broke", tests, 1, "ℹ pass 3\nℹ fail 0\n", [3, 1, 0]],
        ["a run that found no test", tests, 0, "ℹ pass 0\nℹ fail 0\n", [0, 1, 0]]
    ];

    for (const [what, part, exitCode, output, [passed, failed, skipped]] of cases) {
        it(`${what}: ${passed} passed, ${failed} failed, ${skipped} skipped`, () => {
            const counted = countResults(part, exitCode, output);

            assert.deepEqual(counted, { passed, failed, skipped });
        });
    }
});

describe("the parts of npm test", () => {
    it("all run, two at a time, whatever one of them says", async () => {
        const parts = ["journeys", "types", "lint", "unit"].map((name) => part(name));
        let running = 0;
        let most = 0;
        const run = async (one: TestPart): Promise<PartResult> => {
            running += 1;
            most = Math.max(most, running);
            await Promise.resolve();
            running -= 1;
            return { part: one, passed: 0, failed: one.name === "types" ? 1 : 0, skipped: 0, seconds: 0, output: "" };
        };
        const told: string[] = [];

        const results = await runParts(parts, 2, run, (result) => told.push(result.part.name));

        assert.equal(most, 2);
        assert.deepEqual([...told].sort(), ["journeys", "lint", "types", "unit"]);
        assert.equal(results.filter((result) => result.failed > 0).length, 1);
    });
});

function part(name: string): TestPart {
    return { name, script: name, budgetSeconds: 1, countsTests: false };
}
