import { FormulaEvaluationError } from "../formula.ts";

const compiled = new Map<string, RegExp>();
const mostCompiled = 500;

/** As Java's matches(): the whole text. Syntax that JavaScript reads otherwise is refused, not guessed. */
export function matchesWhole(text: string, pattern: string): boolean {
    let regex = compiled.get(pattern);
    if (!regex) {
        regex = compile(pattern);
        if (compiled.size >= mostCompiled) {
            compiled.clear();
        }
        compiled.set(pattern, regex);
    }
    return regex.test(text);
}

function compile(pattern: string): RegExp {
    const { flags, body } = leadingFlags(pattern);
    try {
        // The u flag makes an escape that JavaScript doesn't know an error instead of a letter.
        return new RegExp(`^(?:${withoutNeedlessEscapes(body)})$`, `u${flags}`);
    } catch {
        throw new FormulaEvaluationError(
            `REGEX: the pattern "${pattern}" is wrong or uses what this org doesn't know.`
        );
    }
}

function leadingFlags(pattern: string): { flags: string; body: string } {
    const found = /^\(\?([is]+)\)/.exec(pattern);
    return { flags: found?.[1] ?? "", body: pattern.slice(found?.[0].length ?? 0) };
}

/** Java lets any punctuation be escaped; JavaScript's u flag only what needs it. */
function withoutNeedlessEscapes(pattern: string): string {
    let inClass = false;
    return pattern.replace(/\\([^])|[[\]]/g, (found, escaped: string | undefined) => {
        if (escaped === undefined) {
            inClass = found === "[" ? true : found === "]" ? false : inClass;
            return found;
        }
        const isNeedless = /[\s!"#%&',:;<=>@_`~]/.test(escaped) || (escaped === "-" && !inClass);
        return isNeedless ? escaped : found;
    });
}
