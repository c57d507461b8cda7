/** A pattern that this org can't read as Java does; the message says which part of it. */
export class PatternProblem extends Error {
    constructor(message: string) {
        super(message);
        this.name = "PatternProblem";
    }
}

const posixClasses = /^(?:Lower|Upper|ASCII|Alpha|Digit|Alnum|Punct|Graph|Print|Blank|Cntrl|XDigit|Space)$/;

const token = /\\Q[^]*?(?:\\E|$)|\\[pP]\{\w+\}|\\u[0-9a-fA-F]{4}|\\[^]|\[\^?\]?|\]|&&|\(\?|\{(?:\d+(?:,\d*)?\})?|\./gu;

/**
 * The pattern as RE2 spells it. Where the two languages read the same text otherwise, it is spelled out or
 * refused; what RE2 itself refuses (possessive quantifiers, `\Z`, `\h`) passes. Throws PatternProblem.
 */
export function re2OfJava(pattern: string): string {
    const [leading = "", flags = ""] = /^\(\?([is]+)\)/.exec(pattern) ?? [];
    let inClass = false;
    const body = pattern.slice(leading.length);
    const spelled = body.replace(token, (found, at: number) => {
        if (inClass && found !== "]" && !found.startsWith("\\")) return withinClass(found);
        if (found.startsWith("[")) inClass = true;
        else if (found === "]") inClass = false;
        if (found.startsWith("\\")) return escaped(found, inClass);
        if (found === "(?") return group(body.slice(at, at + 4));
        if (found === "{") throw new PatternProblem("{ without a number of repetitions must be written \\{");
        return found === "." && !flags.includes("s") ? "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]" : found;
    });
    return leading + spelled;
}

function withinClass(found: string): string {
    if (found.startsWith("[")) throw new PatternProblem("a class inside a class is not known to it");
    if (found === "&&") throw new PatternProblem("the intersection of classes (&&) is not known to it");
    return found;
}

/** `start`: how a group begins that is more than a pair of parentheses. */
function group(start: string): string {
    if (/^\(\?(?::|<\w)/.test(start)) return "(?";
    if (/^\(\?<?[=!]/.test(start)) throw new PatternProblem("lookahead and lookbehind are not known to it");
    if (start.startsWith("(?>")) throw new PatternProblem("atomic groups are not known to it");
    throw new PatternProblem("of flags it knows i and s, at the start of the pattern");
}

function escaped(found: string, inClass: boolean): string {
    const [, letter = "", name = ""] = /^\\([^])\{?(\w*)/u.exec(found) ?? [];
    if (/[sS]/.test(letter)) return posix("space", letter === "S", inClass);
    if (/[pP]/.test(letter) && posixClasses.test(name)) return posix(name.toLowerCase(), letter === "P", inClass);
    if (letter === "u") return codeUnit(found.slice(2));
    if (/\d/.test(letter)) throw new PatternProblem(`${found} is not known to it: no references back and no octal`);
    if (letter === "v" || (letter === "Q" && inClass)) throw new PatternProblem(`${found} is not known to it`);
    return found;
}

function posix(name: string, isNegated: boolean, inClass: boolean): string {
    const members = `[:${isNegated ? "^" : ""}${name}:]`;
    return inClass ? members : `[${members}]`;
}

function codeUnit(hex: string): string {
    if (/^d[89a-f]/i.test(hex)) throw new PatternProblem("write a character beyond U+FFFF as itself, not as two \\u");
    return `\\x{${hex}}`;
}
