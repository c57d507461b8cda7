import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CannotStart } from "../cannotStart.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { choicesFile, firstChoices, parseChoices, type Choices } from "./choices.ts";
import { lockFile, noLock, parseLock, type Lock } from "./lock.ts";
import { isWithin, realPlace, refusePlace } from "./places.ts";
import { codeOf, replaceFiles } from "./replaceFiles.ts";
import { shortened } from "./shortened.ts";

/** A customer's folder as it stands. */
export interface OverlayFolder {
    readonly path: string;
    /** Text by path below the folder, of what is ours: what the lock names, the choices and the lock. */
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

/** Throws `CannotStart` for the product's own folders and those that hold them, and for files that can't be read. */
export function readOverlayFolder(path: string, product: string): OverlayFolder {
    refusePlace(path, product);
    const [choices, lock] = [choicesFile, lockFile].map((file) => textAt(path, file));
    const known = lock === undefined ? noLock : parseLock(withoutMark(lock), join(path, lockFile));
    const outside = known.files.find((file) => !isWithin(resolve(path, file), resolve(path)));
    if (outside !== undefined) {
        throw new CannotStart(
            `${join(path, lockFile)} names ${shortened(outside)}, which is not in the folder: restore it from version control.`
        );
    }
    const ours = [...known.files, choicesFile, lockFile].flatMap((file) => {
        const text = textAt(path, file);
        return text === undefined ? [] : [[file, text] as const];
    });
    return {
        path,
        files: new Map(ours),
        choices: choices === undefined ? null : parseChoices(withoutMark(choices), join(path, choicesFile)),
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
    refuseOverwriting(folder, wanted);
    const { added, changed, removed } = changesOf(folder, wanted);
    const touched = new Set([...added, ...changed]);
    const files = wanted.filter(({ path }) => touched.has(path));
    // Where a run is killed, the next one must know whose each file is, and no choice may be lost to what was seen.
    const first = [choicesFile, lockFile].flatMap((name) => files.filter(({ path }) => path === name));
    replaceFiles({ root: folder.path, files: [...new Set([...first, ...files])], removed });
}

/** Throws `CannotStart` where a file of somebody else would be overwritten, or one outside of the folder. */
export function refuseOverwriting(folder: OverlayFolder, wanted: readonly WrittenFile[]): void {
    const root = realPlace(folder.path);
    for (const { path, content } of wanted) {
        const parent = dirname(join(folder.path, path));
        if (!isWithin(realPlace(parent), root)) {
            throw new CannotStart(`${shortened(parent)} leads out of the folder: put a folder in the link's place.`);
        }
        const found = folder.files.has(path) ? content : (textAt(folder.path, path) ?? content);
        if (found !== content) {
            throw new CannotStart(
                `${shortened(join(folder.path, path))} is there already, and ${lockFile} does not name it: move it elsewhere, or restore the lock from version control.`
            );
        }
    }
}

export function choicesOf({ choices }: OverlayFolder): Choices {
    return choices ?? firstChoices();
}

/** Undefined: there is no such file. */
function textAt(root: string, path: string): string | undefined {
    const file = join(root, path);
    try {
        return existsSync(file) ? readFileSync(file, "utf8") : undefined;
    } catch (error) {
        const code = codeOf(error);
        // A folder in the place of a file is found when it is written.
        if (code === "EISDIR") return undefined;
        throw new CannotStart(`${shortened(file)} could not be read (${code}): check the folder.`);
    }
}

/** Some editors put a byte order mark before the text. */
function withoutMark(text: string): string {
    return text.replace(/^\uFEFF/, "");
}
