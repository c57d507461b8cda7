import { Exact } from "../exact.ts";
import { groupBy } from "../groupBy.ts";
import type { AuditResult, Finding } from "../result.ts";
import { writeAmount, writeCount } from "./numbers.ts";
import type { WordsOfRule } from "./ruleTable.ts";
import type { LinesSection, TableSection } from "./section.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** Rows of each of the two tables; the rest is counted below it. */
const shown = 10;

/** Owners by how many of their opportunities break a rule, each opportunity counted once. */
export function writeOwnerTable({ findings, funnel }: AuditResult, words: ReportWords): TableSection {
    const opportunities = [...groupBy(unmetOf(findings), (finding) => finding.recordId).values()].flatMap((group) =>
        group.slice(0, 1)
    );
    const owners = [...groupBy(opportunities, (finding) => finding.owner)]
        .map(([owner, mine]) => ({ owner, count: mine.length, amount: sumOf(mine) }))
        .toSorted((one, other) => other.count - one.count || other.amount.comparedTo(one.amount));
    return {
        kind: "table",
        title: words.owners.title,
        columns: [
            { name: words.owners.owner, align: "left" },
            { name: words.owners.count, align: "right" },
            { name: words.owners.amount, align: "right" }
        ],
        rows: owners
            .slice(0, shown)
            .map(({ owner, count, amount }) => [
                owner ?? words.noOwner,
                writeCount(count),
                funnel.isMixedCurrency ? "–" : writeAmount(amount.toFixed(), funnel.currency)
            ]),
        notes: moreThan(owners.length, words)
    };
}

/** The worst opportunities, each with its link and everything to do on it. */
export function listWorst(
    { run, findings, funnel }: AuditResult,
    words: ReportWords,
    wordsOfRule: WordsOfRule
): LinesSection {
    const opportunities = [...groupBy(unmetOf(findings), (finding) => finding.recordId).values()];
    const lines = opportunities.slice(0, shown).flatMap((group, index) => {
        const [first] = group;
        if (first === undefined) {
            return [];
        }
        const amount = writeAmount(first.amount, first.currency ?? funnel.currency);
        const facts = [first.stage ?? words.noStage, amount, first.owner ?? words.noOwner].join(" · ");
        return [
            `${String(index + 1).padStart(2)}. ${first.recordName}`,
            `    ${facts}`,
            `    ${run.url}/${first.recordId}`,
            ...group.map((finding) => `    → ${wordsOfRule(finding.ruleId).fix}`)
        ];
    });
    return { kind: "lines", title: words.worst, lines: [...lines, ...moreThan(opportunities.length, words)] };
}

function unmetOf(findings: readonly Finding[]): Finding[] {
    return findings.filter((finding) => finding.verdict === "unmet");
}

function sumOf(findings: readonly Finding[]): InstanceType<typeof Exact> {
    return findings.reduce((sum, finding) => sum.plus(finding.amount ?? 0), new Exact(0));
}

function moreThan(count: number, words: ReportWords): string[] {
    return count > shown ? [words.more(writeCount(count - shown))] : [];
}
