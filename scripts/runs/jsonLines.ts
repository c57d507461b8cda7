import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { CannotStart } from "../cannotStart.ts";

/** Adds the lines to a file; on disk when it returns. */
export function appendLines(path: string, lines: readonly unknown[]): void {
    const file = openSync(path, "a", 0o600);
    try {
        // What a crash cut off must not take the next line with it.
        writeSync(file, fstatSync(file).size === 0 ? "" : "\n");
        writeSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
        fsyncSync(file);
    } finally {
        closeSync(file);
    }
}

/**
 * Without a line that a crash cut off. `needed`: named in the complaint where there is no file; null: a file that
 * is not there has no lines.
 */
export function readLines(path: string, needed: string | null): unknown[] {
    let text: string;
    try {
        text = readFileSync(path, "utf8");
    } catch (error) {
        if (needed === null && Reflect.get(Object(error), "code") === "ENOENT") return [];
        throw new CannotStart(`There is no run in ${needed ?? path}: check the run and the folder.`);
    }
    return text.split("\n").flatMap(parseWhole);
}

function parseWhole(line: string): unknown[] {
    try {
        return line === "" ? [] : [JSON.parse(line)];
    } catch {
        return []; // cut off: what it would have said is asked of the org again
    }
}
