import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CannotStart } from "../cannotStart.ts";

/** Throws `CannotStart` where there is no such file or it may not be read. */
export function readWhole(path: string): string {
    try {
        return readFileSync(path, "utf8");
    } catch (error) {
        throw new CannotStart(`${path} could not be read (${codeOf(error)}): check the path.`);
    }
}

/** All of the text or nothing. Throws `CannotStart` where it can't be written. */
export function writeWhole(path: string, text: string): void {
    // Of its own, so that two runs at once don't take each other's.
    const part = `${path}.${process.pid}.part`;
    try {
        writeFileSync(part, text);
        renameSync(part, path);
    } catch (error) {
        rmSync(part, { force: true });
        throw new CannotStart(`${path} could not be written (${codeOf(error)}): check the folder.`);
    }
}

/** Throws `CannotStart` where `writeWhole` would: to be asked before long work. Makes the file's own folder if asked to. */
export function checkWritable(path: string, { makeFolder = false } = {}): void {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        throw new CannotStart(`${path} is a folder: name a file in it.`);
    }
    const probe = `${path}.${process.pid}.probe`;
    try {
        if (makeFolder) {
            mkdirSync(dirname(path), { recursive: true });
        }
        writeFileSync(probe, "");
    } catch (error) {
        throw new CannotStart(`${path} could not be written (${codeOf(error)}): check the folder.`);
    }
    rmSync(probe);
}

function codeOf(error: unknown): string {
    if (error instanceof Error && "code" in error && typeof error.code === "string") {
        return error.code;
    }
    throw error;
}
