import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

/** A file written from the policy, its path below the folder it belongs to. */
export interface WrittenFile {
    readonly path: string;
    readonly content: string;
}

/** How a folder of written files differs from what the policy says; paths below the folder. */
export interface Drift {
    readonly missing: readonly string[];
    readonly changed: readonly string[];
    readonly unexpected: readonly string[];
}

/** Makes the folder hold exactly these files: writes what differs, removes what is no longer asked for. With `check`, only compares. */
export async function writeFolder(
    folder: string,
    files: readonly WrittenFile[],
    options: { check: boolean }
): Promise<Drift> {
    const wanted = new Map(files.map(({ path, content }) => [path, content]));
    const present = await readFolder(folder);
    const drift: Drift = {
        missing: [...wanted.keys()].filter((path) => !present.has(path)),
        changed: [...wanted.keys()].filter((path) => present.has(path) && present.get(path) !== wanted.get(path)),
        unexpected: [...present.keys()].filter((path) => !wanted.has(path))
    };
    if (!options.check) {
        for (const path of [...drift.missing, ...drift.changed]) {
            await mkdir(dirname(join(folder, path)), { recursive: true });
            await writeFile(join(folder, path), wanted.get(path) ?? "");
        }
        await Promise.all(drift.unexpected.map((path) => rm(join(folder, path))));
    }
    return drift;
}

/** True where writing would change something. */
export function hasDrifted(drift: Drift): boolean {
    return drift.missing.length + drift.changed.length + drift.unexpected.length > 0;
}

async function readFolder(folder: string): Promise<Map<string, string>> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const contents = await Promise.all(
        files.map(async (file) => [relative(folder, file).split(sep).join("/"), await readFile(file, "utf8")] as const)
    );
    return new Map(contents);
}
