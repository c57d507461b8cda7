import { readFileSync } from "node:fs";
import { runGold } from "../formula/gold.ts";
import type { GoldFormula, Mode } from "../formula/gold.ts";
import { sharedData } from "../shared.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

const modes: readonly (readonly [mode: Mode, nullMode: "blankAsZero" | "blankAsBlank"])[] = [
    ["formula", "blankAsZero"],
    ["formulaNullAsNull", "blankAsBlank"]
];

export const suite: ConformanceSuite = {
    id: "formula-gold",
    title: "Formulas: Salesforce's own engine",
    source: "Salesforce's formula engine (salesforce/formula-engine, BSD-3), by its own test data.",
    needsShared: true,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const file = new URL("formulas/engine/split_share.json", sharedData);
    const gold = JSON.parse(readFileSync(file, "utf8")) as GoldFormula[];
    const runs = modes.map(([mode, nullMode]) => ({ nullMode, ...runGold(gold, mode, nullMode) }));
    const total = runs.reduce((sum, each) => sum + each.total, 0);
    const misses = runs.flatMap((each) => each.misses);
    const rows = runs.map((each) => `| ${each.nullMode} | ${each.total - each.misses.length} | ${each.total} |`);
    const functions = new Set(gold.flatMap(({ formula }) => formula.toUpperCase().match(/\b[A-Z]\w*(?=\s*\()/g) ?? []));
    return {
        passed: total - misses.length,
        total,
        misses,
        refusals: [],
        remarks: [
            ["| Blanks | Passed | Total |", "| --- | ---: | ---: |", ...rows].join("\n"),
            `${gold.length} formulas, each with its inputs, in both ways to read a blank. Functions and words they use: ${[...functions].sort().join(", ")}. What they lack is in [formula-table](#formula-table).`
        ]
    };
}
