import type { TextTable } from "../data/table.ts";

/** A table of the given columns; rows are written by column name, so no cell can slip into its neighbour's place. */
export function textTable<Column extends string>(
    object: string,
    columns: readonly Column[],
    rows: readonly Readonly<Record<Column, string>>[]
): TextTable {
    return { object, columns, rows: rows.map((row) => columns.map((column) => row[column])) };
}
