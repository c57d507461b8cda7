import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { ElementType, MetadataTypes } from "./metadataTypes.ts";

/** An element with its text and children, in the order of the file. */
interface Element {
    readonly name: string;
    readonly text: string;
    readonly children: readonly Element[];
}

/** What fast-xml-parser's `preserveOrder` gives: one key, the element's name, beside its attributes. */
type ParsedNode = Record<string, unknown>;

/**
 * Elements whose type the WSDL knows less well than the platform does: what is inside is left unread.
 * `targetConfigs` is declared as text and holds elements; a custom metadata value may be of any type.
 */
const unread = new Set(["LightningComponentBundle.targetConfigs", "CustomMetadataValue.value"]);

/** Elements that the platform takes and the WSDL lacks. */
const alsoAllowed = new Set(["CustomField.displayLocationInDecimal"]);

const namespace = "http://soap.sforce.com/2006/04/metadata";

/** Says, one sentence each, what a deploy would refuse in a `-meta.xml`: empty when nothing is wrong. */
export function problemsInXml(xml: string, types: MetadataTypes): string[] {
    const wellFormed = XMLValidator.validate(xml);
    if (wellFormed !== true) return [`line ${wellFormed.err.line}: ${wellFormed.err.msg}`];
    if (!xml.includes(`xmlns="${namespace}"`)) return [`the root element lacks xmlns="${namespace}"`];
    const [root] = elementsIn(parser.parse(xml) as ParsedNode[]);
    if (!root) return ["there is no element"];
    if (!types.has(root.name)) return [`${root.name} is no metadata type`];
    return [...problemsIn(root, root.name, types)];
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: true, parseTagValue: false, trimValues: true });

function elementsIn(nodes: readonly ParsedNode[]): Element[] {
    return nodes.flatMap((node) =>
        Object.entries(node)
            .filter(([name]) => name !== ":@" && name !== "#text" && !name.startsWith("?"))
            .map(([name, content]) => elementOf(name, content as ParsedNode[]))
    );
}

function elementOf(name: string, content: readonly ParsedNode[]): Element {
    const text = content.map((node) => ("#text" in node ? String(node["#text"]) : "")).join("");
    return { name, text, children: elementsIn(content) };
}

function* problemsIn(element: Element, typeName: string, types: MetadataTypes): Generator<string> {
    const type = types.get(typeName);
    if (type?.kind === "elements") {
        if (element.text !== "") yield `${typeName} holds the text "${element.text}" where only elements may stand`;
        yield* problemsOfChildren(element, typeName, type.elements, types);
        return;
    }
    if (element.children.length > 0) yield `${element.name} holds elements where a value must stand`;
    else if (type?.kind === "choice" && !type.values.has(element.text)) {
        yield `${element.name} is "${element.text}", which is none of ${[...type.values].join(", ")}`;
    } else if (!type) yield* problemsOfValue(element, typeName);
}

function* problemsOfChildren(
    element: Element,
    typeName: string,
    allowed: ReadonlyMap<string, ElementType>,
    types: MetadataTypes
): Generator<string> {
    const names = element.children.map((child) => child.name);
    for (const [name, child] of allowed) {
        if (child.required && !names.includes(name)) yield `${typeName} lacks ${name}`;
        if (!child.repeats && names.indexOf(name) !== names.lastIndexOf(name))
            yield `${typeName} has ${name} more than once`;
        if (isScattered(name, names))
            yield `${typeName} has ${name} in several places: elements of one name must stand together`;
    }
    for (const child of element.children) {
        const path = `${typeName}.${child.name}`;
        const known = allowed.get(child.name);
        if (unread.has(path) || alsoAllowed.has(path)) continue;
        if (known) yield* problemsIn(child, known.type, types);
        else yield `${typeName} has no element ${child.name}`;
    }
}

/** The platform then says "Element … is duplicated at this location". */
function isScattered(name: string, names: readonly string[]): boolean {
    const first = names.indexOf(name);
    const last = names.lastIndexOf(name);
    return first >= 0 && names.slice(first, last + 1).some((other) => other !== name);
}

function* problemsOfValue({ name, text }: Element, typeName: string): Generator<string> {
    if (typeName === "boolean" && text !== "true" && text !== "false") yield `${name} is "${text}", not true or false`;
    if (typeName === "number" && !/^-?\d+([.]\d+)?$/.test(text)) yield `${name} is "${text}", not a number`;
    if (typeName === "Date" && !/^\d/.test(text)) yield `${name} is "${text}", not a date or time`;
}
