import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
    const part = `${path}.part`;
    try {
        writeFileSync(part, text);
        renameSync(part, path);
    } catch (error) {
        rmSync(part, { force: true });
        throw new CannotStart(`${path} could not be written (${codeOf(error)}): check the folder.`);
    }
}

function codeOf(error: unknown): string {
    if (error instanceof Error && "code" in error && typeof error.code === "string") {
        return error.code;
    }
    throw error;
}
