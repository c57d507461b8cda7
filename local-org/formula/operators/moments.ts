import type { Decimal } from "decimal.js";
import { dateOf, dayOf, millisecondsOf, millisecondsOfTime, momentOf, timeOf } from "../calendar.ts";
import { Exact } from "../exact.ts";
import { asMoment, asNumber } from "../expression.ts";
import type { Checked, Expression } from "../expression.ts";
import { expectType } from "../types.ts";

type MomentType = "date" | "datetime" | "time";
type Shift = (moment: string, amount: Decimal) => string;
type Distance = (later: string, earlier: string) => Decimal;

/** A date moves by whole days (the fraction falls away), a datetime by seconds, a time by milliseconds. */
const shifts: Readonly<Record<MomentType, Shift>> = {
    date: (date, days) => dateOf(dayOf(date) + days.trunc().toNumber()),
    datetime: (moment, days) => momentOf(millisecondsOf(moment) + Exact.mul(days, 86_400).round().toNumber() * 1000),
    time: (time, milliseconds) => timeOf(millisecondsOfTime(time) + milliseconds.round().toNumber())
};

const distances: Readonly<Record<MomentType, Distance>> = {
    date: (later, earlier) => new Exact(dayOf(later) - dayOf(earlier)),
    datetime: (later, earlier) => Exact.div(millisecondsOf(later) - millisecondsOf(earlier), 86_400_000),
    time: (later, earlier) =>
        new Exact(millisecondsOfTime(timeOf(millisecondsOfTime(later) - millisecondsOfTime(earlier))))
};

/** moment + number, number + moment, moment - number, moment - moment (days; milliseconds for times). */
export function compileMoments(left: Expression, right: Expression, operator: "+" | "-"): Checked {
    const user = `operator '${operator}'`;
    const type = momentType(left) ?? momentType(right) ?? "date";
    if (operator === "-" && momentType(left) && momentType(right)) {
        expectType(right, [type], user);
        return compileDistance(left, right, distances[type]);
    }
    const moment = momentType(left) ? left : right;
    const amount = momentType(left) ? right : left;
    expectType(amount, ["number"], user);
    if (operator === "-" && moment === right) {
        expectType(right, ["number"], user);
    }
    return compileShift(moment, amount, type, operator === "-");
}

function momentType(part: Expression): MomentType | undefined {
    return part.type === "date" || part.type === "datetime" || part.type === "time" ? part.type : undefined;
}

function compileDistance(left: Expression, right: Expression, distance: Distance): Checked {
    return {
        type: "number",
        evaluate(run) {
            const later = asMoment(left.evaluate(run));
            const earlier = asMoment(right.evaluate(run));
            return later === null || earlier === null ? null : distance(later, earlier);
        }
    };
}

function compileShift(moment: Expression, amount: Expression, type: MomentType, backwards: boolean): Checked {
    const shift = shifts[type];
    return {
        type,
        evaluate(run) {
            const from = asMoment(moment.evaluate(run));
            const by = asNumber(amount.evaluate(run));
            return from === null || by === null ? null : shift(from, backwards ? by.neg() : by);
        }
    };
}
