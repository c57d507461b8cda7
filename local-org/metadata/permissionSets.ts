import type { FieldSchema } from "../schema/objectSchema.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import type { PermissionSetGrants } from "./deployed.ts";
import { putCustomPermissionAccess } from "./customPermissionRows.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import { objectPermissionsOf } from "./objectPermissions.ts";
import { putPermissionSetRow } from "./permissionSetRows.ts";
import { userPermissionsOf } from "./userPermissions.ts";
import type { XmlElement } from "./xmlElement.ts";

export const permissionSetShape: ElementShape = {
    enforced: [
        "label",
        "customPermissions",
        "objectPermissions",
        "fieldPermissions",
        "customMetadataTypeAccesses",
        "customSettingAccesses",
        "userPermissions"
    ],
    kept: ["fullName", "description", "tabSettings", "applicationVisibilities", "license", "recordTypeVisibilities"],
    onlyAs: { hasActivationRequired: ["false"] }
};

const accessShape: ElementShape = { enforced: ["name", "enabled"], kept: [] };
const fieldAccessShape: ElementShape = { enforced: ["field", "readable", "editable"], kept: [] };

/** What the set grants, from its deploy on; sf and clients assign it as a row of PermissionSet. */
export const deployPermissionSet: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    const what = `PermissionSet ${fullName}`;
    checkShape(element, permissionSetShape, what);
    const label = requiredText(element, "label", what);
    const grants: PermissionSetGrants = {
        name: fullName,
        label,
        customPermissions: customPermissionsOf(context, element, what),
        objectPermissions: objectPermissionsOf(context, element, what),
        fieldPermissions: fieldPermissionsOf(context, element, what),
        customMetadataTypes: typesOf(context, element, what)
    };
    const userPermissions = userPermissionsOf(element, what);
    const existed = context.deployed.permissionSet(fullName) !== undefined;
    context.deployed.putPermissionSet(grants);
    putPermissionSetRow(context, fullName, label, userPermissions);
    putCustomPermissionAccess(context, fullName, grants.customPermissions);
    return existed ? "changed" : "created";
};

function customPermissionsOf({ deployed }: DeployContext, element: XmlElement, what: string): Set<string> {
    const known = deployed.customPermissions();
    return enabledNames(
        element,
        "customPermissions",
        what,
        (name) => known.find((each) => each === name),
        "custom permission"
    );
}

function typesOf({ org }: DeployContext, element: XmlElement, what: string): Set<string> {
    const ofKind = (kind: string) => (name: string) => {
        const object = org.schema.object(name);
        return object?.kind === kind ? object.name : undefined;
    };
    return new Set([
        ...enabledNames(element, "customMetadataTypeAccesses", what, ofKind("customMetadata"), "custom metadata type"),
        ...enabledNames(element, "customSettingAccesses", what, ofKind("customSetting"), "custom setting")
    ]);
}

function enabledNames(
    element: XmlElement,
    tag: string,
    what: string,
    find: (name: string) => string | undefined,
    noun: string
): Set<string> {
    const names = new Set<string>();
    for (const entry of childrenNamed(element, tag)) {
        checkShape(entry, accessShape, `${what}, ${tag}`);
        const name = requiredText(entry, "name", `${what}, ${tag}`);
        const found = find(name);
        if (found === undefined) throw new DeployProblem(`${what}: no ${noun} named ${name} found`, entry.line);
        if (booleanOf(entry, "enabled", false)) names.add(found);
    }
    return names;
}

function fieldPermissionsOf(
    context: DeployContext,
    element: XmlElement,
    what: string
): PermissionSetGrants["fieldPermissions"] {
    const permissions = new Map<string, { readable: boolean; editable: boolean }>();
    for (const entry of childrenNamed(element, "fieldPermissions")) {
        checkShape(entry, fieldAccessShape, `${what}, fieldPermissions`);
        const path = requiredText(entry, "field", `${what}, fieldPermissions`);
        const { objectName, field } = findField(context, path, what, entry.line);
        const permission = {
            readable: booleanOf(entry, "readable", false),
            editable: booleanOf(entry, "editable", false)
        };
        checkFieldPermission(objectName, field, permission, what, entry.line);
        permissions.set(`${objectName}.${field.name}`, permission);
    }
    return permissions;
}

function findField(
    { org }: DeployContext,
    path: string,
    what: string,
    line: number
): { objectName: string; field: FieldSchema } {
    const [objectName = "", fieldName = ""] = path.split(".");
    const object = org.schema.object(objectName);
    const field = object === undefined ? undefined : org.schema.field(object, fieldName);
    if (object === undefined || field === undefined || object.kind === "customMetadata") {
        throw new DeployProblem(`${what}: In field: field - no CustomField named ${path} found`, line);
    }
    return { objectName: object.name, field };
}

function checkFieldPermission(
    objectName: string,
    field: FieldSchema,
    permission: { readable: boolean; editable: boolean },
    what: string,
    line: number
): void {
    const name = `${objectName}.${field.name}`;
    if (!field.nillable && field.type !== "boolean" && field.autoNumber === null) {
        throw new DeployProblem(`${what}: You cannot deploy to a required field: ${name}`, line);
    }
    const computed =
        (field.rollUp !== null && "a roll-up summary") ||
        (field.computation !== null && "a formula") ||
        (field.autoNumber !== null && "an auto number");
    if (permission.editable && computed !== false) {
        throw new DeployProblem(`${what}: ${name} is ${computed} field and can't be editable`, line);
    }
    if (permission.editable && !permission.readable) {
        throw new DeployProblem(`${what}: Edit ${name} depends on permission(s): Read ${name}`, line);
    }
}
