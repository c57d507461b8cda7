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
 * The days a literal such as LAST_MONTH or NEXT_N_DAYS:7 stands for. The fiscal year is the calendar
 * year and weeks begin on Sunday, as in a new en_US org. LAST_N_DAYS includes today, NEXT_N_DAYS
 * begins tomorrow (SOQL reference, Date Formats and Date Literals).
 */
export function rangeOfDateLiteral(literal: string, today: string): DateRange {
    const match = PATTERN.exec(literal.toUpperCase().replace("_FISCAL", "").replaceAll(" ", ""));
    if (match === null) throw malformed(`unexpected token: '${literal}'`);
    const [, day, direction, unit, ninety, series, seriesUnit, count, agoUnit, ago] = match;
    if (day !== undefined) return periods("DAY", today, day === "TODAY" ? 0 : day === "TOMORROW" ? 1 : -1, 1);
    if (ninety !== undefined) return rangeOfSeries("DAY", ninety, 90, today);
    if (direction !== undefined) {
        return periods(unit as Unit, today, direction === "THIS" ? 0 : direction === "NEXT" ? 1 : -1, 1);
    }
    if (series !== undefined) return rangeOfSeries(seriesUnit as Unit, series, Number(count), today);
    return periods(agoUnit as Unit, today, -Number(ago), 1);
}

function rangeOfSeries(unit: Unit, direction: string, count: number, today: string): DateRange {
    if (direction === "NEXT") return periods(unit, today, 1, count);
    return periods(unit, today, -count, unit === "DAY" ? count + 1 : count);
}

/** `length` periods, the first of which is `offset` periods away from the one that today is in. */
function periods(unit: Unit, today: string, offset: number, length: number): DateRange {
    return { start: startOfPeriod(unit, today, offset), end: startOfPeriod(unit, today, offset + length) };
}

function startOfPeriod(unit: Unit, today: string, offset: number): string {
    const date = new Date(`${today}T00:00:00.000Z`);
    const months = MONTHS[unit];
    if (months === undefined) {
        const days = unit === "WEEK" ? offset * 7 - date.getUTCDay() : offset;
        date.setUTCDate(date.getUTCDate() + days);
    } else {
        const month = Math.floor(date.getUTCMonth() / months) * months;
        date.setUTCMonth(month + offset * months, 1);
    }
    return date.toISOString().slice(0, 10);
}
