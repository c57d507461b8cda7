import type { PermissionSetGrants } from "../metadata/deployed.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { FieldSecurity } from "./fieldSecurity.ts";
import type { RunningUser } from "./people.ts";

export type Access = Pick<
    RunningUser,
    | "hasCustomPermission"
    | "canReadObject"
    | "canCreateObject"
    | "canEditObject"
    | "canDeleteObject"
    | "canReadField"
    | "canEditField"
>;

/** What only administrators change; everyone reads it, as with the platform's Standard User profile. */
const changedByAdministrators: ReadonlySet<string> = new Set([
    "Organization",
    "User",
    "Profile",
    "PermissionSet",
    "PermissionSetAssignment",
    "Product2",
    "Pricebook2",
    "PricebookEntry",
    "OpportunityStage",
    "RecordType"
]);

interface Holder {
    readonly userId: string;
    readonly isAdministrator: boolean;
    readonly grants: readonly PermissionSetGrants[];
}

/**
 * What a user may do. Administrators may do everything except use a custom permission nobody granted
 * them; others need a grant for custom objects, custom fields and custom metadata types.
 */
export function accessOf(schema: Schema, fieldSecurity: FieldSecurity, holder: Holder): Access {
    const object = (name: string): ObjectSchema | undefined => schema.object(name);
    const canReadObject = (name: string): boolean => readsObject(object(name), holder);
    const canCreateObject = (name: string): boolean => changesObject(object(name), holder, "create");
    const canEditObject = (name: string): boolean => changesObject(object(name), holder, "edit");
    const fieldAccess = (objectName: string, fieldName: string, way: "readable" | "editable"): boolean => {
        const on = object(objectName);
        const field = on === undefined ? undefined : schema.field(on, fieldName);
        if (on === undefined || field === undefined) return false;
        if (fieldSecurity.of(holder.userId, on.name, field.name) === false) return false;
        if (holder.isAdministrator || !field.custom || isRequired(field)) return true;
        // Custom metadata and settings have no field-level security of their own: the type's access decides.
        if (on.kind === "customMetadata" || on.kind === "customSetting") return true;
        return holder.grants.some((grant) => grant.fieldPermissions.get(`${on.name}.${field.name}`)?.[way] === true);
    };
    const customPermissions = new Set(
        holder.grants.flatMap((grant) => [...grant.customPermissions].map((name) => name.toLowerCase()))
    );
    return {
        hasCustomPermission: (name) => customPermissions.has(name.toLowerCase()),
        canReadObject,
        canCreateObject,
        canEditObject,
        canDeleteObject: (name) => changesObject(object(name), holder, "delete"),
        canReadField: (objectName, fieldName) =>
            canReadObject(objectName) && fieldAccess(objectName, fieldName, "readable"),
        canEditField: (objectName, fieldName) =>
            (canEditObject(objectName) || canCreateObject(objectName)) && fieldAccess(objectName, fieldName, "editable")
    };
}

/** A required field has no field-level security. A checkbox is never blank, yet isn't required for that. */
function isRequired(field: FieldSchema): boolean {
    return !field.nillable && field.type !== "boolean";
}

function readsObject(object: ObjectSchema | undefined, holder: Holder): boolean {
    if (object === undefined) return false;
    if (holder.isAdministrator || object.kind === "standard") return true;
    if (object.kind === "customObject") {
        return holder.grants.some((grant) => grant.objectPermissions.get(object.name)?.read === true);
    }
    return holder.grants.some((grant) => grant.customMetadataTypes.has(object.name));
}

function changesObject(object: ObjectSchema | undefined, holder: Holder, way: "create" | "edit" | "delete"): boolean {
    if (object === undefined) return false;
    if (holder.isAdministrator) return true;
    if (object.kind === "standard") return !changedByAdministrators.has(object.name);
    return (
        object.kind === "customObject" &&
        holder.grants.some((grant) => grant.objectPermissions.get(object.name)?.[way] === true)
    );
}
