import type { Decimal } from "decimal.js";
import { Exact } from "../exact.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { strict } from "./define.ts";
import type { FunctionDefinition } from "./define.ts";
import { regexFunction } from "./regex.ts";

const number = /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/i;

export const textFunctions: readonly FunctionDefinition[] = [
    strict("LEN", ["text"], "number", (text) => new Exact(text.length)),
    strict("LEFT", ["text", "number"], "text", (text, count) => text.slice(0, size(count))),
    strict("RIGHT", ["text", "number"], "text", (text, count) => text.slice(Math.max(0, text.length - size(count)))),
    strict("MID", ["text", "number", "number"], "text", middle),
    strict("TRIM", ["text"], "text", trim),
    strict("UPPER", ["text", "text"], "text", (text) => text.toUpperCase(), { fewest: 1 }),
    strict("LOWER", ["text", "text"], "text", (text) => text.toLowerCase(), { fewest: 1 }),
    strict("CONTAINS", ["text", "text"], "boolean", (text, part) => within(text, part, text.includes(part))),
    strict("BEGINS", ["text", "text"], "boolean", (text, part) => within(text, part, text.startsWith(part))),
    strict("FIND", ["text", "text", "number"], "number", find, { fewest: 2 }),
    strict("SUBSTITUTE", ["text", "text", "text"], "text", substitute),
    strict(
        "LPAD",
        ["text", "number", "text"],
        "text",
        (text, width, filler) => padding(text, width, filler) + cut(text, width),
        { fewest: 2 }
    ),
    strict(
        "RPAD",
        ["text", "number", "text"],
        "text",
        (text, width, filler) => cut(text, width) + padding(text, width, filler),
        { fewest: 2 }
    ),
    strict("BR", [], "text", () => "\n"),
    regexFunction,
    strict("VALUE", ["text"], "number", toNumber),
    strict("ISNUMBER", ["text"], "boolean", (text) => number.test(text))
];

const size = (count: Decimal): number => Math.max(0, count.trunc().toNumber());

function middle(text: string, start: Decimal, count: Decimal): string {
    const from = Math.max(1, start.trunc().toNumber()) - 1;
    return text.slice(from, from + size(count));
}

/** Every text contains the empty text; whether the empty text contains another is not known. */
function within(text: string, part: string, found: boolean): boolean | null {
    return part !== "" && text === "" ? null : found;
}

/** The place counts from 1; 0 is nowhere. */
function find(part: string, text: string, start?: Decimal): Decimal {
    const from = start ? Math.max(0, start.trunc().toNumber() - 1) : 0;
    return new Exact(part === "" || text === "" ? 0 : text.indexOf(part, from) + 1);
}

/** Nothing can stand for an old text that is blank: the result is blank then. */
function substitute(text: string, old: string, fresh: string): string | null {
    return old === "" ? null : text.replaceAll(old, () => fresh);
}

/** Blanks as Java's trim() sees them: up to U+0020, and no others. */
function trim(text: string): string {
    const isKept = (character: string): boolean => character > " ";
    const kept = [...text];
    const [first, last] = [kept.findIndex(isKept), kept.findLastIndex(isKept)];
    return first === -1 ? "" : kept.slice(first, last + 1).join("");
}

const cut = (text: string, width: Decimal): string => text.slice(0, size(width));

function padding(text: string, width: Decimal, filler = " "): string {
    const missing = size(width) - text.length;
    return text === "" || filler === "" || missing <= 0
        ? ""
        : filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing);
}

function toNumber(text: string): Decimal | null {
    if (text === "") {
        return null;
    }
    if (!number.test(text)) {
        throw new FormulaEvaluationError(`VALUE: "${text}" is not a number.`);
    }
    return new Exact(text);
}
