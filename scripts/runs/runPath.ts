import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "../cannotStart.ts";

/** A name for a run that nobody has: "20260630T080000Z-1a2b3c4d". */
export function newRunName(now: Date): string {
    return `${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${randomUUID().slice(0, 8)}`;
}

/** Makes the folder of a new run, and lets `write` put its files there. Throws `CannotStart` where it can't. */
export function makeRunFolder(parent: string, run: string, write: (path: string) => void): string {
    const path = join(parent, run);
    try {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        write(path);
    } catch (error) {
        if (error instanceof CannotStart) throw error;
        throw new CannotStart(
            `${path} could not be written (${String(Reflect.get(Object(error), "code"))}): check the folder.`
        );
    }
    return path;
}

/** The folder of an earlier run. Throws `CannotStart` for what is no name of one. */
export function runPath(parent: string, run: string): string {
    if (!/^[\w-]+$/.test(run)) {
        throw new CannotStart(`"${run}" is no run: it is named like 20260630T080000Z-1a2b3c4d.`);
    }
    return join(parent, run);
}
