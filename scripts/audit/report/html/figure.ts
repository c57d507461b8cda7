import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

export interface Figure {
    /** Null where the section's own heading says it. */
    readonly title: string | null;
    /** Colour and meaning; empty where one colour says nothing of its own. */
    readonly legend: readonly (readonly [colour: string, meaning: string])[];
    readonly charts: readonly Markup[];
    /** The same numbers for those who read rather than look. */
    readonly table: Markup;
    readonly note: string | null;
}

export function writeFigure({ title, legend, charts, table, note }: Figure): Markup {
    const keys = legend.map(([colour, meaning]) => {
        const swatch = markup`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect width="12" height="12" rx="2" fill="${colour}"/></svg>`;
        return markup`<li>${swatch} ${meaning}</li>`;
    });
    return markup`${
        title === null
            ? null
            : markup`<h3>${title}</h3>
`
    }<div class="figure"><figure>${keys.length === 0 ? null : markup`<figcaption><ul class="legend">${keys}</ul></figcaption>`}${charts}${note === null ? null : markup`<p class="note">${note}</p>`}</figure>${table}</div>
`;
}
