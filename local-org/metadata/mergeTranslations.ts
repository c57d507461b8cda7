import type { DeployedRegistry } from "./deployedRegistry.ts";
import type { PlannedComponent } from "./plannedComponent.ts";
import { textOf } from "./readElement.ts";
import { parseXml, writeXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** The files that a retrieve of the translation gives: a new file adds to it, what that leaves out stays translated. */
export function mergedFiles(
    deployed: Pick<DeployedRegistry, "files">,
    { type, fullName, path, element, files }: PlannedComponent
): PlannedComponent["files"] {
    const [kept] = deployed.files(type.name, fullName);
    if (kept === undefined || element === null) return files;
    const before = parseXml(new TextDecoder().decode(kept.content), kept.path);
    return [{ path, content: fileOf(merge(before, element)) }];
}

/** The element as a file of its own. */
export function fileOf(element: XmlElement): Uint8Array {
    return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(element)}`);
}

function merge(before: XmlElement, after: XmlElement): XmlElement {
    const given = new Set(after.children.map(place));
    return { ...after, children: [...before.children.filter((entry) => !given.has(place(entry))), ...after.children] };
}

function place(entry: XmlElement): string {
    return JSON.stringify([entry.name, textOf(entry, "name") ?? textOf(entry, "layout") ?? ""]);
}
