/**
 * `npm run conformance [-- ID …] [--check]`: holds the local org against what others say, and writes
 * docs/conformance.md; with --check it writes nothing and fails on any loss against that page.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PageProblem, readPage } from "./committedPage.ts";
import { lossesOf } from "./losses.ts";
import type { Loss } from "./losses.ts";
import { figure, sectionOf, writePage } from "./page.ts";
import type { PageSection } from "./page.ts";
import { runSuites, suiteIds } from "./runSuites.ts";
import type { SuiteOutcome } from "./suiteOutcome.ts";

const page = new URL("../../docs/conformance.md", import.meta.url);
const pageName = "docs/conformance.md";
const { values, positionals } = parseArgs({ options: { check: { type: "boolean" } }, allowPositionals: true });
const all = suiteIds();
const unknown = positionals.filter((id) => !all.includes(id));
const committed = committedSections();

if (unknown.length > 0) {
    say(`There is no suite ${unknown.join(", ")}; there are ${all.join(", ")}.`);
    process.exitCode = 2;
} else if (typeof committed === "string") {
    conclude(0, [{ id: pageName, problem: `${committed}. Delete the page and write it anew` }]);
} else {
    const outcomes = await runSuites(positionals.length > 0 ? positionals : all, (outcome) => say(lineOf(outcome)));
    finish(outcomes, committed, values.check === true);
}

function finish(outcomes: readonly SuiteOutcome[], before: readonly PageSection[], checksOnly: boolean): void {
    const old = new Map(before.map((section) => [section.id, section]));
    const now = new Map(
        outcomes.flatMap((outcome) => (outcome.kind === "ran" ? [[outcome.id, sectionOf(outcome)] as const] : []))
    );
    const written = writePage(all.flatMap((id) => now.get(id) ?? old.get(id) ?? []));
    const losses = outcomes.flatMap(({ id, ...outcome }) =>
        outcome.kind === "broken" ? [{ id, problem: outcome.problem }] : []
    );
    if (checksOnly) losses.push(...lossesOnPage(old, now, written));
    else {
        writeFileSync(page, written);
        say(`wrote ${pageName}`);
    }
    const failed = new Set(losses.map(({ id }) => id));
    conclude([...now.keys()].filter((id) => !failed.has(id)).length, losses);
}

function lossesOnPage(
    old: ReadonlyMap<string, PageSection>,
    now: ReadonlyMap<string, PageSection>,
    written: string
): Loss[] {
    const vanished = [...old.keys()].filter((id) => !all.includes(id));
    const losses = [...now.keys(), ...vanished].flatMap((id) => lossesOf(id, old.get(id), now.get(id)));
    if (losses.length > 0 || pageText() === written) return losses;
    return [{ id: pageName, problem: "it isn't what would be written: run npm run conformance and commit it" }];
}

/** The last line is read by .ci/run: suites that hold, and suites that don't. */
function conclude(passed: number, losses: readonly Loss[]): void {
    losses.forEach(({ id, problem }) => say(`LOST  ${id}: ${problem}`));
    const failed = new Set(losses.map(({ id }) => id)).size;
    say(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
}

function pageText(): string {
    return existsSync(page) ? readFileSync(page, "utf8") : "";
}

/** A sentence instead where the page can't be read. */
function committedSections(): PageSection[] | string {
    try {
        return readPage(pageText());
    } catch (error) {
        if (error instanceof PageProblem) return error.message;
        throw error;
    }
}

function lineOf(outcome: SuiteOutcome): string {
    const name = outcome.id.padEnd(18);
    if (outcome.kind === "skipped") return `${name}skipped: its data (../shared/data) is not here`;
    if (outcome.kind === "broken") return `${name}BROKEN`;
    const { passed, total, refusals } = outcome.result;
    const refused = refusals.reduce((sum, { count }) => sum + count, 0);
    const seconds = `(${outcome.seconds.toFixed(1)} s)`;
    return `${name}${figure(passed)} / ${figure(total)}, refused ${figure(refused)} by name  ${seconds}`;
}

function say(line: string): void {
    process.stdout.write(`${line}\n`);
}
