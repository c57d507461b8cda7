import type { RecordValues } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployContext } from "./deployContext.ts";

type RowContext = Pick<DeployContext, "org" | "user">;

/** The CustomPermission row that queries find. */
export function putCustomPermissionRow(context: RowContext, name: string, label: string): void {
    const object = objectNamed(context, "CustomPermission");
    const existing = idOf(context, object, "DeveloperName", name);
    if (existing !== undefined) return context.org.store.update(object, existing, { MasterLabel: label });
    insert(context, object, { DeveloperName: name, MasterLabel: label, Language: "en_US" });
}

/** Removes the row, and who holds it. */
export function removeCustomPermissionRow(context: RowContext, name: string): void {
    const object = objectNamed(context, "CustomPermission");
    const id = idOf(context, object, "DeveloperName", name);
    if (id === undefined) return;
    removeAccess(context, "SetupEntityId", id);
    context.org.store.remove(object, id);
}

/** Writes which custom permissions the permission set holds, as SetupEntityAccess tells it. */
export function putCustomPermissionAccess(context: RowContext, setName: string, names: Iterable<string>): void {
    const { store } = context.org;
    const [set, permission] = ["PermissionSet", "CustomPermission"].map((name) => objectNamed(context, name));
    const access = objectNamed(context, "SetupEntityAccess");
    const parent = set === undefined ? undefined : idOf(context, set, "Name", setName);
    if (parent === undefined || permission === undefined) return;
    removeAccess(context, "ParentId", parent);
    for (const name of names) {
        const entity = idOf(context, permission, "DeveloperName", name);
        if (entity === undefined) continue;
        const row = { ParentId: parent, SetupEntityId: entity, SetupEntityType: "CustomPermission" };
        const known = Object.entries(row).filter(([field]) => access.fields.has(field));
        store.insert(access, { Id: store.newId(access), ...Object.fromEntries(known) });
    }
}

/** With the permission set or the permission itself goes the access. */
export function removeAccess(context: RowContext, field: "ParentId" | "SetupEntityId", id: string): void {
    const access = objectNamed(context, "SetupEntityAccess");
    for (const row of context.org.store.readMany(access, { field, isOneOf: [id] })) {
        context.org.store.remove(access, String(row["Id"]));
    }
}

function insert({ org, user }: RowContext, object: ObjectSchema, values: RecordValues): void {
    const now = org.clock.now();
    const whole = {
        Id: org.store.newId(object),
        ...values,
        CreatedById: user.id,
        LastModifiedById: user.id,
        CreatedDate: now,
        LastModifiedDate: now,
        SystemModstamp: now
    };
    org.store.insert(object, Object.fromEntries(Object.entries(whole).filter(([field]) => object.fields.has(field))));
}

function idOf({ org }: RowContext, object: ObjectSchema, field: string, value: string): string | undefined {
    const [row] = org.store.readMany(object, { field, isOneOf: [value] });
    return row === undefined ? undefined : String(row["Id"]);
}

function objectNamed({ org }: RowContext, name: string): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined) throw new Error(`The org's schema lacks the standard object ${name}.`);
    return object;
}
