import type { Section, TableSection } from "../audit/report/section.ts";
import { inertText } from "./inertText.ts";

/** What a command offers to print with. */
export interface Printer {
    log(line: string): void;
    styledHeader(text: string): void;
    table(options: {
        data: Record<string, string>[];
        columns: { key: string; name: string; horizontalAlignment: "left" | "right" }[];
        overflow: "wrap";
    }): void;
}

export function printReport(sections: readonly Section[], printer: Printer): void {
    for (const [index, section] of sections.entries()) {
        // A table ends with an empty line of its own.
        if (index > 0 && sections[index - 1]?.kind === "lines") {
            printer.log("");
        }
        if (section.title !== null) {
            printer.styledHeader(inertText(section.title));
        }
        if (section.kind === "table") {
            printTable(section, printer);
        } else {
            section.lines.forEach((line) => printer.log(inertText(line)));
        }
    }
}

function printTable({ columns, rows, notes }: TableSection, printer: Printer): void {
    printer.table({
        data: rows.map((row) => Object.fromEntries(row.map((cell, index) => [`c${index}`, inertText(cell)]))),
        columns: columns.map(({ name, align }, index) => ({ key: `c${index}`, name, horizontalAlignment: align })),
        overflow: "wrap"
    });
    notes.forEach((line) => printer.log(inertText(line)));
}
