import { FormulaEvaluationError } from "./formula.ts";

/** Dates as days since 1970-01-01, moments as milliseconds since then, both UTC and without a clock. */
const dayLength = 86_400_000;

export function dayOf(date: string): number {
    return Date.parse(`${date}T00:00:00.000Z`) / dayLength;
}

/** Throws FormulaEvaluationError outside the years 1 to 9999. */
export function dateOf(day: number): string {
    return momentOf(day * dayLength).slice(0, 10);
}

export function millisecondsOf(moment: string): number {
    return Date.parse(moment);
}

/** "YYYY-MM-DDTHH:mm:ss.SSSZ". Throws FormulaEvaluationError outside the years 1 to 9999. */
export function momentOf(milliseconds: number): string {
    if (!(milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999)) {
        throw new FormulaEvaluationError("The date lies outside the years 1 to 9999.");
    }
    return new Date(milliseconds).toISOString();
}

/** Undefined where the calendar has no such day. */
export function dateOfParts(year: number, month: number, day: number): string | undefined {
    const pad = (value: number, width: number): string => String(value).padStart(width, "0");
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
        return undefined;
    }
    return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
    if (month === 2) {
        return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    }
    return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Undefined unless the text begins with "YYYY-MM-DD" (a day of one digit is fine) and such a day exists. */
export function parseDate(text: string): string | undefined {
    const found = /^(\d{4})-(\d+)-(\d+)/.exec(text);
    return found ? dateOfParts(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** "HH:mm:ss.SSS" of a count since midnight; counts past a day wrap around. */
export function timeOf(milliseconds: number): string {
    const within = ((milliseconds % dayLength) + dayLength) % dayLength;
    return new Date(within).toISOString().slice(11, 23);
}

export function millisecondsOfTime(time: string): number {
    return Date.parse(`1970-01-01T${time.slice(0, 12)}Z`);
}
