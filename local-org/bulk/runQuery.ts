import type { Org } from "../org.ts";
import { openPages, openRows } from "../soql/openRows.ts";
import type { OpenColumn, OpenRows } from "../soql/openRows.ts";
import { csvLine } from "./csvForm.ts";
import type { QueryJob } from "./job.ts";
import { numberText } from "./numberText.ts";

/** Rows that are read and written before others get their turn: some ten milliseconds. */
const pageSize = 5000;

/**
 * Writes the result of a query job. Yields after each page, and other requests are answered then: rows are
 * those of the moment their page is read. A query with an order or a limit of its own is read in one go.
 */
export function* runQuery(org: Org, job: QueryJob): Generator<void> {
    const user = org.people.user(job.createdById);
    if (user === undefined) throw new Error(`The user ${job.createdById} of the job ${job.id} is gone.`);
    const { schema, store, clock } = org;
    const context = { schema, store, clock, user };
    const options = { includeDeleted: job.operation === "queryAll" };
    const { page, columns } = openPages(context, job.query, options);
    if (page === undefined) {
        writeRows(job, columns, openRows(context, job.query, options).rows);
        return;
    }
    for (let after: string | null = ""; after !== null;) {
        after = writeRows(job, columns, page(after, pageSize), columns.length);
        yield;
    }
}

/** The cell at `idPlace` of the last row; null where there was no row. */
function writeRows(
    job: QueryJob,
    columns: readonly OpenColumn[],
    rows: OpenRows["rows"],
    idPlace?: number
): string | null {
    const numbers = columns.flatMap(({ type }, place) => (isDecimal(type) ? [place] : []));
    let last: string | null = null;
    let lines = "";
    let count = 0;
    const flush = (): void => {
        job.rows.append(lines, count);
        job.processed += count;
        [lines, count] = ["", 0];
    };
    for (const row of rows) {
        lines += csvLine(numbers.length === 0 ? row : withNumbers(row, numbers), job.form, columns.length);
        count += 1;
        if (idPlace !== undefined) last = row[idPlace] ?? null;
        if (count === pageSize) flush();
    }
    if (count > 0) flush();
    return last;
}

function withNumbers(row: readonly (string | null)[], numbers: readonly number[]): readonly (string | null)[] {
    const cells = [...row];
    for (const place of numbers) {
        const cell = cells[place];
        if (typeof cell === "string") cells[place] = numberText(cell);
    }
    return cells;
}

const isDecimal = (type: OpenColumn["type"]): boolean => type === "double" || type === "currency" || type === "percent";
