/** The Metadata API's own types, as Salesforce generates them from its WSDL, read without a type checker. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

export type MetadataType =
    | { readonly kind: "elements"; readonly elements: ReadonlyMap<string, ElementType> }
    | { readonly kind: "choice"; readonly values: ReadonlySet<string> }
    | { readonly kind: "text" };

export interface ElementType {
    /** A metadata type's name, or string, boolean, number, Date, any. */
    readonly type: string;
    readonly repeats: boolean;
    readonly required: boolean;
}

export type MetadataTypes = ReadonlyMap<string, MetadataType>;

export function readMetadataTypes(): MetadataTypes {
    const path = createRequire(import.meta.url)
        .resolve("@salesforce/types/metadata")
        .replace(/[.]js$/, ".d.ts");
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext);
    const aliases = new Map(
        source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias.type])
    );
    return new Map([...aliases].map(([name, type]) => [name, typeOf(type, aliases)]));
}

function typeOf(node: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>): MetadataType {
    if (ts.isUnionTypeNode(node)) return { kind: "choice", values: new Set(node.types.map(literalOf)) };
    if (ts.isLiteralTypeNode(node)) return { kind: "choice", values: new Set([literalOf(node)]) };
    if (ts.isTypeLiteralNode(node)) return { kind: "elements", elements: new Map(node.members.map(elementOf)) };
    if (ts.isIntersectionTypeNode(node)) {
        const parts = node.types.map((part) => typeOf(part, aliases));
        const elements = parts.flatMap((part) => (part.kind === "elements" ? [...part.elements] : []));
        return { kind: "elements", elements: new Map(elements) };
    }
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
        const alias = aliases.get(node.typeName.text);
        return alias ? typeOf(alias, aliases) : { kind: "text" };
    }
    return { kind: "text" };
}

function literalOf(node: ts.TypeNode): string {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) return node.literal.text;
    throw new Error(`@salesforce/types has a choice this reader does not know: ${ts.SyntaxKind[node.kind]}`);
}

function elementOf(member: ts.TypeElement): [string, ElementType] {
    if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) {
        throw new Error(`@salesforce/types has a member this reader does not know: ${ts.SyntaxKind[member.kind]}`);
    }
    const repeats = ts.isArrayTypeNode(member.type);
    const single = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    return [member.name.text, { type: nameOf(single), repeats, required: !repeats && !member.questionToken }];
}

function nameOf(node: ts.TypeNode): string {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) return node.typeName.text;
    const words = new Map<ts.SyntaxKind, string>([
        [ts.SyntaxKind.StringKeyword, "string"],
        [ts.SyntaxKind.BooleanKeyword, "boolean"],
        [ts.SyntaxKind.NumberKeyword, "number"],
        [ts.SyntaxKind.AnyKeyword, "any"]
    ]);
    return words.get(node.kind) ?? "any";
}
