/** `npm test`: every part, two at a time, with the seconds of each and one line at the end. */
import { type PartResult, runPart, runParts, type TestPart } from "./support/testPart.ts";

/** Journeys deploy the compiled components, so they must be of this source. */
const build: TestPart = { name: "build", script: "build:lwc", budgetSeconds: 10, countsTests: false };

/** The longest first, so that the others run beside it. */
const parts: readonly TestPart[] = [
    { name: "journeys", script: "test:journeys", budgetSeconds: 240, countsTests: true },
    { name: "types", script: "typecheck", budgetSeconds: 45, countsTests: false },
    { name: "lint", script: "lint:code", budgetSeconds: 45, countsTests: false },
    { name: "format", script: "lint:format", budgetSeconds: 30, countsTests: false },
    { name: "fences", script: "fences", budgetSeconds: 10, countsTests: false },
    { name: "gate", script: "gate:check", budgetSeconds: 15, countsTests: false },
    { name: "docs", script: "docs:check", budgetSeconds: 10, countsTests: false },
    { name: "components", script: "test:lwc", budgetSeconds: 45, countsTests: true },
    { name: "unit", script: "test:node", budgetSeconds: 90, countsTests: true }
];

const started = performance.now();
const built = await runPart(build);
tell(built);
const results = built.failed > 0 ? [built] : [built, ...(await runParts(parts, 2, runPart, tell))];

const passed = sumOf("passed");
const failed = sumOf("failed");
const skipped = sumOf("skipped");
console.log(
    `${((performance.now() - started) / 1000).toFixed(0)} s in all${skipped > 0 ? `, ${skipped} skipped` : ""}`
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function sumOf(count: "passed" | "failed" | "skipped"): number {
    return results.reduce((sum, result) => sum + result[count], 0);
}

function tell({ part, seconds, output, ...counts }: PartResult): void {
    const outcome = counts.failed > 0 ? "FAILED" : "ok";
    const time = `${seconds.toFixed(1)} s of ${part.budgetSeconds} s`.padStart(16);
    const tests = part.countsTests
        ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
        : "";
    console.log(`${part.name.padEnd(12)}${outcome.padEnd(7)}${time}${tests}`);
    // A whole suite that is skipped counts no test, so its line is looked for whatever the count says.
    const skippedLines = linesAbout(output, /# SKIP|﹣/);
    if (counts.failed > 0) console.log(output.trimEnd());
    else if (skippedLines !== "") console.log(skippedLines);
}

function linesAbout(output: string, subject: RegExp): string {
    return output
        .split("\n")
        .filter((line) => subject.test(line))
        .join("\n");
}
