import type { Decimal } from "decimal.js";
import { Exact } from "../exact.ts";
import { asNumber, asText } from "../expression.ts";
import type { Checked, Expression } from "../expression.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { expectType } from "../types.ts";
import { compileMoments } from "./moments.ts";

/** Larger powers are an error on the platform, as are exponents that are no whole numbers. */
const largestPowerOfTen = 64;
const powerDigits = 18;
const smallestPower = new Exact("1e-39");

export function compileSum(left: Expression, right: Expression, operator: "+" | "-"): Checked {
    if (operator === "+" && [left.type, right.type].includes("text")) {
        return compileConcatenation(left, right, operator);
    }
    if ([left.type, right.type].some((type) => type === "date" || type === "datetime" || type === "time")) {
        return compileMoments(left, right, operator);
    }
    return compileNumbers(left, right, operator, operator === "+" ? add : subtract);
}

export function compileConcatenation(left: Expression, right: Expression, operator: "+" | "&"): Checked {
    expectType(left, ["text"], `operator '${operator}'`);
    expectType(right, ["text"], `operator '${operator}'`);
    return { type: "text", evaluate: (run) => asText(left.evaluate(run)) + asText(right.evaluate(run)) };
}

export function compileProduct(left: Expression, right: Expression, operator: "*" | "/" | "^"): Checked {
    return compileNumbers(left, right, operator, { "*": multiply, "/": divide, "^": power }[operator]);
}

function compileNumbers(
    left: Expression,
    right: Expression,
    operator: string,
    compute: (left: Decimal, right: Decimal) => Decimal
): Checked {
    expectType(left, ["number"], `operator '${operator}'`);
    expectType(right, ["number"], `operator '${operator}'`);
    return {
        type: "number",
        evaluate(run) {
            const first = asNumber(left.evaluate(run));
            const second = asNumber(right.evaluate(run));
            return first === null || second === null ? null : compute(first, second);
        }
    };
}

const add = (left: Decimal, right: Decimal): Decimal => Exact.add(left, right);
const subtract = (left: Decimal, right: Decimal): Decimal => Exact.sub(left, right);
const multiply = (left: Decimal, right: Decimal): Decimal => Exact.mul(left, right);

function divide(left: Decimal, right: Decimal): Decimal {
    if (right.isZero()) {
        throw new FormulaEvaluationError("Division by zero.");
    }
    return Exact.div(left, right);
}

function power(base: Decimal, exponent: Decimal): Decimal {
    const digits = base.isZero() ? 0 : Exact.log10(base.abs()).toNumber() * exponent.toNumber();
    if (!exponent.isInteger() || (exponent.isNegative() && base.isZero()) || digits > largestPowerOfTen) {
        throw new FormulaEvaluationError(`${base} ^ ${exponent} is out of range: the exponent must be a whole number.`);
    }
    const result = Exact.pow(base, exponent).toSignificantDigits(powerDigits);
    return result.abs().lt(smallestPower) ? new Exact(0) : result;
}
