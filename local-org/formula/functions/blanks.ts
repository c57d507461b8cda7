import { isBlank } from "../expression.ts";
import type { Checked, Evaluate, Expression, ExpressionType } from "../expression.ts";
import { commonType, expectType } from "../types.ts";
import { parameter, quoted } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

/** Checkboxes are never blank, and the functions don't take them. */
const filled: readonly ExpressionType[] = ["text", "number", "date", "datetime", "time"];

export const blankFunctions: readonly FunctionDefinition[] = [
    { name: "ISBLANK", fewest: 1, most: 1, compile: (call) => test(call, isBlankPart) },
    { name: "ISNULL", fewest: 1, most: 1, compile: (call) => test(call, isNullPart) },
    { name: "BLANKVALUE", fewest: 2, most: 2, compile: (call) => substitute(call, isBlankPart) },
    { name: "NULLVALUE", fewest: 2, most: 2, compile: (call) => substitute(call, isNullPart) }
];

function test(call: Call, isMissing: (part: Expression) => Evaluate): Checked {
    const subject = parameter(call, 0);
    expectType(subject, [...filled, "picklist"], quoted(call.name));
    return { type: "boolean", evaluate: isMissing(subject) };
}

function substitute(call: Call, isMissing: (part: Expression) => Evaluate): Checked {
    const subject = parameter(call, 0);
    const fallback = parameter(call, 1);
    expectType(subject, filled, quoted(call.name));
    const type = commonType(commonType("null", subject, quoted(call.name)), fallback, quoted(call.name));
    const missing = isMissing(subject);
    return { type, evaluate: (run) => (missing(run) === true ? fallback.evaluate(run) : subject.evaluate(run)) };
}

const isBlankPart =
    (part: Expression): Evaluate =>
    (run) =>
        isBlank(part.evaluate(run));

/** A text is never null, only empty: ISNULL on it is always false (a picklist's text excepted). */
function isNullPart(part: Expression): Evaluate {
    const isPlainText = (part.type === "text" || part.type === "id") && !part.isTextOfPicklist;
    return isPlainText ? () => false : isBlankPart(part);
}
