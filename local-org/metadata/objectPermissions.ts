import type { DeployContext } from "./deployContext.ts";
import type { ObjectPermission } from "./deployed.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

export const objectAccessShape: ElementShape = {
    enforced: ["object", "allowRead", "allowEdit", "allowCreate", "allowDelete", "viewAllRecords", "modifyAllRecords"],
    kept: [],
    onlyAs: { viewAllFields: ["false"] }
};

/** What each permission needs beside it, as the platform's "depends on permission(s)" has it. */
const dependencies: Readonly<Record<keyof ObjectPermission, readonly (keyof ObjectPermission)[]>> = {
    read: [],
    create: ["read"],
    edit: ["read"],
    delete: ["read", "edit"],
    viewAll: ["read"],
    modifyAll: ["read", "edit", "delete", "viewAll"]
};

const labels: Readonly<Record<keyof ObjectPermission, string>> = {
    read: "Read",
    create: "Create",
    edit: "Edit",
    delete: "Delete",
    viewAll: "View All",
    modifyAll: "Modify All"
};

/** The object permissions of a permission set, by object. Throws DeployProblem for one that lacks what it depends on. */
export function objectPermissionsOf(
    { org }: DeployContext,
    element: XmlElement,
    what: string
): ReadonlyMap<string, ObjectPermission> {
    const permissions = new Map<string, ObjectPermission>();
    for (const entry of childrenNamed(element, "objectPermissions")) {
        checkShape(entry, objectAccessShape, `${what}, objectPermissions`);
        const name = requiredText(entry, "object", `${what}, objectPermissions`);
        const object = org.schema.object(name);
        if (object === undefined || object.kind === "customMetadata") {
            throw new DeployProblem(`${what}: In field: object - no object named ${name} found`, entry.line);
        }
        const permission = {
            read: booleanOf(entry, "allowRead", false),
            edit: booleanOf(entry, "allowEdit", false),
            create: booleanOf(entry, "allowCreate", false),
            delete: booleanOf(entry, "allowDelete", false),
            viewAll: booleanOf(entry, "viewAllRecords", false),
            modifyAll: booleanOf(entry, "modifyAllRecords", false)
        };
        checkDependencies(permission, object.name, what, entry.line);
        permissions.set(object.name, permission);
    }
    return permissions;
}

function checkDependencies(
    permission: Required<ObjectPermission>,
    objectName: string,
    what: string,
    line: number
): void {
    for (const way of Object.keys(dependencies) as (keyof ObjectPermission)[]) {
        const missing = dependencies[way].find((needed) => !permission[needed]);
        if (permission[way] && missing !== undefined) {
            throw new DeployProblem(
                `${what}: ${labels[way]} ${objectName} depends on permission(s): ${labels[missing]} ${objectName}`,
                line
            );
        }
    }
}
