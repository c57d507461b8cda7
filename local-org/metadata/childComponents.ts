import { OrgError } from "../orgError.ts";
import { metadataTypes } from "./metadataTypes.ts";
import type { MetadataType } from "./metadataTypes.ts";
import { lists } from "./packageManifest.ts";
import type { Members } from "./packageManifest.ts";
import type { PlannedComponent } from "./plannedComponent.ts";
import { textOf } from "./readElement.ts";
import { writeXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** The types that live inside another's file, by the tag they have there. */
export function childTypesOf(parent: MetadataType): readonly MetadataType[] {
    return metadataTypes.filter((type) => type.parent === parent.name);
}

/** Fields, validation rules and the like inside an object's file, labels inside the labels file. */
export function childrenOfFile(
    parent: PlannedComponent,
    element: XmlElement,
    members: Members,
    parentIsListed: boolean
): PlannedComponent[] {
    return childTypesOf(parent.type).flatMap((type) =>
        element.children
            .filter((child) => child.name === type.tag)
            .map((child) => ({ child, fullName: childName(parent, child) }))
            .filter(({ fullName }) => parentIsListed || lists(members, type.name, fullName))
            .map(({ child, fullName }) => ({
                type,
                fullName,
                path: parent.path,
                element: child,
                files: [{ path: parent.path, content: new TextEncoder().encode(writeXml(child)) }]
            }))
    );
}

function childName(parent: PlannedComponent, child: XmlElement): string {
    const name = textOf(child, "fullName");
    if (name === undefined) {
        throw new OrgError("INVALID_XML", `${parent.path} line ${child.line}: ${child.name} without a fullName`);
    }
    return parent.type.name === "CustomObject" ? `${parent.fullName}.${name}` : name;
}
