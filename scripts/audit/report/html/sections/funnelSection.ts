import type { Days, Funnel, Total } from "../../../result.ts";
import { withCurrency } from "../../funnelTable.ts";
import { writeAmount, writeAmounts, writeCount } from "../../numbers.ts";
import { drawBars } from "../charts/barChart.ts";
import type { Bar } from "../charts/barChart.ts";
import { colours } from "../charts/colours.ts";
import { compactAmount } from "../compactAmount.ts";
import { writeFigure } from "../figure.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { writeDefinitions, writeTable } from "../table.ts";
import type { View } from "../view.ts";

interface Card {
    readonly name: string;
    readonly value: string;
    readonly notes: readonly string[];
    readonly definition: string;
}

/** What stands in the pipeline, and how what was closed has ended. */
export function writeFunnelSection(view: View): Markup {
    const { result, words, pageWords } = view;
    const cards = cardsOf(view).map(
        ({ name, value, notes, definition }) =>
            markup`<div class="card"><dt>${name}</dt><dd class="value">${value}</dd>${notes.map((note) => markup`<dd>${note}</dd>`)}<dd class="definition">${definition}</dd></div>\n`
    );
    const { figures } = words;
    const isCurrencyUnknown = result.funnel.currency === null && !result.funnel.isMixedCurrency;
    return markup`<dl class="cards">${cards}</dl>
${writeStages(view)}${isCurrencyUnknown ? markup`<p class="note">${figures.orgCurrency}</p>` : null}${writeDefinitions(pageWords.howCounted, pageWords.funnel.definitions.stages)}`;
}

function cardsOf(view: View): Card[] {
    const { funnel } = view.result;
    const names = view.pageWords.funnel;
    const { definitions } = names;
    return [
        { name: names.open, ...totalIn(funnel.open, view), definition: definitions.open },
        { name: names.won, ...totalIn(funnel.won, view), definition: definitions.won },
        { name: names.lost, ...totalIn(funnel.lost, view), definition: definitions.lost },
        winRateIn(funnel.winRate, view),
        { name: names.daysWon, ...daysIn(funnel.daysToClose.won, view), definition: definitions.days },
        { name: names.daysClosed, ...daysIn(funnel.daysToClose.closed, view), definition: definitions.days },
        {
            name: names.openWithoutAccount,
            ...(funnel.openWithoutAccount === null
                ? { value: names.accountUnreadable, notes: [] }
                : totalIn(funnel.openWithoutAccount, view)),
            definition: definitions.openWithoutAccount
        }
    ];
}

function totalIn({ count, amount, withoutAmount }: Total, view: View): Pick<Card, "value" | "notes"> {
    const { words, result } = view;
    const blank =
        withoutAmount === 0 || amount === null ? [] : [words.figures.withoutAmount(writeCount(withoutAmount))];
    return { value: writeCount(count), notes: [writeAmount(amount, result.funnel.currency), ...blank] };
}

function winRateIn({ rate, won, lost, wilson95 }: Funnel["winRate"], { words, pageWords }: View): Card {
    const names = pageWords.funnel;
    const sample = `${names.sample(writeCount(won + lost))} (${names.won} ${writeCount(won)}, ${names.lost} ${writeCount(lost)})`;
    const interval = wilson95 === null ? words.figures.tooFew : words.figures.wilson(wilson95.low, wilson95.high);
    return {
        name: names.winRate,
        value: rate === null ? "–" : `${rate}\u00a0%`,
        notes: [interval.replaceAll(" %", "\u00a0%"), sample],
        definition: names.definitions.winRate
    };
}

function daysIn({ count, mean, median }: Days, { pageWords }: View): Pick<Card, "value" | "notes"> {
    const names = pageWords.funnel;
    const sample = names.sample(writeCount(count));
    return median === null || mean === null
        ? { value: "–", notes: [sample] }
        : { value: names.days(withoutZeros(median)), notes: [names.mean(withoutZeros(mean)), sample] };
}

/** All stages in the table; in the charts the open ones, which closed ones would dwarf. */
function writeStages({ result, words, language, pageWords }: View): Markup {
    const { funnel } = result;
    const names = pageWords.funnel;
    const stages = funnel.stages.map((stage) => ({ ...stage, name: stage.label === "" ? words.noStage : stage.label }));
    const open = stages.filter(({ kind }) => kind === "open");
    const amounts = writeAmounts(stages.map(({ amount }) => amount));
    const draw = (id: string, title: string, bars: readonly Bar[]): Markup =>
        markup`<p class="caption">${title}</p>${drawBars({ id, title, colours: bars.map(() => colours.open), bars })}`;
    const charts = [
        draw(
            "stage-counts",
            names.countChart,
            open.map(({ name, count }) => ({ name, lengths: [count], text: writeCount(count) }))
        ),
        draw(
            "stage-amounts",
            withCurrency(names.amountChart, funnel),
            open.map(({ name, amount }) => ({
                name,
                lengths: [Number(amount ?? 0)],
                text: compactAmount(amount, language)
            }))
        )
    ];
    const table = writeTable({
        caption: words.funnel.title,
        isCaptionHidden: true,
        isCompact: true,
        columns: [
            { name: words.funnel.stage, align: "left" },
            { name: words.funnel.count, align: "right" },
            { name: withCurrency(words.funnel.amount, funnel), align: "right" },
            { name: names.withoutAmount, align: "right" }
        ],
        rows: stages.map(({ name, count, withoutAmount }, index) => [
            name,
            writeCount(count),
            amounts[index] ?? "",
            writeCount(withoutAmount)
        ])
    });
    return writeFigure({ title: null, legend: [], charts: open.length === 0 ? [] : charts, table, note: null });
}

/** "57.00" is "57": the median of whole days seldom has a fraction. */
function withoutZeros(days: string): string {
    return days.replace(/\.00$/, "");
}
