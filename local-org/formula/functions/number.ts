import { Decimal } from "decimal.js";
import { Exact, visibleDigits, zero } from "../exact.ts";
import { asNumber } from "../expression.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { expectType } from "../types.ts";
import { quoted, strict } from "./define.ts";
import type { Call, Checked, FunctionDefinition } from "./define.ts";

const any = Number.POSITIVE_INFINITY;

export const numberFunctions: readonly FunctionDefinition[] = [
    strict("ABS", ["number"], "number", (value) => value.abs()),
    strict("ROUND", ["number", "number"], "number", (value, digits) => toDigits(value, digits, Decimal.ROUND_HALF_UP)),
    strict("TRUNC", ["number", "number"], "number", (value, digits) => toDigits(value, digits ?? zero, Decimal.ROUND_DOWN), { fewest: 1 }),
    // Away from zero and towards it; the functions with an M are the mathematical ones.
    strict("CEILING", ["number"], "number", (value) => whole(value, Decimal.ROUND_UP)),
    strict("FLOOR", ["number"], "number", (value) => whole(value, Decimal.ROUND_DOWN)),
    strict("MCEILING", ["number"], "number", (value) => whole(value, Decimal.ROUND_CEIL)),
    strict("MFLOOR", ["number"], "number", (value) => whole(value, Decimal.ROUND_FLOOR)),
    strict("MOD", ["number", "number"], "number", remainder),
    strict("SQRT", ["number"], "number", (value) => inRange("SQRT", value, !value.isNegative() || value.isZero(), () => Exact.sqrt(value))),
    strict("EXP", ["number"], "number", (value) => inRange("EXP", value, value.lt(300), () => Exact.exp(value))),
    strict("LN", ["number"], "number", (value) => inRange("LN", value, value.gt(0), () => Exact.ln(value))),
    strict("LOG", ["number"], "number", (value) => inRange("LOG", value, value.gt(0), () => Exact.log10(value))),
    { name: "MAX", fewest: 1, most: any, compile: (call) => extreme(call, (value, best) => value.gt(best)) },
    { name: "MIN", fewest: 1, most: any, compile: (call) => extreme(call, (value, best) => value.lt(best)) }
];

function toDigits(value: Decimal, digits: Decimal, rounding: Decimal.Rounding): Decimal {
    const places = Math.max(-100, Math.min(100, digits.trunc().toNumber()));
    if (places >= 0) {
        return value.toDecimalPlaces(places, rounding);
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

function inRange(name: string, value: Decimal, isInRange: boolean, compute: () => Decimal): Decimal {
    if (!isInRange) {
        throw new FormulaEvaluationError(`${name}: ${value} is out of range.`);
    }
    return compute();
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
