/** A spreadsheet would run such a cell as a formula; the wide signs are those of Chinese keyboards. */
const startsFormula = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const negativeNumber = /^-\d+(\.\d+)?$/;

type Cell = string | boolean | null | undefined;

/**
 * Rows as RFC 4180 text with a byte order mark, so that spreadsheets read Chinese rightly. A cell that they would
 * run as a formula begins with an apostrophe.
 */
export function csvText(rows: readonly (readonly Cell[])[]): string {
    return `\uFEFF${rows.map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`;
}

function quote(cell: Cell): string {
    const text = String(cell ?? "");
    const inert = startsFormula.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
    return `"${inert.replaceAll('"', '""')}"`;
}
