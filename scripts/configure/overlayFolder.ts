import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { choicesFile, firstChoices, parseChoices, type Choices } from "./choices.ts";
import { lockFile, noLock, parseLock, type Lock } from "./lock.ts";

/** A customer's folder as it stands. */
export interface OverlayFolder {
    readonly path: string;
    /** Text by path below the folder, of what is ours. */
    readonly files: ReadonlyMap<string, string>;
    /** Null: the folder has none yet. */
    readonly choices: Choices | null;
    readonly lock: Lock;
}

/** Paths below the folder. */
export interface FolderChanges {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
}

/** Throws `CannotStart` for the product's own overlay, for a file in the folder's place, and for files that can't be read. */
export function readOverlayFolder(path: string, product: string): OverlayFolder {
    const isOurs = `${resolve(path)}${sep}`.startsWith(`${join(product, "force-app")}${sep}`);
    if (isOurs) {
        throw new CannotStart(`${path} belongs to Pipewright, whose next version replaces it: name a folder of yours.`);
    }
    const texts = readTexts(path);
    const [choices, lock] = [texts.get(choicesFile), texts.get(lockFile)];
    const known = lock === undefined ? noLock : parseLock(lock, join(path, lockFile));
    const isWritten = (file: string): boolean =>
        known.files.includes(file) || /(^|[./])PW_[^/]*$/.test(file) || [choicesFile, lockFile].includes(file);
    return {
        path,
        files: new Map([...texts].filter(([file]) => isWritten(file))),
        choices: choices === undefined ? null : parseChoices(choices, join(path, choicesFile)),
        lock: known
    };
}

export function changesOf(folder: OverlayFolder, wanted: readonly WrittenFile[]): FolderChanges {
    const paths = new Set(wanted.map(({ path }) => path));
    return {
        added: wanted.filter(({ path }) => !folder.files.has(path)).map(({ path }) => path),
        changed: wanted
            .filter(({ path, content }) => folder.files.has(path) && folder.files.get(path) !== content)
            .map(({ path }) => path),
        removed: [...folder.files.keys()].filter((path) => !paths.has(path))
    };
}

/**
 * Makes the folder hold these files: all of them or, where one can't be written, none. Files of others stay. Without a
 * wait in between, so that no signal ends it half way. Throws `CannotStart` where it can't be done.
 */
export function writeOverlayFolder(folder: OverlayFolder, wanted: readonly WrittenFile[]): void {
    const { added, changed, removed } = changesOf(folder, wanted);
    const touched = new Set([...added, ...changed]);
    const files = wanted.filter(({ path }) => touched.has(path));
    // Beside the folder: what a crash leaves there is nobody's metadata.
    const parts = `${resolve(folder.path)}.${process.pid}.part`;
    try {
        files.forEach(({ path, content }) => writeAt(join(parts, path), content));
        replace(folder, { parts, files, removed });
    } catch (error) {
        throw new CannotStart(`${folder.path} could not be written (${codeOf(error)}): it is as it was.`);
    } finally {
        rmSync(parts, { recursive: true, force: true });
    }
}

interface Replacement {
    readonly parts: string;
    readonly files: readonly WrittenFile[];
    readonly removed: readonly string[];
}

function replace({ path: root, files: before }: OverlayFolder, { parts, files, removed }: Replacement): void {
    const isNew = !existsSync(root);
    const done: string[] = [];
    try {
        for (const { path } of files) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            renameSync(join(parts, path), join(root, path));
            done.push(path);
        }
        for (const path of removed) {
            rmSync(join(root, path));
            done.push(path);
        }
    } catch (error) {
        if (isNew) rmSync(root, { recursive: true, force: true });
        else done.forEach((path) => putBack(join(root, path), before.get(path)));
        throw error;
    }
}

function putBack(file: string, text: string | undefined): void {
    if (text === undefined) rmSync(file, { force: true });
    else writeFileSync(file, text);
}

function writeAt(file: string, text: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
}

function readTexts(root: string): Map<string, string> {
    if (!existsSync(root)) return new Map();
    try {
        const entries = readdirSync(root, { recursive: true, withFileTypes: true });
        const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
        const inside = files.filter((file) => !file.includes(`${sep}.git${sep}`));
        return new Map(
            inside.map((file) => [
                file.slice(root.length).split(sep).join("/").replace(/^\/+/, ""),
                readFileSync(file, "utf8")
            ])
        );
    } catch (error) {
        throw new CannotStart(`${root} could not be read (${codeOf(error)}): check the folder.`);
    }
}

function codeOf(error: unknown): string {
    if (error instanceof Error && "code" in error && typeof error.code === "string") {
        return error.code;
    }
    throw error;
}

export function choicesOf({ choices }: OverlayFolder): Choices {
    return choices ?? firstChoices();
}
