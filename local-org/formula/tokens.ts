import { Problem } from "./problem.ts";

export interface Token {
    /** `field` is a name that can only be a field: `{!$Record.StageName}`. */
    readonly kind: "number" | "text" | "name" | "field" | "operator" | "end";
    /** A text's value without quotes and escapes; an operator in one spelling (`==` is `=`). */
    readonly text: string;
    readonly at: number;
}

/** One letter or digit more than a name needs, as the platform has it: `Owner:User.Name`, `$User.Id`. */
const namePattern = /[A-Za-z$][A-Za-z0-9_$:.#]*/y;
const numberPattern = /[0-9]+(?:\.[0-9]+)?/y;
const operatorPattern = /==|!=|<>|<=|>=|&&|\|\||[-+*/^&=<>!(),]/y;
const fieldPattern = /\{!\s*([A-Za-z$][A-Za-z0-9_$:.#]*)\s*\}/y;
const blankPattern = /[\s\u200b]+/y;
const commentPattern = /\/\*(?:\\\*\/|[^])*?\*\//y;

const otherSpellings: ReadonlyMap<string, string> = new Map([
    ["==", "="],
    ["!=", "<>"]
]);
const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "'": "'", "\\": "\\" };

/** Throws Problem at the first character that starts no token. */
export function tokenize(text: string, mergeFields: boolean): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while ((at = skipBlanks(text, at)) < text.length) {
        const { token, end } = readToken(text, at, mergeFields);
        tokens.push(token);
        at = end;
    }
    tokens.push({ kind: "end", text: "", at: text.length });
    return tokens;
}

function readToken(text: string, at: number, mergeFields: boolean): { token: Token; end: number } {
    const first = text.charAt(at);
    if (first === '"' || first === "'") {
        return readText(text, at);
    }
    const field = mergeFields ? match(fieldPattern, text, at) : undefined;
    if (field) {
        return { token: { kind: "field", text: field[1] ?? "", at }, end: at + field[0].length };
    }
    for (const [kind, pattern] of patterns) {
        const found = match(pattern, text, at)?.[0];
        if (found) {
            return { token: { kind, text: otherSpellings.get(found) ?? found, at }, end: at + found.length };
        }
    }
    throw new Problem(`Syntax error. Found '${first}'.`, at);
}

const patterns: readonly (readonly [Token["kind"], RegExp])[] = [
    ["name", namePattern],
    ["number", numberPattern],
    ["operator", operatorPattern]
];

function readText(text: string, at: number): { token: Token; end: number } {
    const quote = text.charAt(at);
    let value = "";
    for (let i = at + 1; i < text.length; i++) {
        const character = text.charAt(i);
        if (character === quote) {
            return { token: { kind: "text", text: value, at }, end: i + 1 };
        }
        if (character === "\n" || character === "\r") {
            break;
        }
        value += character === "\\" ? readEscape(text, ++i) : character;
    }
    throw new Problem("Syntax error. Missing closing quotation mark.", at);
}

function readEscape(text: string, at: number): string {
    const value = escapes[text.charAt(at)];
    if (value === undefined) {
        throw new Problem(`Syntax error. '\\${text.charAt(at)}' is no escape sequence; a backslash is '\\\\'.`, at - 1);
    }
    return value;
}

function skipBlanks(text: string, start: number): number {
    let at = start;
    for (;;) {
        const found = match(blankPattern, text, at) ?? match(commentPattern, text, at);
        if (!found) {
            break;
        }
        at += found[0].length;
    }
    if (text.startsWith("/*", at)) {
        throw new Problem("Syntax error. Missing '*/'.", at);
    }
    return at;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
}
