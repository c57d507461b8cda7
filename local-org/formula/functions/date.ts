import type { Decimal } from "decimal.js";
import { dateOf, dateOfParts, dayOf, daysInMonth, parseDate } from "../calendar.ts";
import { Exact } from "../exact.ts";
import type { Checked, Expression, ExpressionType } from "../expression.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { expectType } from "../types.ts";
import { parameter, quoted, strict } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

export const dateFunctions: readonly FunctionDefinition[] = [
    { name: "TODAY", fewest: 0, most: 0, compile: () => ({ type: "date", evaluate: (run) => run.scope.today }) },
    { name: "NOW", fewest: 0, most: 0, compile: () => ({ type: "datetime", evaluate: (run) => run.scope.now }) },
    strict("DATE", ["number", "number", "number"], "date", makeDate),
    { name: "DATEVALUE", fewest: 1, most: 1, compile: (call) => convert(call, ["datetime", "text"], "date", readDate) },
    {
        name: "DATETIMEVALUE",
        fewest: 1,
        most: 1,
        compile: (call) => convert(call, ["date", "datetime", "text"], "datetime", readMoment)
    },
    strict("YEAR", ["date"], "number", (date) => new Exact(date.slice(0, 4))),
    strict("MONTH", ["date"], "number", (date) => new Exact(date.slice(5, 7))),
    strict("DAY", ["date"], "number", (date) => new Exact(date.slice(8, 10))),
    // 1970-01-01 was a Thursday; Sunday is 1.
    strict("WEEKDAY", ["date"], "number", (date) => new Exact(((((dayOf(date) + 4) % 7) + 7) % 7) + 1)),
    { name: "ADDMONTHS", fewest: 2, most: 2, compile: compileAddMonths }
];

function makeDate(year: Decimal, month: Decimal, day: Decimal): string {
    const parts = [year, month, day].map((part) => part.trunc().toNumber());
    const date = dateOfParts(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0);
    if (date === undefined) {
        throw new FormulaEvaluationError(`DATE: there is no day ${parts.join("-")}.`);
    }
    return date;
}

function convert(
    call: Call,
    takes: readonly ExpressionType[],
    type: ExpressionType,
    read: (value: string) => string
): Checked {
    const subject = parameter(call, 0);
    expectType(subject, takes, quoted(call.name));
    return {
        type,
        evaluate(run) {
            const value = subject.evaluate(run);
            return value === null || value === "" ? null : read(String(value));
        }
    };
}

/** Of a moment (its day in UTC, the time zone of this org), or of "YYYY-MM-DD". */
function readDate(value: string): string {
    const date = /^\d{4}-\d\d-\d\dT/.test(value) ? value.slice(0, 10) : parseDate(value);
    if (date === undefined) {
        throw new FormulaEvaluationError(`DATEVALUE: "${value}" is not a date like 2026-01-31.`);
    }
    return date;
}

/** Of a moment, of a date (its midnight), or of "YYYY-MM-DD HH:MM:SS" in GMT. */
function readMoment(value: string): string {
    const found = /^(\d{4}-\d{1,2}-\d{1,2})(?:[T ](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d{3})?.*)?$/.exec(value);
    const date = parseDate(found?.[1] ?? "");
    const clock = [found?.[2] ?? "0", found?.[3] ?? "0", found?.[4] ?? "0"];
    const isTime = Number(clock[0]) < 24 && Number(clock[1]) < 60 && Number(clock[2]) < 60;
    if (date === undefined || !isTime) {
        throw new FormulaEvaluationError(`DATETIMEVALUE: "${value}" is not a moment like 2026-01-31 17:00:00.`);
    }
    return `${date}T${clock.map((part) => part.padStart(2, "0")).join(":")}${found?.[5] ?? ".000"}Z`;
}

function compileAddMonths(call: Call): Checked {
    const moment = parameter(call, 0);
    const count = parameter(call, 1);
    expectType(moment, ["date", "datetime"], quoted(call.name));
    expectType(count, ["number"], quoted(call.name));
    return { type: moment.type, evaluate: addMonthsTo(moment, count) };
}

function addMonthsTo(moment: Expression, count: Expression): Expression["evaluate"] {
    return (run) => {
        const from = moment.evaluate(run) as string | null;
        const months = count.evaluate(run) as Decimal | null;
        if (from === null || months === null) {
            return from;
        }
        return addMonths(from.slice(0, 10), months.trunc().toNumber()) + from.slice(10);
    };
}

/**
 * The last day of a month stays the last day, since the day after is moved and one day taken off. So
 * 30 March less one month is 27 February, as in the platform's engine.
 */
function addMonths(date: string, months: number): string {
    const next = dateOf(dayOf(date) + 1);
    const month = Number(next.slice(0, 4)) * 12 + Number(next.slice(5, 7)) - 1 + months;
    const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
    const day = Math.min(Number(next.slice(8, 10)), daysInMonth(year, monthOfYear));
    const moved = dateOfParts(year, monthOfYear, day);
    if (moved === undefined) {
        throw new FormulaEvaluationError("ADDMONTHS: the date lies outside the years 1 to 9999.");
    }
    return dateOf(dayOf(moved) - 1);
}
