import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { translated } from "./languages.ts";
import { fileOf } from "./mergeTranslations.ts";
import { metadataTypeNamed } from "./metadataTypes.ts";
import { deployObjectTranslation, translatesNothing } from "./objectTranslations.ts";
import { deployPermissionSet } from "./permissionSets.ts";
import { textOf } from "./readElement.ts";
import { parseXml } from "./xmlElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** After a deletion: permission sets and translations no longer speak of what is gone, as on the platform. */
export function forgetDeleted(context: DeployContext): void {
    forgetEntries(context, "PermissionSet", deployPermissionSet, (_fullName, entry) => speaksOfDeleted(context, entry));
    for (const { fullName } of ofType(context, "CustomObjectTranslation")) {
        const isGone = context.org.schema.object(translated(fullName)[0]) === undefined;
        if (isGone) context.deployed.remove("CustomObjectTranslation", fullName);
    }
    forgetEntries(context, "CustomObjectTranslation", deployObjectTranslation, (fullName, entry) =>
        translatesNothing(context, translated(fullName)[0], entry)
    );
    for (const { fullName, path, content } of ofType(context, "CustomObjectTranslation")) {
        // Nobody deployed an empty one: it was emptied here.
        const { children } = parseXml(new TextDecoder().decode(content), path);
        if (children.length === 0) context.deployed.remove("CustomObjectTranslation", fullName);
    }
}

function ofType({ deployed }: DeployContext, type: string) {
    return deployed.components().filter((component) => component.type === type);
}

/** Deploys each file of the type anew without the entries that are to go. */
function forgetEntries(
    context: DeployContext,
    typeName: string,
    deploy: DeployComponent,
    isGone: (fullName: string, entry: XmlElement) => boolean
): void {
    const type = metadataTypeNamed(typeName);
    for (const file of ofType(context, typeName)) {
        const { fullName, path } = file;
        const element = parseXml(new TextDecoder().decode(file.content), path);
        const children = element.children.filter((entry) => !isGone(fullName, entry));
        if (children.length === element.children.length) continue;
        const left = { ...element, children };
        const content = fileOf(left);
        context.deployed.remove(typeName, fullName);
        deploy(context, { type, fullName, path, element: left, files: [{ path, content }] });
        context.deployed.putComponent({ ...file, content });
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
