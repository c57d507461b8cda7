import { Exact } from "../exact.ts";
import { groupBy } from "../groupBy.ts";
import type { AdviceFinding, AuditResult, Finding } from "../result.ts";
import { withCurrency } from "./funnelTable.ts";
import { writeAmount, writeAmounts, writeCount } from "./numbers.ts";
import type { SayAdvice } from "./ruleSpeech.ts";
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
    const first = owners.slice(0, shown);
    const amounts = writeAmounts(first.map(({ amount }) => (funnel.isMixedCurrency ? null : amount.toFixed())));
    return {
        kind: "table",
        title: words.owners.title,
        columns: [
            { name: words.owners.owner, align: "left" },
            { name: words.owners.count, align: "right" },
            { name: withCurrency(words.owners.amount, funnel), align: "right" }
        ],
        rows: first.map(({ owner, count }, index) => [owner ?? words.noOwner, writeCount(count), amounts[index] ?? ""]),
        notes: moreThan(owners.length, words)
    };
}

/** The worst opportunities, each with its link and everything to do on it; open ones first, a closed one only teaches. */
export function listWorst(
    { run, findings, funnel }: AuditResult,
    words: ReportWords,
    wordsOfRule: WordsOfRule,
    say: SayAdvice
): LinesSection {
    const isClosed = ([first]: Finding[]): number => Number(first?.args["PW_Kind__c"] !== "open");
    const opportunities = [...groupBy(unmetOf(findings), (finding) => finding.recordId).values()].toSorted(
        (one, other) => isClosed(one) - isClosed(other)
    );
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
            ...group.flatMap((finding) => [
                ...reasonsOf(finding).map((reason) => `    ${say(finding.ruleId, reason)}`),
                `    → ${wordsOfRule(finding.ruleId).fix}`
            ])
        ];
    });
    return { kind: "lines", title: words.worst, lines: [...lines, ...moreThan(opportunities.length, words)] };
}

/** What a history rule found that breaks it; a record rule says enough by what to do. */
function reasonsOf({ advice = [] }: Finding): AdviceFinding[] {
    return advice.filter(({ weight }) => weight === "problem" || weight === "warning");
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
