import { markup } from "./markup.ts";
import type { Markup, Piece } from "./markup.ts";

export interface Column {
    readonly name: string;
    readonly align: "left" | "right";
}

export interface DataTable {
    readonly caption: string;
    /** For screen readers only, where a heading just above says the same. */
    readonly isCaptionHidden?: boolean;
    /** Few and short columns, which fit a phone as they are. */
    readonly isCompact?: boolean;
    readonly columns: readonly Column[];
    /** One cell a column; the first names the row. */
    readonly rows: readonly (readonly Piece[])[];
}

/**
 * On a narrow screen each row becomes a card (see styles.ts), which would take a table's meaning from it; the
 * explicit roles keep it.
 */
export function writeTable({ caption, isCaptionHidden, isCompact, columns, rows }: DataTable): Markup {
    const headings = columns.map(
        ({ name, align }) => markup`<th scope="col" role="columnheader" class="${align}">${name}</th>`
    );
    return markup`<table role="table"${isCompact ? markup` class="compact"` : null}><caption${isCaptionHidden ? markup` class="hidden"` : null}>${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => writeRow(row, columns))}</tbody></table>
`;
}

function writeRow(row: readonly Piece[], columns: readonly Column[]): Markup {
    const [heading = null, ...cells] = row;
    const data = cells.map((cell, index) => {
        const column = columns[index + 1];
        return markup`<td role="cell" class="${column?.align ?? "left"}"><span class="label" aria-hidden="true">${column?.name ?? ""}</span><span>${cell}</span></td>`;
    });
    return markup`<tr role="row"><th scope="row" role="rowheader">${heading}</th>${data}</tr>
`;
}

/** What the figures above mean, folded away on a screen and printed in full. */
export function writeDefinitions(title: string, entries: readonly (readonly [term: string, meaning: Piece])[]): Markup {
    const terms = entries.map(([term, meaning]) => markup`<div><dt>${term}</dt><dd>${meaning}</dd></div>`);
    return markup`<details class="how"><summary>${title}</summary><dl>${terms}</dl></details>
`;
}
