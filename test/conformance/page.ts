/** docs/conformance.md: a table of figures that `--check` reads again, then a section for each suite. */
import type { ConformanceMiss, ConformanceRefusal } from "./suite.ts";
import type { RanSuite } from "./suiteOutcome.ts";

/** One suite on the page. */
export interface PageSection {
    readonly id: string;
    readonly passed: number;
    readonly total: number;
    readonly refused: number;
    /** The names of its misses, spelled as in the table of misses. */
    readonly misses: readonly string[];
    /** All below the heading. */
    readonly text: string;
}

export const tableHeader = "| Suite | Passed | Total | Refused by name |";

const introduction = `# What the local org is held to

For each suite: how many cases pass, what is refused by name and why, and every case that doesn't pass. What is refused by name counts as passed where the platform's own answer would be out of this product's reach: the org says so instead of pretending.

\`npm run conformance\` runs all suites and writes this page; behind \`--\` it takes the ids of some. \`npm run conformance -- --check\` writes nothing and fails on any loss against this page.

Nothing here was tried in a Salesforce org: where the documentation is silent, [what only an org can settle](verify-in-org.md) says what we do meanwhile.
`;

export function writePage(sections: readonly PageSection[]): string {
    const rows = sections.map(
        ({ id, passed, total, refused }) =>
            `| [${id}](#${id}) | ${figure(passed)} | ${figure(total)} | ${figure(refused)} |`
    );
    const table = [tableHeader, "| --- | ---: | ---: | ---: |", ...rows].join("\n");
    return [introduction, `${table}\n`, ...sections.map(({ id, text }) => `## ${id}\n\n${text}\n`)].join("\n");
}

/** Throws for remarks that would break the page's headings. */
export function sectionOf({ id, suite, result }: RanSuite): PageSection {
    const { passed, total, misses, refusals, remarks } = result;
    const broken = remarks.find((remark) => /^#{1,2} /m.test(remark));
    if (broken !== undefined) throw new Error(`${id}: a remark's headings begin at ###, not: ${broken.slice(0, 60)}`);
    const refused = refusals.reduce((sum, { count }) => sum + count, 0);
    const text = [
        `**${suite.title}**`,
        `Whose word: ${suite.source}`,
        `${figure(passed)} of ${figure(total)} pass${refused > 0 ? `, ${figure(refused)} of them refused by name` : ""}.`,
        ...missesTable(misses),
        ...refusalsTable(refusals),
        ...remarks.map((remark) => remark.trim())
    ].join("\n\n");
    return { id, passed, total, refused, misses: misses.map(({ name }) => code(name)), text };
}

function missesTable(misses: readonly ConformanceMiss[]): string[] {
    if (misses.length === 0) return [];
    const rows = misses.map(
        ({ name, expected, found, reason }) =>
            `| ${code(name)} | ${code(expected)} | ${code(found)} | ${plain(reason ?? "not explained")} |`
    );
    return ["### Misses", ["| Case | Expected | Found | Why |", "| --- | --- | --- | --- |", ...rows].join("\n")];
}

function refusalsTable(refusals: readonly ConformanceRefusal[]): string[] {
    if (refusals.length === 0) return [];
    const rows = refusals.map(({ what, why, count }) => `| ${plain(what)} | ${plain(why)} | ${figure(count)} |`);
    return ["### Refused by name", ["| What | Why | Cases |", "| --- | --- | ---: |", ...rows].join("\n")];
}

const longestCell = 300;

function shortened(text: string): string {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length > longestCell ? `${line.slice(0, longestCell)} …` : line;
}

/** Text of a cell that Markdown takes for no mark-up. */
export function code(text: string): string {
    const line = shortened(text).replaceAll("|", "\\|");
    if (line === "") return "(nothing)";
    return line.includes("`") ? `\`\` ${line} \`\`` : `\`${line}\``;
}

function plain(text: string): string {
    return shortened(text).replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

/** 100000 as 100,000, whatever the computer's language. */
export function figure(count: number): string {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
