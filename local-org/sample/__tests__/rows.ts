import type { TextTable } from "../../data/table.ts";

export type Row = Readonly<Record<string, string>>;

/** Rows of one object by column name. */
export function rowsOf(tables: readonly TextTable[], object: string): Row[] {
    const table = tables.find((each) => each.object === object);
    if (table === undefined) throw new Error(`The sample has no table ${object}.`);
    return [...table.rows].map((cells) =>
        Object.fromEntries(table.columns.map((name, index) => [name, cells[index] ?? ""]))
    );
}

export function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
        const key = row[column] ?? "";
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [row]);
        else group.push(row);
    }
    return groups;
}

export function share<T>(rows: readonly T[], holds: (row: T) => boolean): number {
    return rows.filter(holds).length / rows.length;
}

/** "1234.50" as 123450n; a blank is nothing. */
export function cents(money: string | undefined): bigint {
    return BigInt((money || "0.00").replace(".", ""));
}
