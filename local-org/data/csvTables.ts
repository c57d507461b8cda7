import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { LoadError } from "./loadError.ts";
import type { TextTable } from "./table.ts";

/**
 * One table for each `Object.csv` of a folder; other files are left alone. In name order, but record types come
 * first: their objects have a RecordTypeId only because of them. Throws LoadError.
 */
export function* readCsvTables(directory: string): Generator<TextTable> {
    if (!existsSync(directory) || !statSync(directory).isDirectory()) {
        throw new LoadError([`There is no folder ${directory} to load from.`]);
    }
    const names = readdirSync(directory)
        .filter((name) => name.toLowerCase().endsWith(".csv"))
        .sort((one, other) => Number(isRecordType(other)) - Number(isRecordType(one)) || (one < other ? -1 : 1));
    if (names.length === 0) {
        throw new LoadError([
            `${directory} has no .csv file; each is named after its object, such as Opportunity.csv.`
        ]);
    }
    for (const name of names) {
        yield readCsvTable(join(directory, name), name);
    }
}

const isRecordType = (name: string): boolean => name.toLowerCase() === "recordtype.csv";

function readCsvTable(path: string, name: string): TextTable {
    const records = parseRows(path, name);
    const [columns, ...rows] = records;
    if (columns === undefined) {
        throw new LoadError([`${name} is empty; its first row names the fields.`]);
    }
    return { object: name.slice(0, -".csv".length), source: name, columns: columns.map((each) => each.trim()), rows };
}

function parseRows(path: string, name: string): string[][] {
    const text = new TextDecoder("utf-8", { fatal: true });
    try {
        // A row of the wrong width is let through here: the load names its row.
        const options = {
            bom: true,
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: ["\r\n", "\n", "\r"]
        };
        return parse(text.decode(readFileSync(path)), options);
    } catch (error) {
        if (error instanceof TypeError) {
            throw new LoadError([`${name} is not UTF-8 text; save it as "CSV UTF-8".`]);
        }
        if (error instanceof CsvError) {
            throw new LoadError([`${name} is not a CSV file: ${error.message}.`]);
        }
        if (error instanceof Error && "code" in error && error.code === "EISDIR") {
            throw new LoadError([`${name} is a folder; a load reads the files of one folder only.`]);
        }
        throw error;
    }
}
