import { malformed, tooComplicated } from "./refusals.ts";

/** The platform's longest SOQL statement, in characters ("SOQL and SOSL Limits"). */
const LONGEST = 100_000;

/** Parentheses within parentheses; both parsers descend once a level, and people write fewer than ten. */
const DEEPEST = 100;

/** ANDs, ORs and NOTs of one statement: the platform gives no number, only the error code. */
const MOST_LOGIC = 2_000;

/**
 * What is refused before any parser sees it, so that no text can exhaust the stack or the time of one. Throws
 * MALFORMED_QUERY, or QUERY_TOO_COMPLICATED for too many conditions.
 */
export function refuseUnboundedText(text: string): void {
    if (text.length > LONGEST) throw malformed(`SOQL statements cannot be longer than ${LONGEST} characters.`);
    const bare = withoutStrings(text);
    if (deepestOf(bare) > DEEPEST) {
        throw malformed(`SOQL statements cannot nest parentheses deeper than ${DEEPEST} levels.`);
    }
    if ((bare.match(/\b(?:and|or|not)\b/gi) ?? []).length > MOST_LOGIC) {
        throw tooComplicated(`The query has more than ${MOST_LOGIC} logical operators.`);
    }
}

/** The text with every string literal emptied, so that what looks like syntax within one is not taken for it. */
export function withoutStrings(text: string): string {
    return text.replace(/'(?:[^'\\]|\\[^])*'/g, "''");
}

function deepestOf(text: string): number {
    let depth = 0;
    let deepest = 0;
    for (const character of text) {
        if (character === "(") deepest = Math.max(deepest, ++depth);
        else if (character === ")") depth--;
    }
    return deepest;
}
