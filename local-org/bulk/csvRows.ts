import { csvLine } from "./csvForm.ts";
import type { CsvForm } from "./csvForm.ts";
import type { Spool } from "./spool.ts";

/** Rows that are written one after the other and read back by their number. Their header is kept apart. */
export interface CsvRows {
    readonly count: number;
    /** Rows of quoted cells, each with its line ending. */
    append(lines: string, count: number): void;
    /** Rows from the `first` on (0: the first), at most `most`. */
    read(first: number, most: number): Generator<Buffer>;
    close(): void;
}

const [quote, newline] = Buffer.from('"\n');

export function createCsvRows(spool: Spool): CsvRows {
    let count = 0;
    /** Where some rows begin; the others are counted from there. */
    const known: { row: number; byte: number }[] = [];
    const byteOf = (row: number): number => (row >= count ? spool.size : byteOfRow(spool, known, row));
    return {
        get count() {
            return count;
        },
        append: (lines, added) => {
            known.push({ row: count, byte: spool.size });
            spool.append(Buffer.from(lines));
            count += added;
        },
        read: (first, most) => spool.read(byteOf(first), byteOf(first + most)),
        close: () => spool.close()
    };
}

function byteOfRow(spool: Spool, known: readonly { row: number; byte: number }[], row: number): number {
    const from = known.findLast((each) => each.row <= row) ?? { row: 0, byte: 0 };
    let rest = row - from.row;
    let byte = from.byte;
    let isQuoted = false;
    for (const piece of spool.read(from.byte, spool.size)) {
        for (let place = 0; place < piece.length; place += 1) {
            if (rest === 0) return byte + place;
            if (piece[place] === quote) isQuoted = !isQuoted;
            else if (piece[place] === newline && !isQuoted) rest -= 1;
        }
        byte += piece.length;
    }
    return byte;
}

/** Some rows below their header, as a client gets them. */
export function* withHeader(columns: readonly string[], form: CsvForm, rows: Iterable<Buffer>): Generator<Buffer> {
    yield Buffer.from(csvLine(columns, form));
    yield* rows;
}
