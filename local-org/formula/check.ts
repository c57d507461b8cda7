import type { Decimal } from "decimal.js";
import { Exact } from "./exact.ts";
import { asNumber } from "./expression.ts";
import type { Checked, Expression } from "./expression.ts";
import { readField } from "./fields.ts";
import type { FormulaNames, FormulaType } from "./formula.ts";
import { functions } from "./functions/catalog.ts";
import { quoted } from "./functions/define.ts";
import { junction } from "./functions/logic.ts";
import { compileConcatenation, compileProduct, compileSum } from "./operators/arithmetic.ts";
import { compileEquality, compileOrder } from "./operators/compare.ts";
import { Problem } from "./problem.ts";
import type { BinarySyntax, Syntax, UnaryOperator } from "./syntax.ts";
import { expectType } from "./types.ts";

/** Turns syntax into code that runs, once every name, function and type in it is known to fit. */
export class Checker {
    readonly #names: FormulaNames;
    readonly reads = new Set<string>();

    constructor(names: FormulaNames) {
        this.#names = names;
    }

    /** Throws Problem. */
    check(syntax: Syntax): Expression {
        return { ...this.#checked(syntax), at: syntax.at };
    }

    #checked(syntax: Syntax): Checked {
        switch (syntax.kind) {
            case "number":
                return constant("number", new Exact(syntax.text));
            case "text":
                return { type: "text", evaluate: () => syntax.value, literal: syntax.value };
            case "boolean":
                return constant("boolean", syntax.value);
            case "null":
                return { type: "null", evaluate: () => null };
            case "field":
                return this.#field(syntax.path, syntax.at);
            case "call":
                return this.#call(syntax);
            case "unary":
                return unary(syntax.operator, this.check(syntax.operand));
            case "binary":
                return this.#binary(syntax);
        }
    }

    #field(path: readonly string[], at: number): Checked {
        const name = path.join(".");
        const type = this.#names.typeOf(path);
        if (type === undefined) {
            throw new Problem(`Field ${name} does not exist. Check spelling.`, at);
        }
        this.reads.add(name);
        return { type, evaluate: readField(path, type, "valueOf"), field: path };
    }

    #call(syntax: Syntax & { kind: "call" }): Checked {
        const definition = functions.get(syntax.name);
        if (!definition) {
            throw new Problem(`Unknown function ${syntax.name}.`, syntax.at);
        }
        const count = syntax.parameters.length;
        if (count < definition.fewest || count > definition.most) {
            const expected = count < definition.fewest ? definition.fewest : definition.most;
            throw new Problem(
                `Incorrect number of parameters for ${quoted(syntax.name)}. Expected ${expected}, received ${count}.`,
                syntax.at
            );
        }
        const parameters = syntax.parameters.map((each) => this.check(each));
        return definition.compile({ name: syntax.name, parameters, at: syntax.at });
    }

    #binary(syntax: BinarySyntax): Checked {
        const left = this.check(syntax.left);
        const right = this.check(syntax.right);
        switch (syntax.operator) {
            case "||":
                return junction({ name: "OR", parameters: [left, right], at: syntax.at }, true);
            case "&&":
                return junction({ name: "AND", parameters: [left, right], at: syntax.at }, false);
            case "=":
            case "<>":
                return compileEquality(left, right, syntax.operator);
            case "<":
            case ">":
            case "<=":
            case ">=":
                return compileOrder(left, right, syntax.operator);
            case "+":
            case "-":
                return compileSum(left, right, syntax.operator);
            case "&":
                return compileConcatenation(left, right, "&");
            case "*":
            case "/":
            case "^":
                return compileProduct(left, right, syntax.operator);
        }
    }
}

const constant = (type: FormulaType, value: Decimal | boolean): Checked => ({ type, evaluate: () => value });

function unary(operator: UnaryOperator, operand: Expression): Checked {
    if (operator === "!") {
        expectType(operand, ["boolean"], quoted("NOT"));
        return {
            type: "boolean",
            evaluate(run) {
                const value = operand.evaluate(run);
                return value === null ? null : !value;
            }
        };
    }
    expectType(operand, ["number"], `operator '${operator}'`);
    return {
        type: "number",
        evaluate(run) {
            const value = asNumber(operand.evaluate(run));
            return value === null || operator === "+" ? value : value.neg();
        }
    };
}
