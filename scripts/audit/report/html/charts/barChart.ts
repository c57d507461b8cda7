/** Charts are drawn here, by the library, into plain SVG: the file needs no script and no network to show them. */
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { markup, trusted } from "../markup.ts";
import type { Markup } from "../markup.ts";

use([BarChart, GridComponent, SVGRenderer]);

export interface Bar {
    readonly name: string;
    /** One length a colour, laid end to end. */
    readonly lengths: readonly number[];
    /** Written behind the bar. */
    readonly text: string;
}

export interface Bars {
    /** Distinct on the page. */
    readonly id: string;
    readonly title: string;
    /** One a series; or, where bars have one part only, one a bar. */
    readonly colours: readonly string[];
    readonly bars: readonly Bar[];
}

/** Units of the drawing; the page scales it between a phone's width and a column's. */
const [width, rowHeight, textWidth] = [340, 27, 58];
/** Names are cut by the library's own idea of letter widths; fonts on the reader's side may be an eighth wider. */
const [nameWidth, nameSpace] = [122, 140];
const ink = "#1d2935";

/** Horizontal bars with a title and their numbers as text for those who don't see them. */
export function drawBars({ id, title, colours, bars }: Bars): Markup {
    const height = bars.length * rowHeight;
    const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
    try {
        chart.setOption(optionsOf(colours, bars));
        const drawing = withoutWrapping(chart.renderToSVGString());
        const numbers = bars.map(({ name, text }) => `${name}: ${text}`).join("; ");
        return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-numbers"><title id="${id}-title">${title}</title><desc id="${id}-numbers">${numbers}</desc>${trusted(drawing)}</svg>`;
    } finally {
        chart.dispose();
    }
}

function optionsOf(
    colours: readonly string[],
    bars: readonly Bar[]
): Parameters<ReturnType<typeof init>["setOption"]>[0] {
    const parts = Math.max(1, ...bars.map(({ lengths }) => lengths.length));
    const longest = Math.max(...bars.map(({ lengths }) => lengths.reduce((sum, each) => sum + each, 0)), 0);
    return {
        animation: false,
        textStyle: { fontFamily: "inherit" },
        grid: { left: nameSpace, right: textWidth, top: 0, bottom: 0, outerBoundsMode: "none" },
        xAxis: { type: "value", show: false, min: 0, max: longest === 0 ? 1 : longest },
        yAxis: {
            type: "category",
            inverse: true,
            data: bars.map(({ name }) => name),
            axisTick: { show: false },
            axisLine: { show: false },
            axisLabel: { color: ink, fontSize: 13, width: nameWidth, overflow: "truncate", interval: 0, margin: 8 }
        },
        series: Array.from({ length: parts }, (_, part) => ({
            type: "bar",
            stack: "all",
            silent: true,
            barWidth: 16,
            data: bars.map(({ lengths }, index) => ({
                value: lengths[part] ?? 0,
                itemStyle: { color: colours[parts === 1 ? index : part] ?? ink }
            })),
            label: {
                show: part === parts - 1,
                position: "right",
                color: ink,
                fontSize: 13,
                textBorderWidth: 0,
                formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.text ?? ""
            }
        }))
    };
}

/** The shapes alone: the frame is ours, and what serves the library's own script in a browser is of no use here. */
function withoutWrapping(svg: string): string {
    return svg
        .replace(/^<svg[^>]*>/, "")
        .replace(/<\/svg>\s*$/, "")
        .replaceAll(/<style\s*>.*?<\/style>/gs, "")
        .replaceAll(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "");
}
