import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Level } from "c/pwPolicy";
import { choicesFile, parseChoices } from "../configure/choices.ts";
import { readWhole, writeWhole } from "../files/wholeFile.ts";

/** Where the customer's choices stand beside the overlay; null where there are none. Throws for a file that is no choices. */
export function choicesIn(overlay: string): string | null {
    const path = join(overlay, choicesFile);
    if (!existsSync(path)) return null;
    parseChoices(readWhole(path), path);
    return path;
}

/** Writes the level into the choices, so that the next overlay keeps it; everything else stays as it was typed. */
export function chooseLevel(path: string, ruleId: string, level: Level): void {
    const choices = JSON.parse(readWhole(path)) as { rules?: Record<string, object> };
    const rules = { ...choices.rules, [ruleId]: { ...choices.rules?.[ruleId], level } };
    writeWhole(path, `${JSON.stringify({ ...choices, rules }, null, 4)}\n`);
}
