import type { Checked } from "../expression.ts";
import { Exact } from "../exact.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { expectType } from "../types.ts";
import { parameter, quoted, strict } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

/** A time is "HH:mm:ss.SSS". */
export const timeFunctions: readonly FunctionDefinition[] = [
    {
        name: "TIMENOW",
        fewest: 0,
        most: 0,
        compile: () => ({ type: "time", evaluate: (run) => run.scope.now.slice(11, 23) })
    },
    { name: "TIMEVALUE", fewest: 1, most: 1, compile: compileTimeValue },
    strict("HOUR", ["time"], "number", (time) => new Exact(time.slice(0, 2))),
    strict("MINUTE", ["time"], "number", (time) => new Exact(time.slice(3, 5))),
    strict("SECOND", ["time"], "number", (time) => new Exact(time.slice(6, 8))),
    strict("MILLISECOND", ["time"], "number", (time) => new Exact(time.slice(9, 12)))
];

function compileTimeValue(call: Call): Checked {
    const subject = parameter(call, 0);
    expectType(subject, ["datetime", "time", "text"], quoted(call.name));
    return {
        type: "time",
        evaluate(run) {
            const value = subject.evaluate(run);
            return value === null || value === "" ? null : readTime(String(value));
        }
    };
}

function readTime(value: string): string {
    const text = value.includes("T") ? value.slice(11, 23) : value;
    const found = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?Z?$/.exec(text);
    if (!found || Number(found[1]) > 23 || Number(found[2]) > 59 || Number(found[3]) > 59) {
        throw new FormulaEvaluationError(`TIMEVALUE: "${value}" is not a time like 17:30:45.125.`);
    }
    return `${found[1]}:${found[2]}:${found[3]}.${found[4] ?? "000"}`;
}
