import type { PermissionSetGrants } from "../metadata/deployed.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";

export type ObjectWay = "read" | "create" | "edit" | "delete";

/** Whose object permissions are asked for. */
export interface Holder {
    readonly userId: string;
    readonly isAdministrator: boolean;
    /** The profile opens the standard objects and their fields, as Standard User does and Minimum Access doesn't. */
    readonly opensStandardObjects: boolean;
    readonly grants: readonly PermissionSetGrants[];
}

/** Everyone reads it and only administrators change it: set-up has no object permissions. */
const setUp: ReadonlySet<string> = new Set([
    "Organization",
    "User",
    "UserRole",
    "Profile",
    "PermissionSet",
    "PermissionSetAssignment",
    "CustomPermission",
    "SetupEntityAccess",
    "CustomNotificationType",
    "OpportunityStage",
    "BusinessProcess",
    "RecordType"
]);

/** The Standard User profile reads these and does not change them. */
const readByStandardUsers: ReadonlySet<string> = new Set(["Product2", "Pricebook2", "PricebookEntry"]);

/** Without object permissions of their own for anybody: what the platform opens to each user. */
const openToAll: ReadonlySet<string> = new Set(["FeedItem", "FeedComment", "Task"]);

/**
 * Whether field-level security is asked at all. Of custom metadata and settings the type's access decides; set-up
 * and what is open to all have none for their standard fields here.
 */
export function hasFieldSecurity(object: ObjectSchema, field: FieldSchema): boolean {
    if (object.kind === "customMetadata" || object.kind === "customSetting") return false;
    return field.custom || (!setUp.has(object.name) && !openToAll.has(object.name));
}

/** Read as their parent is; created, edited and deleted by whoever may edit the parent. */
const asTheParent: Readonly<Record<string, string>> = {
    OpportunityLineItem: "Opportunity",
    OpportunityContactRole: "Opportunity",
    OpportunityHistory: "Opportunity",
    OpportunityFieldHistory: "Opportunity",
    PricebookEntry: "Product2"
};

/** Whether the user may do that with records of the object at all; which records is a matter of their owners. */
export function mayWithObject(object: ObjectSchema, way: ObjectWay, holder: Holder): boolean {
    if (holder.isAdministrator) return true;
    switch (object.kind) {
        case "customMetadata":
        case "customSetting":
            return way === "read" && holder.grants.some((grant) => grant.customMetadataTypes.has(object.name));
        case "customObject":
            return isGranted(object.name, way, holder);
        case "standard":
            return mayWithStandardObject(object.name, way, holder);
    }
}

function mayWithStandardObject(name: string, way: ObjectWay, holder: Holder): boolean {
    if (setUp.has(name)) return way === "read";
    if (openToAll.has(name)) return true;
    if (holder.opensStandardObjects && (way === "read" || !readByStandardUsers.has(name))) return true;
    const parent = asTheParent[name];
    if (parent === undefined) return isGranted(name, way, holder);
    return isGranted(parent, way === "read" ? "read" : "edit", holder);
}

function isGranted(name: string, way: ObjectWay, { grants }: Holder): boolean {
    return grants.some((grant) => grant.objectPermissions.get(name)?.[way] === true);
}

/** Sees all records of the object, whoever owns them. */
export function viewsAllOf(name: string, { grants }: Holder): boolean {
    return grants.some(({ objectPermissions }) => {
        const permission = objectPermissions.get(name);
        return permission?.viewAll === true || permission?.modifyAll === true;
    });
}

/** Edits and deletes all records of the object, whoever owns them. */
export function modifiesAllOf(name: string, { grants }: Holder): boolean {
    return grants.some(({ objectPermissions }) => objectPermissions.get(name)?.modifyAll === true);
}
