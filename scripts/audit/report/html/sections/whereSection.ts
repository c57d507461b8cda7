import { groupBy } from "../../../groupBy.ts";
import { withCurrency } from "../../funnelTable.ts";
import { writeAmounts, writeCount } from "../../numbers.ts";
import { drawBars } from "../charts/barChart.ts";
import { colours } from "../charts/colours.ts";
import { writeFigure } from "../figure.ts";
import { groupByOwner } from "../owners.ts";
import type { Markup } from "../markup.ts";
import { markup } from "../markup.ts";
import { writeDefinitions, writeTable } from "../table.ts";
import { tallyOf } from "../tally.ts";
import { writePercent } from "../verdict.ts";
import type { View } from "../view.ts";

/** Owners in the chart; all of them are in the table. */
const drawnOwners = 15;

const series = [colours.toMend, colours.toMendClosed, colours.cannotTell] as const;

/** With whom and at which stage the work lies. */
export function writeWhereSection(view: View): Markup {
    const { pageWords } = view;
    return markup`${writeOwners(view)}${writeStages(view)}${writeDefinitions(pageWords.howCounted, pageWords.where.definitions)}`;
}

function writeOwners({ result, words, pageWords, found }: View): Markup {
    const names = pageWords.where;
    const owners = groupByOwner(found, result);
    const nameOf = (owner: string | null): string => owner ?? words.noOwner;
    const amounts = writeAmounts(owners.map(({ tally }) => tally.amount));
    const drawn = owners.slice(0, drawnOwners);
    const chart = drawBars({
        id: "by-owner",
        title: names.byOwner,
        colours: series,
        bars: drawn.map(({ owner, tally }) => ({
            name: nameOf(owner),
            lengths: [tally.toMendOpen, tally.toMend - tally.toMendOpen, tally.cannotTell],
            text: writeCount(tally.toMend)
        }))
    });
    const table = writeTable({
        caption: names.byOwner,
        isCaptionHidden: true,
        isCompact: true,
        columns: [
            { name: words.owners.owner, align: "left" },
            { name: names.toMend, align: "right" },
            { name: names.cannotTell, align: "right" },
            { name: withCurrency(words.owners.amount, result.funnel), align: "right" }
        ],
        rows: owners.map(({ owner, tally, anchor }, index) => [
            markup`<a href="#${anchor}">${nameOf(owner)}</a>`,
            writeCount(tally.toMend),
            writeCount(tally.cannotTell),
            amounts[index] ?? ""
        ])
    });
    const isCut = owners.length > drawn.length;
    const note = isCut ? names.first(writeCount(drawn.length), writeCount(owners.length)) : null;
    return writeFigure({ title: names.byOwner, legend: legendOf(pageWords), charts: [chart], table, note });
}

function writeStages({ result, words, pageWords, found }: View): Markup {
    const names = pageWords.where;
    const byStage = groupBy(found, ({ stage }) => stage);
    const stages = result.funnel.stages.map((stage) => ({
        name: stage.label === "" ? words.noStage : stage.label,
        count: stage.count,
        tally: tallyOf(byStage.get(stage.stage) ?? [], result)
    }));
    const chart = drawBars({
        id: "by-stage",
        title: names.byStage,
        colours: series,
        bars: stages.map(({ name, tally }) => ({
            name,
            lengths: [tally.toMendOpen, tally.toMend - tally.toMendOpen, tally.cannotTell],
            text: writeCount(tally.toMend)
        }))
    });
    const table = writeTable({
        caption: names.byStage,
        isCaptionHidden: true,
        isCompact: true,
        columns: [
            { name: words.funnel.stage, align: "left" },
            { name: names.toMend, align: "right" },
            { name: names.cannotTell, align: "right" },
            { name: names.inScope, align: "right" },
            { name: names.share, align: "right" }
        ],
        rows: stages.map(({ name, count, tally }) => [
            name,
            writeCount(tally.toMend),
            writeCount(tally.cannotTell),
            writeCount(count),
            writePercent(tally.toMend, count)
        ])
    });
    return writeFigure({ title: names.byStage, legend: legendOf(pageWords), charts: [chart], table, note: null });
}

function legendOf({ where }: View["pageWords"]): readonly (readonly [string, string])[] {
    return [
        [colours.toMend, `${where.toMend} (${where.open})`],
        [colours.toMendClosed, `${where.toMend} (${where.closed})`],
        [colours.cannotTell, where.cannotTell]
    ];
}
