import { childTypesOf } from "./childComponents.ts";
import { customMetadataContent } from "./customMetadataXml.ts";
import { findType, recordNamed } from "./customMetadataRecords.ts";
import type { DeployContext } from "./deployContext.ts";
import type { Component } from "./deployed.ts";
import { metadataType } from "./metadataTypes.ts";
import { escapeXml, parseXml, writeXml } from "./xmlElement.ts";

interface Retrieved {
    readonly files: ReadonlyMap<string, string | Uint8Array>;
    readonly found: readonly Pick<Component, "type" | "fullName" | "path">[];
    readonly missing: readonly { readonly type: string; readonly fullName: string }[];
}

interface Asked {
    readonly type: string;
    /** `*` is all of the type. */
    readonly names: readonly string[];
}

const namespace = "http://soap.sforce.com/2006/04/metadata";
const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"`;

/** The files of what was deployed, with a manifest; parts of one file are put together again. */
export function retrieveFiles(context: DeployContext, asked: readonly Asked[]): Retrieved {
    const files = new Map<string, string | Uint8Array>([["package.xml", manifest(asked)]]);
    const found: Component[] = [];
    const missing: { type: string; fullName: string }[] = [];
    const parts = new Map<string, Component[]>();
    for (const { type, names } of asked) {
        for (const name of expand(context, type, names)) {
            const components = context.deployed.files(type, name);
            if (components.length === 0) missing.push({ type, fullName: name });
            found.push(...components);
            for (const component of withChildren(context, components)) {
                if (sharesFile(component.type))
                    parts.set(component.path, [...(parts.get(component.path) ?? []), component]);
                else files.set(component.path, contentOf(context, component));
            }
        }
    }
    for (const [path, components] of parts) files.set(path, assemble(components));
    return { files, found, missing };
}

function expand(context: DeployContext, type: string, names: readonly string[]): string[] {
    const all = context.deployed.components().filter((component) => component.type === type);
    return [...new Set(names.flatMap((name) => (name === "*" ? all.map((each) => each.fullName) : [name])))];
}

function sharesFile(type: string): boolean {
    const known = metadataType(type);
    return known !== undefined && (known.parent !== undefined || childTypesOf(known).length > 0);
}

/** With an object come its fields and rules, with the labels file its labels. */
function withChildren(context: DeployContext, components: readonly Component[]): Component[] {
    return components.flatMap((component) => {
        const type = metadataType(component.type);
        const children = type === undefined ? [] : childTypesOf(type).map((child) => child.name);
        const inside = context.deployed
            .components()
            .filter((each) => children.includes(each.type) && each.path === component.path);
        return [component, ...inside];
    });
}

function assemble(components: readonly Component[]): string {
    const unique = [...new Map(components.map((each) => [`${each.type} ${each.fullName}`, each])).values()];
    const inside = unique.map((component) => {
        const element = parseXml(new TextDecoder().decode(component.content), component.path);
        const type = metadataType(component.type);
        if (type?.parent !== undefined) return writeXml(element, "    ");
        const tags = type === undefined ? [] : childTypesOf(type).map((child) => child.tag);
        return element.children
            .filter((child) => !tags.includes(child.name))
            .map((child) => writeXml(child, "    "))
            .join("");
    });
    const [first] = unique;
    const root = metadataType(first?.type ?? "")?.parent ?? first?.type ?? "CustomObject";
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${inside.join("")}</${root}>\n`;
}

// Records are changed without a deploy, so what was deployed is not what stands there now.
function contentOf(context: DeployContext, component: Component): string | Uint8Array {
    if (component.type !== "CustomMetadata") return component.content;
    const { object, developerName } = findType(context, component.fullName);
    const row = recordNamed(context, object, developerName);
    if (row === undefined) return component.content;
    const content = customMetadataContent(object, row);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata xmlns="${namespace}" ${xsi}>\n${content}</CustomMetadata>\n`;
}

function manifest(asked: readonly Asked[]): string {
    const types = asked.map(({ type, names }) => {
        const members = names.map((name) => `        <members>${escapeXml(name)}</members>\n`).join("");
        return `    <types>\n${members}        <name>${escapeXml(type)}</name>\n    </types>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${namespace}">\n${types.join("")}    <version>66.0</version>\n</Package>\n`;
}
