import { tableHeader } from "./page.ts";
import type { PageSection } from "./page.ts";

/** A page that is not one of ours: edited by hand, or half merged. The message says where. */
export class PageProblem extends Error {
    constructor(message: string) {
        super(message);
        this.name = "PageProblem";
    }
}

/** Reads the sections and their figures back from the page. Throws PageProblem for what it would not have written. */
export function readPage(page: string): PageSection[] {
    const texts = new Map(
        page
            .split(/^## /m)
            .slice(1)
            .map((part) => {
                const [id = "", ...rest] = part.split("\n");
                return [id.trim(), rest.join("\n").trim()] as const;
            })
    );
    const rows = rowsBelow(page, tableHeader);
    const sections = rows.map((row): PageSection => {
        const { id, ...figures } = readRow(row);
        const text = texts.get(id);
        if (text === undefined) throw new PageProblem(`the table names ${id}, which has no section`);
        texts.delete(id);
        return { id, ...figures, misses: rowsBelow(text, "| Case | Expected | Found | Why |").map(firstCell), text };
    });
    const [unnamed] = texts.keys();
    if (unnamed !== undefined) throw new PageProblem(`the section ${unnamed} is not in the table`);
    return sections;
}

function readRow(row: string): Pick<PageSection, "id" | "passed" | "total" | "refused"> {
    const match = /^\| \[([\w-]+)\]\(#\1\) \| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$/.exec(row);
    const [, id = "", passed = "", total = "", refused = ""] = match ?? [];
    if (match === null) throw new PageProblem(`"${row}" is no row of the table`);
    return { id, passed: countOf(passed), total: countOf(total), refused: countOf(refused) };
}

const countOf = (written: string): number => Number(written.replaceAll(",", ""));

function rowsBelow(text: string, header: string): string[] {
    const lines = text.split("\n");
    const start = lines.indexOf(header);
    if (start < 0) return [];
    const rows = lines.slice(start + 2);
    const end = rows.findIndex((line) => !line.startsWith("|"));
    return end < 0 ? rows : rows.slice(0, end);
}

function firstCell(row: string): string {
    return (/^\| (.*?[^\\]) \|/.exec(row)?.[1] ?? row).trim();
}
