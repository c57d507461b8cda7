/** The names that a job gives to what stands between cells, as the Bulk API has them. */
export const delimiters = { BACKQUOTE: "`", CARET: "^", COMMA: ",", PIPE: "|", SEMICOLON: ";", TAB: "\t" } as const;

export const lineEndings = { CRLF: "\r\n", LF: "\n" } as const;

/** How the data of one job is written. */
export interface CsvForm {
    readonly columnDelimiter: keyof typeof delimiters;
    readonly lineEnding: keyof typeof lineEndings;
}

/** One row with its line ending, every cell in quotes as the Bulk API writes them; a blank is `""`. Cells beyond `width` are left out. */
export function csvLine(cells: readonly (string | null)[], form: CsvForm, width = cells.length): string {
    const delimiter = delimiters[form.columnDelimiter];
    let line = "";
    for (let place = 0; place < width; place += 1) {
        const cell = cells[place] ?? "";
        if (place > 0) line += delimiter;
        line += cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`;
    }
    return line + lineEndings[form.lineEnding];
}
