import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { levels, rules, type Level } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { writeWhole } from "../files/wholeFile.ts";
import { appendLines } from "../runs/jsonLines.ts";
import { makeRunFolder, runPath } from "../runs/runPath.ts";
import type { OrgRuleRecord } from "./ruleRecord.ts";

/** Where a run keeps the record as it was, and what it did. */
export interface LevelRun {
    readonly run: string;
    readonly path: string;
    readonly ruleId: string;
    /** As the record said it, valid or not. */
    readonly from: string | null;
    readonly to: Level;
}

const backupSchema = z.looseObject({
    pipewright: z.literal(1),
    level: z.string(),
    orgId: z.string(),
    ruleId: z.enum(rules.map(({ id }) => id)),
    from: z.string().nullable(),
    to: z.enum(levels)
});

/**
 * Keeps the record as it was, whole and on disk, and the package that will be deployed, before the org is asked.
 * Throws `CannotStart` where it can't.
 */
export function createLevelRun(
    parent: string,
    { run, orgId, ...change }: Omit<LevelRun, "path"> & { readonly orgId: string },
    before: OrgRuleRecord,
    files: Readonly<Record<string, string>>
): LevelRun {
    const backup = { pipewright: 1, level: run, orgId, ...change, record: before };
    const path = makeRunFolder(parent, run, (folder) => {
        writeWhole(join(folder, "backup.json"), `${JSON.stringify(backup, null, 4)}\n`);
        for (const [name, text] of Object.entries(files)) {
            const file = join(folder, "package", name);
            mkdirSync(dirname(file), { recursive: true });
            writeWhole(file, text);
        }
    });
    return { run, path, ...change };
}

/** Throws `CannotStart` for a run that isn't there, was made in another org, or set no level. */
export function openLevelRun(parent: string, run: string, orgId: string): LevelRun {
    const path = runPath(parent, run);
    const backup = backupSchema.safeParse(readBackup(path));
    if (!backup.success || backup.data.level !== run) {
        throw new CannotStart(`The backup in ${path} is not whole: nothing was changed.`);
    }
    const { ruleId, from, to } = backup.data;
    if (backup.data.orgId !== orgId) {
        throw new CannotStart(`Run ${run} was made in another org: nothing was changed.`);
    }
    return { run, path, ruleId, from, to };
}

/** What was asked of the org, and what became of it; on disk when it returns. */
export function noteInJournal({ path }: LevelRun, entry: Readonly<Record<string, unknown>>): void {
    appendLines(join(path, "journal.jsonl"), [entry]);
}

function readBackup(path: string): unknown {
    try {
        return JSON.parse(readFileSync(join(path, "backup.json"), "utf8"));
    } catch (error) {
        if (error instanceof SyntaxError) return null;
        throw new CannotStart(`There is no change of a level in ${path}: check the run and the folder.`);
    }
}
