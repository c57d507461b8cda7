import { ids } from "../hostile/smallData.ts";
import type { Dice } from "./dice.ts";

/** Texts that programs trip over: blanks, quotes, other writing, halves of characters, names of JavaScript's own. */
const texts: readonly string[] = [
    "",
    " ",
    "'",
    '"',
    "\\",
    "\u0000",
    "\n\r\t",
    "竹北 renewal",
    "𝔘𝔫𝔦",
    "\ud800",
    "e\u0301",
    "\u202etxt",
    "STRASSE straße İi",
    "%",
    "_",
    "null",
    "undefined",
    "NaN",
    "1e309",
    "-0",
    "true",
    "2026-02-31",
    "2026-06-30T12:00:00.000+0000",
    "__proto__",
    "constructor",
    "toString",
    "${7*7}",
    "{!$User.Id}",
    "@{a.id}",
    "a; DROP TABLE Account; --",
    "' OR ''='",
    "<script>alert(1)</script>",
    "<!DOCTYPE a>",
    "../../etc/passwd",
    "x".repeat(300),
    "()".repeat(40),
    "=1+1",
    "\ufeff",
    "a,b\nc,d"
];

const numbers: readonly number[] = [
    0, -0, 1, -1, 0.1, 100, 2_147_483_648, 9_007_199_254_740_993, 1e21, 1e-9, 1e308, -1e308
];

export const anyText = (dice: Dice): string => dice.pick(texts);

export const anyNumber = (dice: Dice): number => dice.pick(numbers);

/** Mostly an Id that is there. The administrator's is left out: the fuzz would lock itself out. */
export function anyId(dice: Dice, of?: keyof typeof ids): string {
    const { administrator, ...others } = ids;
    return dice.weigh<() => string>([
        [
            8,
            () =>
                others[
                    of === undefined || of === "administrator"
                        ? dice.pick(Object.keys(others) as (keyof typeof others)[])
                        : of
                ]
        ],
        [1, () => others.account.slice(0, 15)],
        [1, () => "001000000000999AAA"],
        [1, () => anyText(dice)],
        [administrator === "" ? 0 : 1, () => "000000000000000AAA"]
    ])();
}

/** Any JSON value, wrong more often than not where it is put. */
export function anyJson(dice: Dice, depth = 0): unknown {
    return dice.weigh<() => unknown>([
        [6, () => anyText(dice)],
        [4, () => anyNumber(dice)],
        [2, () => dice.chance(0.5)],
        [2, () => null],
        [depth > 3 ? 0 : 1, () => dice.many(3, () => anyJson(dice, depth + 1))],
        [depth > 3 ? 0 : 1, () => Object.fromEntries(dice.many(3, () => [anyText(dice), anyJson(dice, depth + 1)]))]
    ])();
}

/** Halves of characters can't be percent-encoded: they become what UTF-8 makes of them. */
export const wellFormed = (text: string): string => Buffer.from(text).toString("utf8");

/** As a part of an address. */
export const encoded = (text: string): string => encodeURIComponent(wellFormed(text));
