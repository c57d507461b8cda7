import type { AuditResult, Funnel, FunnelStage } from "../result.ts";
import { writeAmount, writeAmounts, writeBar, writeCount } from "./numbers.ts";
import type { LinesSection, TableSection } from "./section.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** Count and amount by stage; the bars compare the open stages with each other. */
export function writeFunnelTable({ funnel }: AuditResult, words: ReportWords): TableSection {
    const names = words.funnel;
    const isOpen = (stage: FunnelStage): boolean => stage.kind === "open";
    const fullest = Math.max(0, ...funnel.stages.filter(isOpen).map((stage) => stage.count));
    const amounts = writeAmounts(funnel.stages.map((stage) => stage.amount));
    return {
        kind: "table",
        title: names.title,
        columns: [
            { name: names.stage, align: "left" },
            { name: names.count, align: "right" },
            { name: withCurrency(names.amount, funnel), align: "right" },
            { name: names.bar, align: "left" }
        ],
        rows: funnel.stages.map((stage, index) => [
            stage.label === "" ? words.noStage : stage.label,
            writeCount(stage.count),
            amounts[index] ?? "",
            isOpen(stage) ? writeBar(stage.count, fullest, 20) : ""
        ]),
        notes: currencyNote(funnel, words)
    };
}

/** The totals, the win rate with its interval, and the days to close. */
export function writeFigures({ funnel }: AuditResult, words: ReportWords): LinesSection {
    const { figures } = words;
    const { open, won, winRate, openWithoutAccount, daysToClose } = funnel;
    const hasClosed = daysToClose.closed.count > 0;
    const days = [daysToClose.won.mean, daysToClose.won.median, daysToClose.closed.mean, daysToClose.closed.median].map(
        (each) => each ?? "–"
    ) as [string, string, string, string];
    return {
        kind: "lines",
        title: null,
        lines: [
            withGap(figures.open(writeCount(open.count), writeAmount(open.amount, funnel.currency)), open, words),
            withGap(figures.won(writeCount(won.count), writeAmount(won.amount, funnel.currency)), won, words),
            ...(openWithoutAccount === null
                ? []
                : [figures.withoutAccount(writeCount(openWithoutAccount.count), writeCount(open.count))]),
            writeWinRate(winRate, words),
            ...(hasClosed ? [figures.days(...days)] : [])
        ]
    };
}

/** "Amount (TWD)": said once, above the column. */
export function withCurrency(name: string, { currency }: Funnel): string {
    return currency === null ? name : `${name} (${currency})`;
}

function withGap(line: string, total: Funnel["open"], words: ReportWords): string {
    return total.withoutAmount === 0 || total.amount === null
        ? line
        : `${line}${words.gap}${words.figures.withoutAmount(writeCount(total.withoutAmount))}`;
}

function writeWinRate({ rate, won, lost, wilson95 }: Funnel["winRate"], { figures, gap }: ReportWords): string {
    if (rate === null) {
        return figures.noneDecided;
    }
    const line = figures.winRate(rate, writeCount(won), writeCount(lost));
    return `${line}${gap}${wilson95 === null ? figures.tooFew : figures.wilson(wilson95.low, wilson95.high)}`;
}

function currencyNote(funnel: Funnel, { figures }: ReportWords): string[] {
    if (funnel.isMixedCurrency) {
        return [figures.mixedCurrency];
    }
    return funnel.currency === null ? [figures.orgCurrency] : [];
}
