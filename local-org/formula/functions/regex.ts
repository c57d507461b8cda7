import { RE2JS, RE2JSException } from "re2js";
import { FormulaEvaluationError } from "../formula.ts";
import { Problem } from "../problem.ts";
import { strict } from "./define.ts";
import type { FunctionDefinition } from "./define.ts";
import { PatternProblem, re2OfJava } from "./javaPattern.ts";

const compiled = new Map<string, RE2JS>();
const mostCompiled = 500;

/** The engine's time grows with pattern times text, and with nothing else: this is about a second on a slow core. */
const mostSteps = 50_000_000;

const regex = strict("REGEX", ["text", "text"], "boolean", matchesWhole);

/** A pattern that is written out is checked with the formula, so that a deploy refuses it and no save has to. */
export const regexFunction: FunctionDefinition = {
    ...regex,
    compile(call) {
        const checked = regex.compile(call);
        const [, pattern] = call.parameters;
        if (pattern?.literal !== undefined) checkPattern(pattern.literal, pattern.at);
        return checked;
    }
};

/** As Java's matches(): the whole text. Syntax that the engine reads otherwise is refused, not guessed. */
function matchesWhole(text: string, pattern: string): boolean {
    const engine = engineOf(pattern);
    if (engine.programSize() * text.length > mostSteps) {
        throw new FormulaEvaluationError(
            `REGEX: the pattern "${pattern}" is too large for a text of ${text.length} characters.`
        );
    }
    return engine.testExact(text);
}

function engineOf(pattern: string): RE2JS {
    const known = compiled.get(pattern);
    if (known !== undefined) return known;
    const engine = compile(pattern);
    if (compiled.size >= mostCompiled) compiled.clear();
    compiled.set(pattern, engine);
    return engine;
}

function compile(pattern: string): RE2JS {
    try {
        return RE2JS.compile(re2OfJava(pattern));
    } catch (error) {
        if (error instanceof PatternProblem) {
            throw new FormulaEvaluationError(`REGEX: this org can't read the pattern "${pattern}": ${error.message}.`);
        }
        if (!(error instanceof RE2JSException)) throw error;
        throw new FormulaEvaluationError(
            `REGEX: the pattern "${pattern}" is wrong or uses what this org doesn't know.`
        );
    }
}

function checkPattern(pattern: string, at: number): void {
    try {
        engineOf(pattern);
    } catch (error) {
        if (!(error instanceof FormulaEvaluationError)) throw error;
        throw new Problem(error.message, at);
    }
}
