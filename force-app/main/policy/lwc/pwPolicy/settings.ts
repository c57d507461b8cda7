import type { ListSetting, NumberSetting } from "./condition.ts";
import { compareDecimals } from "./decimal.ts";
import type { RuleSettings } from "./rule.ts";

/** A number above 0. Undefined: blank, 0, or below 0, which is no setting that could be compared with. */
export function numberIn(settings: RuleSettings, name: NumberSetting): string | undefined {
    const value = settings[name] ?? null;
    return value !== null && compareDecimals(value, "0") > 0 ? value : undefined;
}

/** Blank or 0: nobody set it. A number below 0 is set, and wrong. */
export function isUnset(settings: RuleSettings, name: NumberSetting): boolean {
    const value = settings[name] ?? null;
    return value === null || compareDecimals(value, "0") === 0;
}

/** The names listed, spaces aside; null where no list is set, which is not the same as a list without names. */
export function listIn(settings: RuleSettings, name: ListSetting): readonly string[] | null {
    const text = settings[name] ?? "";
    return text === "" ? null : text.replaceAll(" ", "").split(";").filter(Boolean);
}
