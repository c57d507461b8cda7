import type { RecordValues } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { removeAccess } from "./customPermissionRows.ts";
import type { DeployContext } from "./deployContext.ts";

type RowContext = Pick<DeployContext, "org" | "user">;

/** The PermissionSet row that assignments point at. */
export function putPermissionSetRow(
    context: RowContext,
    name: string,
    label: string,
    userPermissions: ReadonlySet<string>
): void {
    const object = permissionSetObject(context);
    const existing = rowNamed(context, object, name);
    const said = {
        Label: label,
        PermissionsViewAllData: userPermissions.has("ViewAllData"),
        PermissionsModifyAllData: userPermissions.has("ModifyAllData")
    };
    if (existing !== undefined) return context.org.store.update(object, String(existing["Id"]), said);
    const now = context.org.clock.now();
    const row: RecordValues = {
        Id: context.org.store.newId(object),
        Name: name,
        ...said,
        IsCustom: true,
        IsOwnedByProfile: false,
        CreatedById: context.user.id,
        LastModifiedById: context.user.id,
        CreatedDate: now,
        LastModifiedDate: now,
        SystemModstamp: now
    };
    context.org.store.insert(
        object,
        Object.fromEntries(Object.entries(row).filter(([field]) => object.fields.has(field)))
    );
}

/** Removes the row and the assignments that point at it. */
export function removePermissionSetRow(context: RowContext, name: string): void {
    const { schema, store } = context.org;
    const object = permissionSetObject(context);
    const existing = rowNamed(context, object, name);
    if (existing === undefined) return;
    const id = String(existing["Id"]);
    const assignment = schema.object("PermissionSetAssignment");
    if (assignment !== undefined) {
        for (const row of store.readMany(assignment, { field: "PermissionSetId", isOneOf: [id] })) {
            store.remove(assignment, String(row["Id"]));
        }
    }
    removeAccess(context, "ParentId", id);
    store.remove(object, id);
}

function permissionSetObject({ org }: RowContext): ObjectSchema {
    const object = org.schema.object("PermissionSet");
    if (object === undefined) throw new Error("The org's schema lacks the standard object PermissionSet.");
    return object;
}

function rowNamed({ org }: RowContext, object: ObjectSchema, name: string): RecordValues | undefined {
    return org.store.readMany(object, { field: "Name", isOneOf: [name] })[0];
}
