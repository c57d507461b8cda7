import { Problem } from "./problem.ts";
import type { BinaryOperator, Syntax, UnaryOperator } from "./syntax.ts";
import { tokenize } from "./tokens.ts";
import type { Token } from "./tokens.ts";

/** Deeper ones are refused, so that no formula can exhaust the stack. */
const deepestNesting = 200;

/**
 * Loosest first; each level is read from left to right. `*` and `/` bind tighter than `^`, against
 * every school book: the platform computes 2 * 2 ^ 3 as 64 (known issue a1p3A000001YpUV).
 */
const levels: readonly (readonly BinaryOperator[])[] = [
    ["||"],
    ["&&"],
    ["=", "<>"],
    ["<", ">", "<=", ">="],
    ["+", "-", "&"],
    ["^"],
    ["*", "/"]
];

/** Throws Problem where the text is no formula. */
export function parse(text: string, mergeFields: boolean): Syntax {
    const parser = new Parser(tokenize(text, mergeFields), mergeFields);
    return parser.formula();
}

class Parser {
    readonly #tokens: readonly Token[];
    readonly #mergeFields: boolean;
    #next = 0;
    #depth = 0;

    constructor(tokens: readonly Token[], mergeFields: boolean) {
        this.#tokens = tokens;
        this.#mergeFields = mergeFields;
    }

    formula(): Syntax {
        const syntax = this.#binary(0);
        if (this.#peek().kind !== "end") {
            throw new Problem(`Syntax error. Extra '${this.#peek().text}'.`, this.#peek().at);
        }
        return syntax;
    }

    #binary(level: number): Syntax {
        const operators = levels[level];
        if (!operators) {
            return this.#unary();
        }
        let left = this.#binary(level + 1);
        for (;;) {
            const token = this.#peek();
            const operator = token.kind === "operator" ? operators.find((each) => each === token.text) : undefined;
            if (!operator) {
                return left;
            }
            this.#next++;
            left = { kind: "binary", operator, left, right: this.#binary(level + 1), at: token.at };
        }
    }

    #unary(): Syntax {
        const token = this.#peek();
        const operator = unaryOperator(token);
        if (!operator) {
            return this.#primary();
        }
        this.#next++;
        return this.#nested(token, () => ({ kind: "unary", operator, operand: this.#unary(), at: token.at }));
    }

    #primary(): Syntax {
        const token = this.#peek();
        this.#next++;
        switch (token.kind) {
            case "number":
                return { kind: "number", text: token.text, at: token.at };
            case "text":
                return { kind: "text", value: token.text, at: token.at };
            case "field":
                return { kind: "field", path: token.text.split("."), at: token.at };
            case "name":
                return this.#isOperator("(") ? this.#nested(token, () => this.#call(token)) : this.#named(token);
            case "operator":
                if (token.text === "(") {
                    return this.#nested(token, () => this.#parenthesised());
                }
                throw new Problem(`Syntax error. Found '${token.text}'.`, token.at);
            case "end":
                throw new Problem("Syntax error. The formula ends too early.", token.at);
        }
    }

    #named(token: Token): Syntax {
        switch (token.text.toLowerCase()) {
            case "true":
            case "false":
                return { kind: "boolean", value: token.text.toLowerCase() === "true", at: token.at };
            case "null":
                return { kind: "null", at: token.at };
        }
        if (this.#mergeFields) {
            throw new Problem(`Unknown name ${token.text}. In a flow it is written {!${token.text}}.`, token.at);
        }
        return { kind: "field", path: token.text.split("."), at: token.at };
    }

    #call(token: Token): Syntax {
        this.#expect("(");
        const parameters: Syntax[] = [];
        if (!this.#isOperator(")")) {
            do {
                parameters.push(this.#binary(0));
            } while (this.#accept(","));
        }
        this.#expect(")");
        return { kind: "call", name: token.text.toUpperCase(), parameters, at: token.at };
    }

    #parenthesised(): Syntax {
        const inner = this.#binary(0);
        this.#expect(")");
        return inner;
    }

    #nested(token: Token, read: () => Syntax): Syntax {
        if (++this.#depth > deepestNesting) {
            throw new Problem(`The formula is nested deeper than ${deepestNesting} levels.`, token.at);
        }
        const syntax = read();
        this.#depth--;
        return syntax;
    }

    #peek(): Token {
        return this.#tokens[this.#next] ?? { kind: "end", text: "", at: 0 };
    }

    #isOperator(text: string): boolean {
        return this.#peek().kind === "operator" && this.#peek().text === text;
    }

    #accept(text: string): boolean {
        const found = this.#isOperator(text);
        this.#next += found ? 1 : 0;
        return found;
    }

    #expect(text: string): void {
        if (!this.#accept(text)) {
            throw new Problem(`Syntax error. Missing '${text}'.`, this.#peek().at);
        }
    }
}

function unaryOperator(token: Token): UnaryOperator | undefined {
    if (token.kind === "name" && token.text.toLowerCase() === "not") {
        return "!";
    }
    if (token.kind === "operator" && (token.text === "-" || token.text === "+" || token.text === "!")) {
        return token.text;
    }
    return undefined;
}
