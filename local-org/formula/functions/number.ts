import { Decimal } from "decimal.js";
import { Exact, visibleDigits, zero } from "../exact.ts";
import { asNumber } from "../expression.ts";
import type { Checked } from "../expression.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { expectType } from "../types.ts";
import { quoted, strict } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

const any = Number.POSITIVE_INFINITY;

export const numberFunctions: readonly FunctionDefinition[] = [
    strict("ABS", ["number"], "number", (value) => value.abs()),
    strict("ROUND", ["number", "number"], "number", (value, digits) => toDigits(value, digits, Decimal.ROUND_HALF_UP)),
    strict(
        "TRUNC",
        ["number", "number"],
        "number",
        (value, digits) => toDigits(value, digits ?? zero, Decimal.ROUND_DOWN),
        { fewest: 1 }
    ),
    // Away from zero and towards it; the functions with an M are the mathematical ones.
    strict("CEILING", ["number"], "number", (value) => whole(value, Decimal.ROUND_UP)),
    strict("FLOOR", ["number"], "number", (value) => whole(value, Decimal.ROUND_DOWN)),
    strict("MCEILING", ["number"], "number", (value) => whole(value, Decimal.ROUND_CEIL)),
    strict("MFLOOR", ["number"], "number", (value) => whole(value, Decimal.ROUND_FLOOR)),
    strict("MOD", ["number", "number"], "number", remainder),
    strict("SQRT", ["number"], "number", (value) => inDoubles("SQRT", value, Math.sqrt)),
    strict("EXP", ["number"], "number", (value) => inDoubles("EXP", value, Math.exp)),
    strict("LN", ["number"], "number", (value) => inDoubles("LN", value, Math.log)),
    strict("LOG", ["number"], "number", (value) => inDoubles("LOG", value, Math.log10)),
    { name: "MAX", fewest: 1, most: any, compile: (call) => extreme(call, (value, best) => value.gt(best)) },
    { name: "MIN", fewest: 1, most: any, compile: (call) => extreme(call, (value, best) => value.lt(best)) }
];

/** Rounding before the first digit gives zero, even where 5 would round up: ROUND(50, -2) is 0. */
function toDigits(value: Decimal, digits: Decimal, rounding: Decimal.Rounding): Decimal {
    const places = Math.max(-100, Math.min(100, digits.trunc().toNumber()));
    if (places >= 0) {
        return value.toDecimalPlaces(places, rounding);
    }
    if (value.e + 1 + places <= 0) {
        return zero;
    }
    const unit = Exact.pow(10, -places);
    return Exact.mul(Exact.div(value, unit).toDecimalPlaces(0, rounding), unit);
}

/** 1 / 3 * 3 is 1 here: what lies behind the visible digits is cut off first. */
function whole(value: Decimal, rounding: Decimal.Rounding): Decimal {
    return value.toSignificantDigits(visibleDigits).toDecimalPlaces(0, rounding);
}

/** Has the sign of the first number, unlike a spreadsheet's. */
function remainder(value: Decimal, divisor: Decimal): Decimal {
    if (divisor.isZero()) {
        throw new FormulaEvaluationError("Division by zero in MOD.");
    }
    return Exact.mod(value, divisor);
}

/** The platform computes these four in double precision, and so their last digits are the same here. */
function inDoubles(name: string, value: Decimal, compute: (value: number) => number): Decimal {
    const result = compute(value.toNumber());
    if (!Number.isFinite(result)) {
        throw new FormulaEvaluationError(`${name}: ${value} is out of range.`);
    }
    return new Exact(result);
}

/** Null as soon as one of them is. */
function extreme(call: Call, isBetter: (value: Decimal, best: Decimal) => boolean): Checked {
    call.parameters.forEach((each) => expectType(each, ["number"], quoted(call.name)));
    const parts = call.parameters.map((each) => each.evaluate);
    return {
        type: "number",
        evaluate(run) {
            let best: Decimal | null = null;
            for (const part of parts) {
                const value = asNumber(part(run));
                if (value === null) {
                    return null;
                }
                best = best === null || isBetter(value, best) ? value : best;
            }
            return best;
        }
    };
}
