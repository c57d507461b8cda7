import type { DeployContext } from "../metadata/deployContext.ts";
import { childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import { metadataType, refusal } from "../metadata/metadataTypes.ts";
import { retrieveFiles } from "../metadata/retrieveFiles.ts";
import { parseXml, writeXml } from "../metadata/xmlElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import { OrgError } from "../orgError.ts";
import { soapXml } from "./soapEnvelope.ts";

// Metadata API Developer Guide, "readMetadata()": 10, and 200 of these two.
const mostNames = (type: string): number => (type === "CustomMetadata" || type === "CustomApplication" ? 200 : 10);

/** `readMetadata` of every type that is XML: what a retrieve would give, as records; nil where there is none. */
export function readMetadata(context: DeployContext, operation: XmlElement): string {
    const type = requiredText(operation, "type", "readMetadata");
    const known = metadataType(type);
    if (known === undefined) throw new OrgError("INVALID_TYPE", refusal(type));
    if (known.directory !== null && known.suffix === null) {
        throw new OrgError("INVALID_TYPE", `readMetadata of ${type} is not supported by this local org; retrieve it.`);
    }
    const names = childrenNamed(operation, "fullNames");
    if (names.length > mostNames(type)) {
        throw new OrgError("LIMIT_EXCEEDED", `At most ${mostNames(type)} components are read in one call.`);
    }
    return `<result>${names.map(({ text }) => recordOf(context, type, text)).join("")}</result>`;
}

function recordOf(context: DeployContext, type: string, fullName: string): string {
    const { found, files } = retrieveFiles(context, [{ type, names: [fullName] }]);
    const [component] = found;
    const file = component === undefined ? undefined : files.get(component.path);
    if (component === undefined || file === undefined) return `<records xsi:nil="true"/>`;
    const root = parseXml(typeof file === "string" ? file : new TextDecoder().decode(file), component.path);
    const tag = metadataType(type)?.tag;
    const element = tag === undefined ? root : root.children.find(isNamed(tag, component.fullName));
    const content = (element?.children ?? []).filter(({ name }) => name !== "fullName").map((child) => writeXml(child));
    return `<records xsi:type="${type}">${soapXml("fullName", component.fullName)}${content.join("")}</records>`;
}

/** A part of an object's file goes by its own name there, without the object's. */
function isNamed(tag: string, fullName: string): (element: XmlElement) => boolean {
    const ownName = fullName.slice(fullName.indexOf(".") + 1);
    return (element) => element.name === tag && textOf(element, "fullName") === ownName;
}
