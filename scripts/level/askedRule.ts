import { developerName, levels, rules, type Level, type RecordRule } from "c/pwPolicy";
import { CannotStart } from "../cannotStart.ts";

/** The rule of that id, or of that record's name. Throws `CannotStart`, listing the rules, for any other. */
export function askedRule(text: string): RecordRule {
    const rule = rules.find(({ id }) => id === text || developerName(id) === text);
    if (rule === undefined) {
        throw new CannotStart(`There is no rule "${text}"; there are: ${rules.map(({ id }) => id).join(", ")}.`);
    }
    return rule;
}

/** Throws `CannotStart`, listing the levels, for what is none; letter case counts, as it does in the record. */
export function askedLevel(text: string): Level {
    const level = levels.find((each) => each === text);
    if (level === undefined) {
        throw new CannotStart(`There is no level "${text}"; there are: ${levels.join(", ")}.`);
    }
    return level;
}

/** The level one step up; null above the highest. */
export function nextLevel(level: Level): Level | null {
    return levels[levels.indexOf(level) + 1] ?? null;
}
