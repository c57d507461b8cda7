import type { Decimal } from "decimal.js";
import type { Value } from "../../data/value.ts";
import type { Checked, Evaluate, Expression, ExpressionType } from "../expression.ts";
import { Problem } from "../problem.ts";
import { expectType } from "../types.ts";

/** A call whose parameters are checked and whose count fits. */
export interface Call {
    readonly name: string;
    readonly parameters: readonly Expression[];
    readonly at: number;
}

/** A function of the formula language: how many parameters it takes, and what it becomes. */
export interface FunctionDefinition {
    readonly name: string;
    readonly fewest: number;
    readonly most: number;
    /** Throws Problem where a parameter has the wrong type. */
    compile(call: Call): Checked;
}

/** What a parameter type is to the code that computes. Dates, moments and times are text in ISO form. */
interface Native {
    text: string;
    number: Decimal;
    boolean: boolean;
    date: string;
    datetime: string;
    time: string;
}

/** The checker has seen to it that the values have the types that the code expects. */
type Compute = (...values: Value[]) => Value;

type Parameters<T extends readonly (keyof Native)[]> = { [K in keyof T]: Native[T[K]] };

/**
 * A function that needs all its values: null as soon as a number, date or boolean is null, while a
 * blank text is the empty text.
 */
export function strict<const T extends readonly (keyof Native)[]>(
    name: string,
    takes: T,
    returns: ExpressionType,
    compute: (...values: Parameters<T>) => Value,
    options: { fewest?: number } = {}
): FunctionDefinition {
    return {
        name,
        fewest: options.fewest ?? takes.length,
        most: takes.length,
        compile({ parameters }) {
            parameters.forEach((each, i) => expectType(each, [takes[i] ?? "text"], quoted(name)));
            return { type: returns, evaluate: strictly(parameters, takes, compute as unknown as Compute) };
        }
    };
}

export const quoted = (name: string): string => `function '${name}()'`;

function strictly(parameters: readonly Expression[], takes: readonly (keyof Native)[], compute: Compute): Evaluate {
    const isText = takes.map((type) => type === "text");
    return (run) => {
        const values: Value[] = [];
        for (let i = 0; i < parameters.length; i++) {
            const value = parameters[i]?.evaluate(run) ?? null;
            if (value === null && !isText[i]) {
                return null;
            }
            values.push(value ?? "");
        }
        return compute(...values);
    };
}

/** The parameter, or a Problem at the call where it is missing. */
export function parameter(call: Call, index: number): Expression {
    const found = call.parameters[index];
    if (!found) {
        throw new Problem(`Incorrect number of parameters for ${quoted(call.name)}.`, call.at);
    }
    return found;
}
