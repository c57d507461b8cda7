/** `npm run fuzz -- [--seed 1] [--from 0] [--count 100000] [--only K]`: to look for more, or to repeat one. */
import { parseArgs } from "node:util";
import { fuzzRequest } from "./fuzzRequest.ts";
import { runFuzz } from "./runFuzz.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { seed: text, from: text, count: text, only: text } });
const seed = numberOf(values.seed, 1);
const only = values.only === undefined ? null : numberOf(values.only, 0);
const first = only ?? numberOf(values.from, 0);
const count = only === null ? numberOf(values.count, 100_000) : 1;

if (only !== null) say(JSON.stringify(fuzzRequest(seed, only), null, 2));
const failures = await runFuzz({ seed, first, count }, ({ from, to, statuses, seconds }) => {
    const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`);
    say(`${from}–${to - 1} in ${seconds.toFixed(1)} s  ${counts.join(", ")}`);
});
for (const { number, problem, request } of failures) {
    say(`\n${problem}`);
    if (number !== null) say(`  npm run fuzz -- --seed ${seed} --only ${number}\n  ${request.slice(0, 1000)}`);
}
say(`${count} requests, seed ${seed}: ${failures.length} failures`);
process.exitCode = failures.length > 0 ? 1 : 0;

function numberOf(written: string | undefined, otherwise: number): number {
    if (written === undefined) return otherwise;
    if (/^\d{1,9}$/.test(written)) return Number(written);
    throw new Error(`${written} is no number.`);
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}
