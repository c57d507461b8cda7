import type { Value } from "../../data/value.ts";
import { isTrue } from "../expression.ts";
import type { Checked, Expression, ExpressionType } from "../expression.ts";
import { equal } from "../operators/compare.ts";
import { Problem } from "../problem.ts";
import { commonType, expectType } from "../types.ts";
import { parameter, quoted } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

const any = Number.POSITIVE_INFINITY;

export const logicFunctions: readonly FunctionDefinition[] = [
    { name: "AND", fewest: 1, most: any, compile: (call) => junction(call, false) },
    { name: "OR", fewest: 1, most: any, compile: (call) => junction(call, true) },
    { name: "IF", fewest: 3, most: 3, compile: compileIf },
    { name: "CASE", fewest: 4, most: any, compile: compileCase }
];

/** AND stops at the first that is not true, OR at the first that is; a blank counts as false. */
export function junction(call: Call, stopsAt: boolean): Checked {
    call.parameters.forEach((each) => expectType(each, ["boolean"], quoted(call.name)));
    const parts = call.parameters.map((each) => each.evaluate);
    return {
        type: "boolean",
        evaluate(run) {
            for (const part of parts) {
                if (isTrue(part(run)) === stopsAt) {
                    return stopsAt;
                }
            }
            return !stopsAt;
        }
    };
}

function compileIf(call: Call): Checked {
    const condition = parameter(call, 0);
    const then = parameter(call, 1);
    const otherwise = parameter(call, 2);
    expectType(condition, ["boolean"], quoted(call.name));
    const type = commonType(commonType("null", then, quoted(call.name)), otherwise, quoted(call.name));
    return {
        type,
        evaluate: (run) => (isTrue(condition.evaluate(run)) ? then.evaluate(run) : otherwise.evaluate(run))
    };
}

function compileCase(call: Call): Checked {
    if (call.parameters.length % 2 !== 0) {
        throw new Problem(`Incorrect number of parameters for ${quoted("CASE")}: the else result is missing.`, call.at);
    }
    const subject = parameter(call, 0);
    const pairs: { readonly when: Expression; readonly then: Expression }[] = [];
    for (let i = 1; i < call.parameters.length - 1; i += 2) {
        pairs.push({ when: parameter(call, i), then: parameter(call, i + 1) });
    }
    const otherwise = parameter(call, call.parameters.length - 1);
    checkCases(
        subject,
        pairs.map((pair) => pair.when)
    );
    const type = [...pairs.map((pair) => pair.then), otherwise].reduce(resultType, "null");
    const isText = ["text", "id", "picklist"].includes(subject.type);
    return {
        type,
        evaluate(run): Value {
            const value = subject.evaluate(run);
            const chosen = pairs.find((pair) => equal(value, pair.when.evaluate(run), isText) === true);
            return (chosen?.then ?? otherwise).evaluate(run);
        }
    };
}

function checkCases(subject: Expression, whens: readonly Expression[]): void {
    expectType(subject, ["text", "number", "date", "datetime", "time", "picklist"], quoted("CASE"));
    for (const when of whens) {
        if (subject.type !== "picklist") {
            commonType(subject.type, when, quoted("CASE"));
        } else if (when.literal === undefined) {
            throw new Problem("CASE on a picklist field compares with literal texts only.", when.at);
        }
    }
}

function resultType(type: ExpressionType, result: Expression): ExpressionType {
    expectType(result, ["text", "number", "date", "datetime", "time"], quoted("CASE"));
    return commonType(type, result, quoted("CASE"));
}
