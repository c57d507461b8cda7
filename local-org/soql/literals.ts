import { isRecordId, to18 } from "../data/recordId.ts";
import { invalidOperator, malformed } from "./refusals.ts";

/** An exact number: `unscaled` × 10^-`scale`. */
export interface ExactNumber {
    readonly unscaled: bigint;
    readonly scale: number;
}

const ESCAPES: Readonly<Record<string, string>> = {
    n: "\n",
    r: "\r",
    t: "\t",
    b: "\b",
    f: "\f",
    '"': '"',
    "'": "'",
    "\\": "\\"
};

/** The text between the quotes, escapes resolved. */
export function textOf(quoted: string): string {
    return unescape(quoted, false);
}

/** For LIKE with ESCAPE '\': `\%`, `\_` and `\\` keep their backslash, so that they mean themselves. */
export function patternOf(quoted: string): string {
    return unescape(quoted, true);
}

function unescape(quoted: string, isPattern: boolean): string {
    return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[^])/g, (_, escaped: string) => {
        if (/^u./.test(escaped)) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
        if (isPattern && /[%_\\]/.test(escaped)) return `\\${escaped}`;
        const character = ESCAPES[escaped.toLowerCase()];
        if (character === undefined)
            throw malformed(
                `Invalid string literal '${quoted.slice(1, -1)}'. Illegal character sequence '\\${escaped}' in string literal`
            );
        return character;
    });
}

export function numberOf(literal: string): ExactNumber {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(literal.replaceAll(" ", ""));
    if (match === null) throw malformed(`unexpected token: '${literal}'`);
    const [, sign, whole = "", fraction = ""] = match;
    const unscaled = BigInt(`${whole}${fraction}` || "0");
    return { unscaled: sign === "-" ? -unscaled : unscaled, scale: fraction.length };
}

export function dateOf(literal: string): string {
    const date = new Date(`${literal}T00:00:00.000Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== literal) {
        throw malformed(`Invalid date: ${literal}`);
    }
    return literal;
}

/** UTC, "YYYY-MM-DDTHH:mm:ss.SSSZ". */
export function datetimeOf(literal: string): string {
    const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*(Z|[+-]\d{2}:?\d{2})$/i.exec(literal);
    if (match === null) throw malformed(`Invalid datetime: ${literal}`);
    const [, day = "", time, fraction = "", zone = ""] = match;
    dateOf(day);
    const offset = zone.toUpperCase() === "Z" ? "Z" : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
    const date = new Date(`${day}T${time}${fraction}${offset}`);
    if (Number.isNaN(date.getTime())) throw malformed(`Invalid datetime: ${literal}`);
    return date.toISOString();
}

/** 18 characters: as on the platform, an Id of 15 or 18 characters names the same record. */
export function idOf(text: string): string {
    if (!isRecordId(text)) throw invalidOperator(`invalid ID field: ${text}`);
    return to18(text);
}
