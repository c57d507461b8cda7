import { isPermissionable } from "../schema/describeField.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Schema } from "../schema/schema.ts";
import type { FieldSecurity } from "./fieldSecurity.ts";
import { hasFieldSecurity, mayWithObject, modifiesAllOf, viewsAllOf } from "./objectAccess.ts";
import type { Holder, ObjectWay } from "./objectAccess.ts";
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
    | "viewsAllRecordsOf"
    | "modifiesAllRecordsOf"
>;

/**
 * What a user may do. Administrators may do everything except use a custom permission nobody granted
 * them; others need a grant for custom objects, custom fields and custom metadata types.
 */
export function accessOf(schema: Schema, fieldSecurity: FieldSecurity, holder: Holder): Access {
    const may = (name: string, way: ObjectWay): boolean => {
        const object = schema.object(name);
        return object !== undefined && mayWithObject(object, way, holder);
    };
    const mayWithField = (objectName: string, fieldName: string, way: "readable" | "editable"): boolean => {
        const object = schema.object(objectName);
        const field = object === undefined ? undefined : schema.field(object, fieldName);
        if (object === undefined || field === undefined) return false;
        const changed = fieldSecurity.of(holder.userId, object.name, field.name)?.[way];
        return changed ?? fieldIsOpen(object, field, way, holder);
    };
    const customPermissions = new Set(
        holder.grants.flatMap((grant) => [...grant.customPermissions].map((name) => name.toLowerCase()))
    );
    return {
        hasCustomPermission: (name) => customPermissions.has(name.toLowerCase()),
        canReadObject: (name) => may(name, "read"),
        canCreateObject: (name) => may(name, "create"),
        canEditObject: (name) => may(name, "edit"),
        canDeleteObject: (name) => may(name, "delete"),
        canReadField: (objectName, fieldName) =>
            may(objectName, "read") && mayWithField(objectName, fieldName, "readable"),
        canEditField: (objectName, fieldName) =>
            (may(objectName, "edit") || may(objectName, "create")) && mayWithField(objectName, fieldName, "editable"),
        viewsAllRecordsOf: (name) => viewsAllOf(schema.object(name)?.name ?? name, holder),
        modifiesAllRecordsOf: (name) => modifiesAllOf(schema.object(name)?.name ?? name, holder)
    };
}

function fieldIsOpen(
    object: ObjectSchema,
    field: FieldSchema,
    way: "readable" | "editable",
    { isAdministrator, opensStandardObjects, grants }: Holder
): boolean {
    if (isAdministrator || (!field.custom && opensStandardObjects)) return true;
    if (!hasFieldSecurity(object, field) || !isPermissionable(object, field)) return true;
    return grants.some((grant) => grant.fieldPermissions.get(`${object.name}.${field.name}`)?.[way] === true);
}
