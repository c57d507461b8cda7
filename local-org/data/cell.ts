import { Decimal } from "decimal.js";
import type { FieldSchema } from "../schema/objectSchema.ts";
import { isRecordId, to18 } from "./recordId.ts";
import { isNumeric } from "./storedValue.ts";
import type { Value } from "./value.ts";

/** Why a cell can't be a value of its field: ends a sentence that begins with the cell. */
export class CellProblem extends Error {}

/** The value that a cell of text stands for; the empty text is blank. Throws CellProblem. */
export function readCell(field: FieldSchema, cell: string): Value {
    if (cell === "") {
        return null;
    }
    if (isNumeric(field)) {
        return readNumber(field, cell);
    }
    switch (field.type) {
        case "boolean":
            return readFlag(cell);
        case "date":
            return readDate(cell);
        case "datetime":
            return readDatetime(cell);
        case "id":
        case "reference":
            return readId(cell);
        default:
            return readText(field, cell);
    }
}

function readNumber(field: FieldSchema, cell: string): Decimal {
    if (!/^-?\d+(\.\d+)?$/.test(cell)) {
        throw new CellProblem("is not a number; write it as 1234.5, with digits and a point only");
    }
    const number = new Decimal(cell).toDecimalPlaces(field.scale, Decimal.ROUND_HALF_UP);
    const digits = field.precision - field.scale;
    if (number.abs().gte(`1e${digits}`)) {
        throw new CellProblem(`is too large; at most ${digits} digits may stand before the point`);
    }
    return number;
}

function readFlag(cell: string): boolean {
    const word = cell.toLowerCase();
    if (word !== "true" && word !== "false") {
        throw new CellProblem("is neither true nor false");
    }
    return word === "true";
}

function readDate(cell: string): string {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(cell) || !isCalendarDate(cell)) {
        throw new CellProblem("is not a date; write it as 2026-12-31");
    }
    return cell;
}

/** As the org itself writes it, on a day that every month has. */
const asWritten = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A date alone is its midnight UTC. */
function readDatetime(cell: string): string {
    if (asWritten.test(cell)) return cell;
    const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(cell);
    const [, day = "", time = "00:00:00", zone = "Z"] = parts ?? [];
    const instant = new Date(`${day}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
    if (parts === null || !isCalendarDate(day) || Number.isNaN(instant.getTime())) {
        throw new CellProblem("is not a date and time; write it as 2026-12-31T17:30:00Z");
    }
    return instant.toISOString();
}

/** JavaScript takes 30 February for 2 March; days that every month has need no calendar. */
function isCalendarDate(day: string): boolean {
    if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(day)) return true;
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function readId(cell: string): string {
    if (!isRecordId(cell)) {
        throw new CellProblem("is not an Id; it has 15 letters and digits, or 18 with the right checksum");
    }
    return to18(cell);
}

function readText(field: FieldSchema, cell: string): string {
    if (field.length > 0 && cell.length > field.length) {
        throw new CellProblem(`has ${cell.length} characters; the field holds ${field.length}`);
    }
    return cell;
}
