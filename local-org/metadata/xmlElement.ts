import { XMLParser, XMLValidator } from "fast-xml-parser";
import { OrgError } from "../orgError.ts";

/** One element of a document; `text` is its own text, trimmed, entities decoded. */
export interface XmlElement {
    /** Without a namespace prefix. */
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlElement[];
    readonly text: string;
    /** 1-based. */
    readonly line: number;
}

interface ParsedNode {
    readonly [key: string]: unknown;
}

// The library declares it as the wrapper type Symbol.
const metaDataSymbol = XMLParser.getMetaDataSymbol() as unknown as symbol;
const deepest = 60;
const mostElements = 200_000;
const predefined: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    captureMetaData: true,
    cdataPropName: "#cdata",
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: deepest
});

/**
 * Reads a document of bounded depth and size. Entities other than the five predefined ones and
 * character references are refused, and so is a document type: nothing from outside is ever expanded.
 * Throws OrgError naming `source`.
 */
export function parseXml(text: string, source: string): XmlElement {
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw malformed(source, "a document type is not allowed");
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) throw malformed(source, `${verdict.err.msg} (line ${verdict.err.line})`);
    const nodes = parseNodes(text, source);
    const lineOf = lineCounter(text);
    const counter = { left: mostElements };
    const roots = nodes.filter((node) => elementName(node) !== undefined);
    const root = roots[0];
    if (root === undefined) throw malformed(source, "it has no element");
    return toElement(root, { source, lineOf, counter });
}

function parseNodes(text: string, source: string): ParsedNode[] {
    try {
        return parser.parse(text) as ParsedNode[];
    } catch (error) {
        throw malformed(source, error instanceof Error ? error.message : String(error));
    }
}

interface Reading {
    readonly source: string;
    readonly lineOf: (index: number) => number;
    readonly counter: { left: number };
}

function toElement(node: ParsedNode, reading: Reading): XmlElement {
    reading.counter.left -= 1;
    if (reading.counter.left < 0) throw malformed(reading.source, `it has more than ${mostElements} elements`);
    const tag = elementName(node) ?? "";
    const content = node[tag] as ParsedNode[];
    const position = (node as Record<symbol, { startIndex: number } | undefined>)[metaDataSymbol];
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries((node[":@"] ?? {}) as Record<string, string>)) {
        attributes[name] = decode(value, reading.source);
    }
    return {
        name: tag.slice(tag.indexOf(":") + 1),
        attributes,
        children: content.filter((child) => elementName(child) !== undefined).map((child) => toElement(child, reading)),
        text: content
            .map((child) => ownText(child, reading.source))
            .join("")
            .trim(),
        line: reading.lineOf(position?.startIndex ?? 0)
    };
}

function elementName(node: ParsedNode): string | undefined {
    return Object.keys(node).find((key) => key !== ":@" && !key.startsWith("#") && !key.startsWith("?"));
}

function ownText(node: ParsedNode, source: string): string {
    if (typeof node["#text"] === "string") return decode(node["#text"], source);
    const cdata = node["#cdata"];
    return Array.isArray(cdata) ? cdata.map((part: ParsedNode) => String(part["#text"] ?? "")).join("") : "";
}

function decode(text: string, source: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
        const known = predefined[name];
        if (known !== undefined) return known;
        const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
        const point = code === null ? NaN : parseInt(code[1] ?? code[2] ?? "", code[1] === undefined ? 10 : 16);
        if (!(point <= 0x10ffff)) throw malformed(source, `the entity ${whole} is not allowed`);
        return String.fromCodePoint(point);
    });
}

function lineCounter(text: string): (index: number) => number {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return (index) => {
        let low = 0;
        let high = starts.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= index) low = middle;
            else high = middle;
        }
        return low + 1;
    };
}

function malformed(source: string, reason: string): OrgError {
    return new OrgError("INVALID_XML", `${source} is not well-formed XML: ${reason}.`);
}

/** Text safe between tags and in attributes. Characters that XML can't hold are dropped. */
export function escapeXml(text: string): string {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        .replace(/"/g, "&quot;");
}

/** The element as text again, indented; comments and prefixes of names are gone. */
export function writeXml(element: XmlElement, indent = ""): string {
    const attributes = Object.entries(element.attributes)
        .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
        .join("");
    const start = `${indent}<${element.name}${attributes}>`;
    if (element.children.length === 0) return `${start}${escapeXml(element.text)}</${element.name}>\n`;
    const inside = element.children.map((child) => writeXml(child, `${indent}    `)).join("");
    return `${start}\n${inside}${indent}</${element.name}>\n`;
}
