import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { StageTimer } from "../stageTimer.ts";

function timerOver(milliseconds: number): { timer: StageTimer; lines: string[] } {
    const lines: string[] = [];
    const ticks = [0, milliseconds];
    const line = { start: (text: string) => lines.push(text), stop: (text: string) => lines.push(text) };
    return { lines, timer: new StageTimer(line, () => ticks.shift() ?? 0) };
}

describe("a stage's line", () => {
    const cases: readonly [number, number | null, string][] = [
        [1240, null, "1.2 s"],
        [1240, 5, "1.2 s of 5 s"],
        [6500, 5, "6.5 s, over its 5 s"]
    ];
    for (const [milliseconds, budget, expected] of cases) {
        it(`says "${expected}"`, async () => {
            const { timer, lines } = timerOver(milliseconds);

            assert.equal(await timer.time("Reading", budget, () => 42), 42);
            assert.deepEqual(lines, ["Reading", expected]);
        });
    }

    it("is closed when the work fails, and the failure goes on", async () => {
        const { timer, lines } = timerOver(300);

        await assert.rejects(
            timer.time("Reading", 5, () => Promise.reject(new Error("no"))),
            /no/
        );
        assert.deepEqual(lines, ["Reading", "stopped after 0.3 s"]);
    });
});
