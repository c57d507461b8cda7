/** A formula as a tree. Every node knows the offset where it stands. */
export type Syntax =
    | { readonly kind: "number"; readonly text: string; readonly at: number }
    | { readonly kind: "text"; readonly value: string; readonly at: number }
    | { readonly kind: "boolean"; readonly value: boolean; readonly at: number }
    | { readonly kind: "null"; readonly at: number }
    | { readonly kind: "field"; readonly path: readonly string[]; readonly at: number }
    | { readonly kind: "call"; readonly name: string; readonly parameters: readonly Syntax[]; readonly at: number }
    | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Syntax; readonly at: number }
    | BinarySyntax;

export type UnaryOperator = "-" | "+" | "!";
export type BinaryOperator = "||" | "&&" | "=" | "<>" | "<" | ">" | "<=" | ">=" | "+" | "-" | "&" | "*" | "/" | "^";

export interface BinarySyntax {
    readonly kind: "binary";
    readonly operator: BinaryOperator;
    readonly left: Syntax;
    readonly right: Syntax;
    readonly at: number;
}
