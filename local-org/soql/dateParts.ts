import type { Calendar } from "./calendar.ts";
import { sql } from "./sql.ts";
import type { Sql } from "./sql.ts";

/** SQLite of a part of a "YYYY-MM-DD…" text. */
type DatePart = (text: Sql, calendar: Calendar) => Sql;

const year: DatePart = (text) => sql`CAST(substr(${text}, 1, 4) AS INTEGER)`;
const month: DatePart = (text) => sql`CAST(substr(${text}, 6, 2) AS INTEGER)`;
const dayInMonth: DatePart = (text) => sql`CAST(substr(${text}, 9, 2) AS INTEGER)`;
const dayInYear: DatePart = (text) => sql`CAST(strftime('%j', ${text}) AS INTEGER)`;

/** The first week of a month or year is its first seven days (SOQL reference, Date Functions). */
const week =
    (day: DatePart): DatePart =>
    (text, calendar) =>
        sql`(${day(text, calendar)} + 6) / 7`;

/** Months since the fiscal year of the year 0 began. */
const fiscalMonths: DatePart = (text, calendar) =>
    sql`(${year(text, calendar)} * 12 + ${month(text, calendar)} - ${BigInt(calendar.fiscalStartMonth)})`;

/** A fiscal year has the name of the year it ends in, unless the org names it by its start. */
const fiscalYear: DatePart = (text, calendar) => {
    const isLater = calendar.fiscalStartMonth > 1 && !calendar.fiscalYearIsNamedByStart;
    return sql`(${fiscalMonths(text, calendar)} / 12 + ${isLater ? 1n : 0n})`;
};

const PARTS: Readonly<Record<string, DatePart>> = {
    CALENDAR_YEAR: year,
    CALENDAR_QUARTER: (text, calendar) => sql`(${month(text, calendar)} + 2) / 3`,
    CALENDAR_MONTH: month,
    FISCAL_YEAR: fiscalYear,
    FISCAL_QUARTER: (text, calendar) => sql`(${fiscalMonths(text, calendar)} % 12) / 3 + 1`,
    FISCAL_MONTH: (text, calendar) => sql`${fiscalMonths(text, calendar)} % 12 + 1`,
    DAY_IN_MONTH: dayInMonth,
    DAY_IN_WEEK: (text) => sql`CAST(strftime('%w', ${text}) AS INTEGER) + 1`,
    DAY_IN_YEAR: dayInYear,
    WEEK_IN_MONTH: week(dayInMonth),
    WEEK_IN_YEAR: week(dayInYear),
    HOUR_IN_DAY: (text) => sql`CAST(substr(${text}, 12, 2) AS INTEGER)`
};

/** Of a date function by its name in capitals; undefined for any other function. */
export function datePart(name: string): DatePart | undefined {
    return PARTS[name];
}
