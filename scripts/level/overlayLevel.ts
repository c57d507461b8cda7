import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { developerName, levels, type Level, type RecordRule } from "c/pwPolicy";
import { z } from "zod";
import { choicesFile, parseChoices } from "../configure/choices.ts";
import { lockFile, parseLock, printLock, withWrittenLevel } from "../configure/lock.ts";
import { levelInRecord, withLevelInRecord } from "../configure/recordText.ts";
import { readWhole, writeWhole } from "../files/wholeFile.ts";
import { customMetadataPath } from "../gate/customMetadata.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";

const level = z.enum(levels).nullable();

/** What a customer's overlay says of one rule's level; null where it says nothing. */
export const overlayLevelSchema = z.object({
    /** Absolute. */
    folder: z.string(),
    chosen: level,
    /** In the rule record that a deploy of the folder brings. */
    record: level
});

export type OverlayLevel = z.infer<typeof overlayLevelSchema>;

/** Null: nobody chooses anything in that folder. Throws `CannotStart` for a file that can't be read. */
export function readOverlayLevel(overlay: string, rule: RecordRule): OverlayLevel | null {
    const folder = resolve(overlay);
    const path = join(folder, choicesFile);
    if (!existsSync(path)) return null;
    const { rules } = parseChoices(readWhole(path), path);
    const record = recordText(folder, rule);
    return { folder, chosen: rules[rule.id]?.level ?? null, record: record === null ? null : levelInRecord(record) };
}

/** Path below the folder, and text, of the rule's record there; null where there is none. */
export function recordIn(folder: string, rule: RecordRule): WrittenFile | null {
    const path = customMetadataPath("PW_Rule", developerName(rule.id));
    const content = recordText(folder, rule);
    return content === null ? null : { path, content };
}

/**
 * Makes the choices, the record and the lock say the level, so that neither configure nor a deploy of the folder sets
 * it back; everything else there stays as it was typed. Null for a choice takes it away, and leaves a record as it is.
 * False: the folder has no record to write it to.
 */
export function writeOverlayLevel(rule: RecordRule, orgId: string, { folder, chosen, record }: OverlayLevel): boolean {
    const path = join(folder, choicesFile);
    writeWhole(path, withChosen(readWhole(path), rule.id, chosen));
    const before = recordIn(folder, rule);
    const text = before === null || record === null ? null : withLevelInRecord(before.content, record);
    if (before === null || record === null || text === null) return false;
    writeWhole(join(folder, before.path), text);
    const lock = join(folder, lockFile);
    if (!existsSync(lock)) return true;
    writeWhole(lock, printLock(withWrittenLevel(parseLock(readWhole(lock), lock), orgId, rule.id, record)));
    return true;
}

/** What came of taking a level back in a folder. */
export interface TakenBack {
    /** Of the choices, changed since by somebody, and left. */
    readonly choiceLeft: Level | null;
    readonly isGone: boolean;
}

/** Takes back what `before` was overwritten with, wherever the folder still says it. `from`: the org's own level before. */
export function takeBackOverlayLevel(
    rule: RecordRule,
    orgId: string,
    before: OverlayLevel,
    { from, to }: { readonly from: string | null; readonly to: Level }
): TakenBack {
    const now = readOverlayLevel(before.folder, rule);
    if (now === null) return { choiceLeft: null, isGone: true };
    const record = before.record ?? levels.find((each) => each === from) ?? now.record;
    writeOverlayLevel(rule, orgId, {
        folder: now.folder,
        chosen: now.chosen === to ? before.chosen : now.chosen,
        record: now.record === to ? record : now.record
    });
    return { choiceLeft: [to, before.chosen].includes(now.chosen) ? null : now.chosen, isGone: false };
}

function withChosen(text: string, ruleId: string, chosen: Level | null): string {
    const choices = JSON.parse(text) as { rules?: Record<string, { level?: Level }> };
    const { level: _, ...others } = choices.rules?.[ruleId] ?? {};
    const { [ruleId]: __, ...rules } = choices.rules ?? {};
    const isEmpty = chosen === null && Object.keys(others).length === 0;
    const rule = chosen === null ? others : { ...choices.rules?.[ruleId], level: chosen };
    const all = isEmpty ? rules : { ...choices.rules, [ruleId]: rule };
    return `${JSON.stringify({ ...choices, rules: all }, null, 4)}\n`;
}

function recordText(folder: string, rule: RecordRule): string | null {
    const path = join(folder, customMetadataPath("PW_Rule", developerName(rule.id)));
    return existsSync(path) ? readWhole(path) : null;
}
