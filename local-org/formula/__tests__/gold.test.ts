/**
 * Salesforce's own formula engine as the judge (`salesforce/formula-engine`, BSD-3): each formula with
 * its inputs, and what the engine answers in both null modes. Where the data is absent, nothing is judged.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { runGold } from "./goldRun.ts";
import type { GoldFormula } from "./goldRun.ts";

const file = new URL("../../../../shared/data/formulas/engine/split_share.json", import.meta.url);
const skip = existsSync(file) ? false : "the engine's gold data is not here (../shared/data/formulas/engine)";

describe("agreement with Salesforce's own engine", { skip }, () => {
    const gold = skip ? [] : (JSON.parse(readFileSync(file, "utf8")) as GoldFormula[]);

    for (const [mode, nullMode] of [
        ["formula", "blankAsZero"],
        ["formulaNullAsNull", "blankAsBlank"]
    ] as const) {
        it(`agrees in every case, ${mode === "formula" ? "blank as zero" : "blank as blank"}`, (context) => {
            const { total, misses } = runGold(gold, mode, nullMode);

            context.diagnostic(`${total - misses.length} of ${total}`);
            misses.forEach((miss) => context.diagnostic(miss));
            assert.ok(total > 1200, "the gold data has shrunk");
            assert.equal(misses.length, 0, misses.join("\n"));
        });
    }
});
