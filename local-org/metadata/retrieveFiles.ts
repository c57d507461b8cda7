import { childTypesOf } from "./childComponents.ts";
import { customMetadataContent } from "./customMetadataXml.ts";
import { findType, recordNamed } from "./customMetadataRecords.ts";
import type { DeployContext } from "./deployContext.ts";
import type { Component } from "./deployed.ts";
import { flowVersions } from "./flowVersions.ts";
import { metadataType } from "./metadataTypes.ts";
import { memberNamed } from "./packageManifest.ts";
import { undeployedComponent, undeployedNames, undeployedParts } from "./undeployedComponents.ts";
import { escapeXml, parseXml, writeXml } from "./xmlElement.ts";

interface Retrieved {
    readonly files: ReadonlyMap<string, string | Uint8Array>;
    readonly found: readonly Pick<Component, "type" | "fullName" | "path" | "lastModifiedDate">[];
    /** A sentence for each thing asked that there is none of. */
    readonly problems: readonly string[];
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
    const problems: string[] = [];
    const parts = new Map<string, Component[]>();
    for (const { type, names } of asked) {
        if (metadataType(type) === undefined) problems.push(`${type} is not supported by this local org`);
        for (const name of expand(context, type, names)) {
            const components = filesOf(context, type, name);
            if (components.length === 0) problems.push(`Entity of type '${type}' named '${name}' cannot be found`);
            found.push(...components);
            for (const component of withChildren(context, components)) {
                if (sharesFile(component.type))
                    parts.set(component.path, [...(parts.get(component.path) ?? []), component]);
                else files.set(component.path, contentOf(context, component));
            }
        }
    }
    for (const [path, components] of parts) files.set(path, assemble(components));
    return { files, found, problems };
}

// As on the platform, "*" is no standard object, and no standard value set.
function expand(context: DeployContext, type: string, names: readonly string[]): string[] {
    const { deployed, org } = context;
    if (metadataType(type) === undefined) return [];
    const all = deployed.components().filter((component) => component.type === type);
    const starred = [...all.map((each) => each.fullName), ...undeployedNames(context, type)]
        .filter(() => type !== "StandardValueSet")
        .filter((name) => type !== "CustomObject" || org.schema.object(name)?.kind !== "standard");
    return [...new Set(names.flatMap((name) => (name === "*" ? starred : [memberNamed(name)])))];
}

function filesOf(context: DeployContext, type: string, name: string): readonly Component[] {
    // A value set changes without a deploy of it, when another of its values is added.
    const files = type === "StandardValueSet" ? [] : context.deployed.files(type, name);
    if (files.length > 0 || metadataType(type) === undefined) return files;
    const made = undeployedComponent(context, type, name);
    return made === undefined ? [] : [made];
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
        const made = component.type === "CustomObject" ? undeployedParts(context, component.fullName) : [];
        return [component, ...inside, ...made];
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

// Records and versions are changed without a deploy, so what was deployed is not what stands there now.
function contentOf(context: DeployContext, component: Component): string | Uint8Array {
    if (component.type === "Flow") {
        return flowVersions(context, component.fullName).at(-1)?.file.content ?? component.content;
    }
    if (component.type === "FlowDefinition") return flowDefinition(context, component.fullName);
    if (component.type !== "CustomMetadata") return component.content;
    const { object, developerName } = findType(context, component.fullName);
    const row = recordNamed(context, object, developerName);
    if (row === undefined) return component.content;
    const content = customMetadataContent(context.org, object, row);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomMetadata xmlns="${namespace}" ${xsi}>\n${content}</CustomMetadata>\n`;
}

function flowDefinition(context: DeployContext, flow: string): string {
    const active = flowVersions(context, flow).find((version) => version.active)?.number ?? 0;
    const content = `    <activeVersionNumber>${active}</activeVersionNumber>\n`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<FlowDefinition xmlns="${namespace}">\n${content}</FlowDefinition>\n`;
}

function manifest(asked: readonly Asked[]): string {
    const types = asked.map(({ type, names }) => {
        const members = names.map((name) => `        <members>${escapeXml(name)}</members>\n`).join("");
        return `    <types>\n${members}        <name>${escapeXml(type)}</name>\n    </types>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="${namespace}">\n${types.join("")}    <version>66.0</version>\n</Package>\n`;
}
