import type { Checked } from "../expression.ts";
import { Decimal } from "decimal.js";
import type { Value } from "../../data/value.ts";
import { Problem } from "../problem.ts";
import { expectType } from "../types.ts";
import { parameter, quoted } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

export const toTextFunctions: readonly FunctionDefinition[] = [
    { name: "TEXT", fewest: 1, most: 1, compile: compileText }
];

function compileText(call: Call): Checked {
    const subject = parameter(call, 0);
    if (subject.type === "text" || subject.type === "id") {
        throw new Problem(
            `Incorrect parameter type for ${quoted("TEXT")}. Expected Number, Date, DateTime, Picklist, received Text.`,
            subject.at
        );
    }
    expectType(subject, ["number", "date", "datetime", "time", "picklist"], quoted("TEXT"));
    const write = subject.type === "datetime" ? writeMoment : writePlainly;
    return {
        type: "text",
        isTextOfPicklist: subject.type === "picklist",
        evaluate(run) {
            const value = subject.evaluate(run);
            return value === null ? null : write(value);
        }
    };
}

/** Numbers without trailing zeros and without an exponent. */
const writePlainly = (value: Value): string => (Decimal.isDecimal(value) ? value.toFixed() : String(value));

/** "YYYY-MM-DD HH:mm:ssZ". */
const writeMoment = (value: Value): string => `${String(value).slice(0, 10)} ${String(value).slice(11, 19)}Z`;
