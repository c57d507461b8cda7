import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { levels, rules, type Level } from "c/pwPolicy";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { writeWhole } from "../files/wholeFile.ts";
import { appendLines, readLines } from "../runs/jsonLines.ts";
import { makeRunFolder, runPath } from "../runs/runPath.ts";
import { overlayLevelSchema, type OverlayLevel } from "./overlayLevel.ts";
import type { OrgRuleRecord } from "./ruleRecord.ts";

/** Where a run keeps the record as it was, and what it did. */
export interface LevelRun {
    readonly run: string;
    readonly path: string;
    readonly ruleId: string;
    /** As the record said it, valid or not. */
    readonly from: string | null;
    readonly to: Level;
    /** The customer's folder as it was; null where none was named. */
    readonly overlay: OverlayLevel | null;
}

interface NewRun extends Omit<LevelRun, "path" | "overlay"> {
    readonly orgId: string;
    readonly overlay?: OverlayLevel | null;
}

const backupSchema = z.looseObject({
    pipewright: z.literal(1),
    level: z.string(),
    orgId: z.string(),
    ruleId: z.enum(rules.map(({ id }) => id)),
    from: z.string().nullable(),
    to: z.enum(levels),
    overlay: overlayLevelSchema.nullable().default(null)
});
const entrySchema = z.union([
    z.looseObject({ writing: z.string() }).transform(() => "writing" as const),
    z.looseObject({ written: z.string() }).transform(() => "written" as const),
    z.looseObject({ refused: z.array(z.string()) }).transform(() => "refused" as const),
    z.looseObject({}).transform(() => null)
]);

/**
 * Keeps the record as it was, whole and on disk, and the package that will be deployed, before the org is asked.
 * Throws `CannotStart` where it can't.
 */
export function createLevelRun(
    parent: string,
    { run, orgId, overlay = null, ...change }: NewRun,
    before: OrgRuleRecord,
    files: Readonly<Record<string, string>>
): LevelRun {
    const backup = { pipewright: 1, level: run, orgId, ...change, overlay, record: before };
    const path = makeRunFolder(parent, run, (folder) => {
        writeWhole(join(folder, "backup.json"), `${JSON.stringify(backup, null, 4)}\n`);
        writePackage(folder, files);
    });
    return { run, path, ...change, overlay };
}

/** Writes the package below the folder, where the proposal looks for it. */
export function writePackage(folder: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
        const file = join(folder, "package", name);
        mkdirSync(dirname(file), { recursive: true });
        writeWhole(file, text);
    }
}

/** Throws `CannotStart` for a run that isn't there, was made in another org, or set no level. */
export function openLevelRun(parent: string, run: string, orgId: string): LevelRun {
    const path = runPath(parent, run);
    const backup = backupSchema.safeParse(readBackup(path));
    if (!backup.success || backup.data.level !== run) {
        throw new CannotStart(`The backup in ${path} is not whole: nothing was changed.`);
    }
    const { ruleId, from, to, overlay } = backup.data;
    if (backup.data.orgId !== orgId) {
        throw new CannotStart(`Run ${run} was made in another org: nothing was changed.`);
    }
    if (!mayHaveWritten(path)) {
        throw new CannotStart(`Run ${run} set no level (it was left, or refused), so there is nothing to take back.`);
    }
    return { run, path, ruleId, from, to, overlay };
}

/** Also where a crash or a lost connection left open what became of it. */
function mayHaveWritten(path: string): boolean {
    const entries = readLines(join(path, "journal.jsonl"), null).map((line) => entrySchema.parse(line));
    return entries.some((entry, index) => entry === "writing" && entries[index + 1] !== "refused");
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
