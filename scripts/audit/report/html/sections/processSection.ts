import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { writeDefinitions, writeTable } from "../table.ts";
import type { View } from "../view.ts";

/** The stages of each sales process in order; nothing where none could be placed. */
export function writeProcessSection({ result, words, pageWords }: View): Markup | null {
    const names = pageWords.processes;
    const processes = result.processes.filter(({ stages }) => stages.length > 0);
    if (processes.length === 0) {
        return null;
    }
    const tables = processes.map(({ name, stages }) =>
        writeTable({
            caption: name,
            isCompact: true,
            columns: [
                { name: words.funnel.stage, align: "left" },
                { name: names.kind, align: "left" },
                { name: names.position, align: "right" },
                { name: names.probability, align: "right" }
            ],
            rows: stages.map(({ stage, kind, position, probability }) => [
                stage,
                names.kinds[kind],
                position,
                probability === null ? "–" : `${probability} %`
            ])
        })
    );
    return markup`<div class="tables">${tables}</div>${writeDefinitions(pageWords.howCounted, names.definitions)}`;
}
