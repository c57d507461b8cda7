import { Checker } from "./check.ts";
import type { Expression } from "./expression.ts";
import type { CompiledFormula, CompileFormula, FormulaNames } from "./formula.ts";
import { parse } from "./parser.ts";
import { locate, Problem } from "./problem.ts";
import { refusePicklist } from "./types.ts";

/** What the formula editor takes. */
const longest = 3_900;

/**
 * Parses, checks and compiles once; the result may be evaluated any number of times.
 * Throws FormulaError with the line and column of what is wrong or unknown.
 */
export const compileFormula: CompileFormula = (text, names, options = {}) => {
    try {
        return compile(text, names, options.mergeFields ?? false);
    } catch (error) {
        throw error instanceof Problem ? locate(error, text) : error;
    }
};

function compile(text: string, names: FormulaNames, mergeFields: boolean): CompiledFormula {
    if (text.length > longest) {
        throw new Problem(
            `Formula is too long (${text.length} characters). Maximum length is ${longest} characters.`,
            0
        );
    }
    const checker = new Checker(names);
    const root = checker.check(parse(text, mergeFields));
    refusePicklist(root);
    return {
        text,
        returns: root.type === "null" ? "text" : root.type,
        reads: [...checker.reads],
        evaluate: run(root)
    };
}

function run(root: Expression): CompiledFormula["evaluate"] {
    return (scope, nullMode) => {
        const value = root.evaluate({ scope, blankAsZero: nullMode === "blankAsZero" });
        return value === "" ? null : value;
    };
}
