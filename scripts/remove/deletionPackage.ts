import JSZip from "jszip";
import type { Component } from "./component.ts";

const namespace = "http://soap.sforce.com/2006/04/metadata";
const version = "66.0";

/** A zip for the Metadata API that deletes these components and brings nothing. */
export function deletionPackage(components: readonly Component[]): Promise<Buffer> {
    return zipOf({ "package.xml": manifestOf([]), "destructiveChanges.xml": manifestOf(components) });
}

/** A zip after which none of these flows has an active version. */
export function stopFlowsPackage(flows: readonly string[]): Promise<Buffer> {
    const definition = `<?xml version="1.0" encoding="UTF-8"?>\n<FlowDefinition xmlns="${namespace}"><activeVersionNumber>0</activeVersionNumber></FlowDefinition>\n`;
    return zipOf({
        "package.xml": manifestOf(flows.map((name) => ({ type: "FlowDefinition", name }))),
        ...Object.fromEntries(flows.map((flow) => [`flowDefinitions/${flow}.flowDefinition`, definition]))
    });
}

function manifestOf(components: readonly Component[]): string {
    const types = [...new Set(components.map(({ type }) => type))].map((type) => {
        const members = components.filter((each) => each.type === type).map(({ name }) => textElement("members", name));
        return `    <types>\n${members.join("")}        <name>${type}</name>\n    </types>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${namespace}">\n${types.join("")}    <version>${version}</version>\n</Package>\n`;
}

function textElement(name: string, text: string): string {
    return `        <${name}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>\n`;
}

function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
    const zip = new JSZip();
    for (const [path, text] of Object.entries(files)) zip.file(path, text);
    return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
