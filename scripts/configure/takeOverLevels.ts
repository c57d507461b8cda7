import { developerName, rules, type Level } from "c/pwPolicy";
import { customMetadataPath } from "../gate/customMetadata.ts";
import type { Choices } from "./choices.ts";
import { levelInRecord } from "./recordText.ts";

/** How a rule's level was settled between the choices and the org. */
export interface SettledLevel {
    readonly ruleId: string;
    readonly level: Level;
    /** Of the choices, before. */
    readonly chosen: Level;
    /** Null: the org has no record of the rule, or none with a level that can be read. */
    readonly inOrg: Level | null;
    /** The choices take over what somebody set in the org. */
    readonly isTakenOver: boolean;
}

export interface KnownLevels {
    readonly choices: Choices;
    /** By rule id, as the org says today, and as it said when the overlay was last written for it. */
    readonly inOrg: ReadonlyMap<string, Level>;
    readonly lastSeen: ReadonlyMap<string, string>;
    /** By rule id, what was last written for this org, and what stands in the folder, whichever org that was for. */
    readonly lastWritten: ReadonlyMap<string, string>;
    readonly inFolder: ReadonlyMap<string, Level>;
    /** What goes where both were changed, or nobody can tell which. */
    readonly prefer: "org" | "choices";
}

/**
 * The choices win, unless somebody has changed the level in the org since the overlay was last written for it: then
 * the choices take that over, so that no deploy sets it back. A level that we wrote came by a deploy, and is nobody's.
 */
export function settleLevels({ choices, inOrg, prefer, ...known }: KnownLevels): SettledLevel[] {
    const before = [known.lastSeen, known.lastWritten, known.inFolder];
    return rules.map(({ id, defaults }) => {
        const chosen = choices.rules[id]?.level ?? defaults.level;
        const found = inOrg.get(id) ?? null;
        const hasChanged = found !== null && before.every((levels) => levels.get(id) !== found);
        const isTakenOver = found !== null && found !== chosen && hasChanged && prefer === "org";
        return { ruleId: id, level: isTakenOver ? found : chosen, chosen, inOrg: found, isTakenOver };
    });
}

/** The choices with the levels as settled. */
export function withLevels(choices: Choices, settled: readonly SettledLevel[]): Choices {
    const entries = settled
        .filter(({ ruleId, isTakenOver }) => isTakenOver || choices.rules[ruleId] !== undefined)
        .map(({ ruleId, level, isTakenOver }) => {
            const own = choices.rules[ruleId] ?? {};
            return [ruleId, isTakenOver ? { ...own, level } : own] as const;
        });
    return { ...choices, rules: Object.fromEntries(entries) };
}

/** By rule id, what the rule records in the folder say; `files`: text by path below it. */
export function levelsInFolder(files: ReadonlyMap<string, string>): ReadonlyMap<string, Level> {
    return new Map(
        rules.flatMap(({ id }) => {
            const level = levelInRecord(files.get(customMetadataPath("PW_Rule", developerName(id))) ?? "");
            return level === null ? [] : [[id, level] as const];
        })
    );
}
