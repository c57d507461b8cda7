import type { ConditionWithValueQuery, HavingClause, WhereClause } from "@jetstreamapp/soql-parser-js";
import { malformed } from "./refusals.ts";

export type ConditionTree =
    | { readonly kind: "all" | "any"; readonly of: readonly ConditionTree[] }
    | { readonly kind: "not"; readonly of: ConditionTree }
    | { readonly kind: "leaf"; readonly condition: ConditionWithValueQuery };

type Token = "(" | ")" | "AND" | "OR" | "NOT" | { readonly condition: ConditionWithValueQuery };
type Clause = WhereClause | HavingClause;

/**
 * The parser gives conditions as one flat chain with counted parentheses. As on the platform, AND
 * and OR don't mix without parentheses, and NOT stands before one single condition or group
 * (rule soqlWhereExprs of Salesforce's published SOQL grammar).
 */
export function conditionTree(clause: Clause): ConditionTree {
    const tokens = tokensOf(clause);
    const cursor = { position: 0 };
    const tree = readGroup(tokens, cursor);
    const left = tokens[cursor.position];
    if (left !== undefined) throw unexpected(left);
    return tree;
}

function tokensOf(clause: Clause): Token[] {
    const tokens: Token[] = [];
    let link: Clause | undefined = clause;
    while (link !== undefined) {
        const { left, operator, right }: { left: unknown; operator?: Token; right?: Clause } = link as never;
        if (operator === "NOT") {
            tokens.push(...parentheses("(", left, "openParen"), "NOT");
        } else {
            tokens.push(...parentheses("(", left, "openParen"));
            tokens.push({ condition: left as ConditionWithValueQuery });
            tokens.push(...parentheses(")", left, "closeParen"));
            if (operator !== undefined) tokens.push(operator);
        }
        link = right;
    }
    return tokens;
}

function parentheses(token: "(" | ")", left: unknown, key: "openParen" | "closeParen"): Token[] {
    const count = (left as Partial<Record<typeof key, number>> | null)?.[key] ?? 0;
    return new Array<Token>(count).fill(token);
}

function readGroup(tokens: readonly Token[], cursor: { position: number }): ConditionTree {
    if (tokens[cursor.position] === "NOT") {
        cursor.position++;
        return { kind: "not", of: readOne(tokens, cursor) };
    }
    const first = readOne(tokens, cursor);
    const operator = tokens[cursor.position];
    if (operator !== "AND" && operator !== "OR") return first;
    const parts = [first];
    while (tokens[cursor.position] === operator) {
        cursor.position++;
        parts.push(readOne(tokens, cursor));
    }
    return { kind: operator === "AND" ? "all" : "any", of: parts };
}

function readOne(tokens: readonly Token[], cursor: { position: number }): ConditionTree {
    const token = tokens[cursor.position++];
    if (token === "(") {
        const group = readGroup(tokens, cursor);
        const closing = tokens[cursor.position++];
        if (closing !== ")") throw unexpected(closing);
        return group;
    }
    if (token === undefined || typeof token === "string") throw unexpected(token);
    return { kind: "leaf", condition: token.condition };
}

function unexpected(token: Token | undefined): Error {
    if (token === undefined) return malformed("unexpected token: '<EOF>'");
    return malformed(`unexpected token: '${typeof token === "string" ? token : "condition"}'`);
}
