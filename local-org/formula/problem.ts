import { FormulaError } from "./formula.ts";

/** A mistake in a formula's text, at an offset; becomes a FormulaError that names line and column. */
export class Problem extends Error {
    readonly at: number;

    constructor(message: string, at: number) {
        super(message);
        this.name = "Problem";
        this.at = at;
    }
}

export function locate(problem: Problem, text: string): FormulaError {
    const before = text.slice(0, problem.at).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    return new FormulaError(`${problem.message} (line ${before.length}, column ${column})`);
}
