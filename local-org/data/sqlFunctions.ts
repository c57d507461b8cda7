import { equal } from "../operators/compare.ts";
import { asText } from "../expression.ts";
import type { Checked } from "../expression.ts";
import { readField } from "../fields.ts";
import { Problem } from "../problem.ts";
import { expectType } from "../types.ts";
import { parameter, quoted } from "./define.ts";
import type { Call, FunctionDefinition } from "./define.ts";

/** What speaks of the record that is being saved, and of picklist values. */
export const recordFunctions: readonly FunctionDefinition[] = [
    { name: "ISNEW", fewest: 0, most: 0, compile: () => ({ type: "boolean", evaluate: (run) => run.scope.isNew }) },
    { name: "ISCHANGED", fewest: 1, most: 1, compile: compileIsChanged },
    { name: "PRIORVALUE", fewest: 1, most: 1, compile: compilePriorValue },
    {
        name: "ISPICKVAL",
        fewest: 2,
        most: 2,
        compile: (call) => compileChoice(call, (value, choice) => value === choice)
    },
    {
        name: "INCLUDES",
        fewest: 2,
        most: 2,
        compile: (call) => compileChoice(call, (value, choice) => choice !== "" && value.split(";").includes(choice))
    }
];

/** False on a new record, whatever its fields hold. */
function compileIsChanged(call: Call): Checked {
    const field = ownField(call);
    return {
        type: "boolean",
        evaluate(run) {
            if (run.scope.isNew) {
                return false;
            }
            const [first, second] = [run.scope.priorValueOf(field), run.scope.valueOf(field)];
            return first === null || second === null ? first !== second : equal(first, second, false) === false;
        }
    };
}

function compilePriorValue(call: Call): Checked {
    const { type } = parameter(call, 0);
    return { type, evaluate: readField(ownField(call), type, "priorValueOf") };
}

/** A field of the saved record itself; a related record has no prior value here. */
function ownField(call: Call): readonly string[] {
    const subject = parameter(call, 0);
    const field = subject.field;
    if (!field) {
        throw new Problem(`${quoted(call.name)} takes a field, nothing else.`, subject.at);
    }
    const isOwn = field.length === 1 || (field.length === 2 && field[0]?.toLowerCase() === "$record");
    if (!isOwn) {
        throw new Problem(`Field ${field.join(".")} may not be used with ${quoted(call.name)}.`, subject.at);
    }
    return field;
}

function compileChoice(call: Call, matches: (value: string, choice: string) => boolean): Checked {
    const subject = parameter(call, 0);
    const choice = parameter(call, 1);
    if (subject.type !== "picklist") {
        const name = subject.field ? `Field ${subject.field.join(".")}` : "This";
        throw new Problem(`${name} is not a picklist field; ${quoted(call.name)} takes one.`, subject.at);
    }
    expectType(choice, ["text"], quoted(call.name));
    const literal = choice.literal;
    if (literal === undefined) {
        throw new Problem(`${quoted(call.name)} compares with a literal text only.`, choice.at);
    }
    return { type: "boolean", evaluate: (run) => matches(asText(subject.evaluate(run)), literal) };
}
