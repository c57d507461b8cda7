import { XMLBuilder } from "fast-xml-parser";

export type XmlValue = string | XmlElements | readonly XmlElements[] | readonly string[];
export interface XmlElements {
    readonly [name: string]: XmlValue;
}

const builder = new XMLBuilder({
    format: true,
    indentBy: "    ",
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    suppressEmptyNode: true,
    // Else xsi:nil="true" loses its value, and the file is no XML.
    suppressBooleanAttributes: false
});

/** A metadata file as `sf` writes it; attributes are keys that begin with "@", text beside them is "#text". */
export function metadataXml(
    type: string,
    elements: XmlElements,
    namespaces: Readonly<Record<string, string>> = {}
): string {
    const root = { "@xmlns": "http://soap.sforce.com/2006/04/metadata", ...namespaces, ...elements };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [type]: root })}`;
}

/** Text as it stands in rich text, whose markup the file then escapes once more. */
export function escapeText(text: string): string {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
