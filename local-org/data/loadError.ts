const shown = 20;

/** The tables to load are wrong: one sentence a problem, each naming table, row and column. Nothing was written. */
export class LoadError extends Error {
    readonly problems: readonly string[];

    constructor(problems: readonly string[]) {
        const rest = problems.length - shown;
        super([...problems.slice(0, shown), ...(rest > 0 ? [`There are ${rest} more problems.`] : [])].join("\n"));
        this.name = "LoadError";
        this.problems = problems;
    }
}

/** Where in a table: the header is row 1, as a spreadsheet counts. */
export function place(source: string, row?: number, column?: string): string {
    return [source, row === undefined ? "" : `row ${row}`, column === undefined ? "" : `column ${column}`]
        .filter((part) => part !== "")
        .join(", ");
}

export function shortened(cell: string): string {
    return `"${cell.length > 60 ? `${cell.slice(0, 57)}…` : cell}"`;
}
