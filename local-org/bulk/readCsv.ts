import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { BatchProblem } from "./batchProblem.ts";
import { delimiters, lineEndings } from "./csvForm.ts";
import type { CsvForm } from "./csvForm.ts";
import type { Spool } from "./spool.ts";

/** As the platform documents it: characters of one record. */
const longestRecord = 400_000;

/** The rows of what a client sent, its header first. Throws BatchProblem for what is no CSV of this form. */
export async function* readCsv(upload: Spool, form: CsvForm): AsyncGenerator<string[]> {
    checkLineEnding(upload, form);
    const parser = Readable.from(upload.read(0, upload.size)).pipe(
        parse({
            bom: true,
            delimiter: delimiters[form.columnDelimiter],
            record_delimiter: lineEndings[form.lineEnding],
            relax_column_count: true,
            skip_empty_lines: true,
            max_record_size: longestRecord
        })
    );
    try {
        for await (const row of parser) yield row as string[];
    } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        throw new BatchProblem("InvalidBatch", `The data can't be read as CSV: ${error.message}`);
    }
}

const [quote, newline, carriageReturn] = Buffer.from('"\n\r');

/** The first row tells; line breaks within quotes are data. */
function checkLineEnding(upload: Spool, { lineEnding }: CsvForm): void {
    let isQuoted = false;
    let before: number | undefined;
    for (const piece of upload.read(0, upload.size)) {
        for (const byte of piece) {
            if (byte === quote) isQuoted = !isQuoted;
            if (byte === newline && !isQuoted) {
                if ((before === carriageReturn) === (lineEnding === "CRLF")) return;
                const message = `LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
                throw new BatchProblem("ClientInputError", message);
            }
            before = byte;
        }
    }
}
