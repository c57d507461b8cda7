/**
 * `npm run bench [-- --rows 1000000] [--times 3] [--write]`: what the local org costs, as ratios of one run.
 * A computer's seconds differ by the hour, a ratio of two measures beside each other hardly; it is never a test.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { isMet, median } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { startServer } from "./inChild.ts";
import { measureById, measureExport, measureGrowth, measureLoad } from "./measures.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { rows: text, times: text, write: { type: "boolean" } } });
const size = { large: wholeNumber(values.rows, 1_000_000), small: 10_000, repetitions: wholeNumber(values.times, 3) };
const figures: Figure[] = [];

note(`load of ${size.large} rows`);
figures.push(await measureLoad(size));
note("an org of as many rows");
const org = await startServer("org", size.large);
note("export");
figures.push(await measureExport(org, size));
note("by Id");
figures.push(await measureById(org, size));
note("growth");
figures.push(...(await measureGrowth(org, size)));
org.end();

const page = written(figures);
process.stdout.write(`${page}\n`);
if (values.write === true) writeFileSync(new URL("../../docs/bench.md", import.meta.url), page);

function written(measured: readonly Figure[]): string {
    const rows = measured.map((figure) => {
        const [low, middle, high] = [Math.min(...figure.ratios), median(figure.ratios), Math.max(...figure.ratios)];
        const ratios = [low, middle, high].map((ratio) => ratio.toFixed(2)).join(" / ");
        const target = figure.target === null ? "" : `${figure.target.kind} ${figure.target.value}`;
        const met = { true: "yes", false: "**no**", null: "" }[String(isMet(figure))] ?? "";
        return `| ${figure.what} | ${figure.ratioOf} | ${ratios} | ${target} | ${met} | ${figure.measures} |`;
    });
    const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.versions.node}`;
    return [
        "# What the local org costs",
        "",
        `Written by \`npm run bench -- --write\` with ${size.large} opportunities, each measure ${size.repetitions} times or more, on ${machine}. Ratios of two measures taken in turn in one run; seconds alone say little beyond that computer and hour. Never a test.`,
        "",
        "| What | Ratio of | Least / median / most | Wanted | Met | Medians |",
        "| --- | --- | --- | --- | --- | --- |",
        ...rows,
        ""
    ].join("\n");
}

function wholeNumber(given: string | undefined, otherwise: number): number {
    if (given === undefined) return otherwise;
    if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
    throw new Error(`${given} is no whole number.`);
}

function note(what: string): void {
    process.stderr.write(`${what} …\n`);
}
