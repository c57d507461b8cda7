import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TextTable } from "../../local-org/data/table.ts";

/** One `Object.csv` for each table, as `--load` wants them. */
export function writeCsvFolder(directory: string, tables: readonly TextTable[]): void {
    for (const { object, columns, rows } of tables) {
        const lines = [columns, ...rows].map((cells) => cells.map(quoted).join(","));
        writeFileSync(join(directory, `${object}.csv`), `${lines.join("\r\n")}\r\n`);
    }
}

function quoted(cell: string): string {
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
