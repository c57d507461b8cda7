import {
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmdirSync,
    rmSync,
    writeFileSync
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { partsBeside } from "./places.ts";
import { shortened } from "./shortened.ts";

/** What a folder is to get and to lose; paths below it. */
export interface Replacement {
    readonly root: string;
    readonly files: readonly WrittenFile[];
    readonly removed: readonly string[];
}

/**
 * All of it or, where one file can't be written, nothing. Files are moved in, in their order, so that none is ever half
 * written. Throws `CannotStart` where it can't be done.
 */
export function replaceFiles(replacement: Replacement): void {
    const { root } = replacement;
    const parts = partsBeside(root, process.pid);
    const undo: (() => void)[] = [];
    try {
        clearParts(root);
        replace(replacement, parts, undo);
    } catch (error) {
        const left = undo.toReversed().filter((step) => !isDone(step));
        const code = codeOf(error);
        throw new CannotStart(
            left.length === 0
                ? `${shortened(root)} could not be written (${code}): it is as it was.`
                : `${shortened(root)} could not be written (${code}), nor put back: restore it from version control.`
        );
    }
    rmSync(parts, { recursive: true });
}

/** Each step that was done adds how it is undone, and undoes nothing else. */
function replace({ root, files, removed }: Replacement, parts: string, undo: (() => void)[]): void {
    makeFolder(dirname(parts), undo);
    undo.push(() => rmSync(parts, { recursive: true, force: true }));
    mkdirSync(parts);
    for (const { path, content } of files) {
        mkdirSync(dirname(join(parts, path)), { recursive: true });
        writeFileSync(join(parts, path), content);
    }
    makeFolder(root, undo);
    for (const path of removed) {
        const [file, before] = [join(root, path), readFileSync(join(root, path))];
        rmSync(file);
        undo.push(() => writeFileSync(file, before));
    }
    for (const { path } of files) {
        const file = join(root, path);
        makeFolder(dirname(file), undo);
        const before = existsSync(file) ? readFileSync(file) : null;
        renameSync(join(parts, path), file);
        undo.push(() => (before === null ? rmSync(file) : writeFileSync(file, before)));
    }
}

/** Step by step: where a system's folder takes no other, asking for all at once never ends. */
function makeFolder(folder: string, undo: (() => void)[]): void {
    if (existsSync(folder)) return;
    makeFolder(dirname(folder), undo);
    mkdirSync(folder);
    undo.push(() => {
        if (readdirSync(folder).length === 0) rmdirSync(folder);
    });
}

/** Of runs that were killed; a process of ours by the same number is one of them. */
function clearParts(root: string): void {
    const beside = dirname(partsBeside(root, process.pid));
    if (!existsSync(beside)) return;
    const left = readdirSync(beside).filter((name) => {
        const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1] ?? Number.NaN);
        const isOfRoot = name === basename(partsBeside(root, pid));
        return isOfRoot && (pid === process.pid || !isAlive(pid));
    });
    left.forEach((name) => rmSync(join(beside, name), { recursive: true }));
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return codeOf(error) !== "ESRCH";
    }
}

function isDone(step: () => void): boolean {
    try {
        step();
        return true;
    } catch (error) {
        codeOf(error);
        return false;
    }
}

/** Of a system's error; throws any other. */
export function codeOf(error: unknown): string {
    if (error instanceof Error && "code" in error && typeof error.code === "string") {
        return error.code;
    }
    throw error;
}
