import type { Calendar } from "./calendar.ts";
import { malformed } from "./refusals.ts";

/** From `start` up to, not including, `end`; both "YYYY-MM-DD". */
export interface DateRange {
    readonly start: string;
    readonly end: string;
}

type Unit = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

const PATTERN =
    /^(?:(TODAY|YESTERDAY|TOMORROW)|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_90_DAYS|(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\d{1,4})|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\d{1,4}))$/;
const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * The days a literal such as LAST_MONTH or NEXT_N_DAYS:7 stands for. Weeks begin on Sunday, as in a new en_US org.
 * LAST_N_DAYS includes today, NEXT_N_DAYS begins tomorrow (SOQL reference, Date Formats and Date Literals).
 */
export function rangeOfDateLiteral(
    literal: string,
    { today, fiscalStartMonth }: Pick<Calendar, "today" | "fiscalStartMonth">
): DateRange {
    const written = literal.toUpperCase().replaceAll(" ", "");
    const match = PATTERN.exec(written.replace("_FISCAL", ""));
    if (match === null) throw malformed(`unexpected token: '${literal}'`);
    const days = { today, firstMonth: written.includes("_FISCAL") ? fiscalStartMonth : 1 };
    const [, day, direction, unit, ninety, series, seriesUnit, count, agoUnit, ago] = match;
    if (day !== undefined) return periods("DAY", days, day === "TODAY" ? 0 : day === "TOMORROW" ? 1 : -1, 1);
    if (ninety !== undefined) return rangeOfSeries("DAY", ninety, 90, days);
    if (direction !== undefined) {
        return periods(unit as Unit, days, direction === "THIS" ? 0 : direction === "NEXT" ? 1 : -1, 1);
    }
    if (series !== undefined) return rangeOfSeries(seriesUnit as Unit, series, Number(count), days);
    return periods(agoUnit as Unit, days, -Number(ago), 1);
}

/** Today, and the month that quarters and years are counted from. */
interface Days {
    readonly today: string;
    readonly firstMonth: number;
}

function rangeOfSeries(unit: Unit, direction: string, count: number, days: Days): DateRange {
    if (direction === "NEXT") return periods(unit, days, 1, count);
    return periods(unit, days, -count, unit === "DAY" ? count + 1 : count);
}

/** `length` periods, the first of which is `offset` periods away from the one that today is in. */
function periods(unit: Unit, days: Days, offset: number, length: number): DateRange {
    return { start: startOfPeriod(unit, days, offset), end: startOfPeriod(unit, days, offset + length) };
}

function startOfPeriod(unit: Unit, { today, firstMonth }: Days, offset: number): string {
    const date = new Date(`${today}T00:00:00.000Z`);
    const months = MONTHS[unit];
    if (months === undefined) {
        const days = unit === "WEEK" ? offset * 7 - date.getUTCDay() : offset;
        date.setUTCDate(date.getUTCDate() + days);
    } else {
        const shift = unit === "MONTH" ? 0 : firstMonth - 1;
        const month = Math.floor((date.getUTCMonth() - shift) / months) * months + shift;
        date.setUTCMonth(month + offset * months, 1);
    }
    if (date.getUTCFullYear() > 9999) return "9999-12-31";
    return date.getUTCFullYear() < 0 ? "0000-01-01" : date.toISOString().slice(0, 10);
}
