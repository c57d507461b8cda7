import type { DeployContext } from "./deployContext.ts";
import { metadataTypeNamed } from "./metadataTypes.ts";
import { deployPermissionSet } from "./permissionSets.ts";
import { textOf } from "./readElement.ts";
import { parseXml, writeXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** After a deletion: permission sets no longer speak of what is gone, as on the platform. */
export function forgetDeleted(context: DeployContext): void {
    const { deployed } = context;
    for (const file of deployed.components().filter(({ type }) => type === "PermissionSet")) {
        const element = parseXml(new TextDecoder().decode(file.content), file.path);
        const children = element.children.filter((child) => !speaksOfDeleted(context, child));
        if (children.length === element.children.length) continue;
        const left = { ...element, children };
        const content = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(left)}`);
        const type = metadataTypeNamed("PermissionSet");
        const { fullName, path } = file;
        deployPermissionSet(context, { type, fullName, path, element: left, files: [{ path, content }] });
        deployed.putComponent({ ...file, content });
    }
}

function speaksOfDeleted({ org, deployed }: DeployContext, entry: XmlElement): boolean {
    const hasObject = (name: string): boolean => org.schema.object(name) !== undefined;
    switch (entry.name) {
        case "fieldPermissions": {
            const [objectName = "", fieldName = ""] = (textOf(entry, "field") ?? "").split(".");
            const object = org.schema.object(objectName);
            return object === undefined || org.schema.field(object, fieldName) === undefined;
        }
        case "objectPermissions":
            return !hasObject(textOf(entry, "object") ?? "");
        case "customMetadataTypeAccesses":
        case "customSettingAccesses":
            return !hasObject(textOf(entry, "name") ?? "");
        case "customPermissions":
            return !deployed.customPermissions().includes(textOf(entry, "name") ?? "");
        default:
            return false;
    }
}
