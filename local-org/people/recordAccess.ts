import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { hiddenHistory } from "./historyAccess.ts";
import type { RunningUser } from "./people.ts";

/**
 * Whose records are whose. A user sees the records he owns, what belongs to them, and what has no owner at all;
 * "view all" and "modify all" open the rest. Role hierarchy, sharing rules and teams are not simulated.
 * The same rules stand in `soql/access.ts` as conditions of a query; a test compares the two.
 */
export type Sharing =
    | { readonly kind: "public" }
    | { readonly kind: "owner" }
    /** Seen and changed with the record it belongs to. */
    | { readonly kind: "parent"; readonly field: FieldSchema };

type OrgRecords = Pick<Org, "schema" | "store">;

/** Of several parents, the one that decides. */
const decidingParent: Readonly<Record<string, string>> = { OpportunityContactRole: "OpportunityId" };

export function sharingOf(object: ObjectSchema): Sharing {
    if (object.fields.has("OwnerId")) return { kind: "owner" };
    const decides = decidingParent[object.name];
    const field = [...object.fields.values()].find(
        ({ name, reference }) => reference?.cascadeDelete === true && name === (decides ?? name)
    );
    return field === undefined ? { kind: "public" } : { kind: "parent", field };
}

export function seesAllRecords(user: RunningUser, objectName: string): boolean {
    return user.viewsAllData || user.viewsAllRecordsOf(objectName);
}

export function changesAllRecords(user: RunningUser, objectName: string): boolean {
    return user.isAdministrator || user.modifiesAllRecordsOf(objectName);
}

/** Whether the user sees this record, given that he may read the object. */
export function seesRecord(
    org: OrgRecords,
    user: RunningUser,
    object: ObjectSchema,
    row: Readonly<RecordValues>
): boolean {
    if (hiddenHistory(org.schema, user, object).includes(String(row["Field"]))) return false;
    if (seesAllRecords(user, object.name)) return true;
    const sharing = sharingOf(object);
    switch (sharing.kind) {
        case "public":
            return true;
        case "owner":
            return row["OwnerId"] === user.id || seesThroughOthers(org, user, object, row);
        case "parent": {
            const parent = recordOfId(org, row[sharing.field.name] ?? null);
            return parent === undefined || seesRecord(org, user, parent.object, parent.row);
        }
    }
}

/** Whether the user may change this record, given that he may edit, or delete, the object's records. */
export function mayChangeRecord(
    org: OrgRecords,
    user: RunningUser,
    object: ObjectSchema,
    row: Readonly<RecordValues>,
    way: "edit" | "delete"
): boolean {
    if (changesAllRecords(user, object.name)) return true;
    if (object.name === "FeedItem" || object.name === "FeedComment") return changesPost(org, user, row, way);
    const sharing = sharingOf(object);
    switch (sharing.kind) {
        case "public":
            return true;
        case "owner":
            return row["OwnerId"] === user.id || changesThroughAccount(org, user, object, row);
        case "parent": {
            const parent = recordOfId(org, row[sharing.field.name] ?? null);
            return parent === undefined || mayChangeRecord(org, user, parent.object, parent.row, "edit");
        }
    }
}

/** Who owns an opportunity reads its account, and who sees an account sees its contacts: they are controlled by it. */
function seesThroughOthers(org: OrgRecords, user: RunningUser, object: ObjectSchema, row: RecordValues): boolean {
    if (object.name === "Contact") {
        const account = recordOfId(org, row["AccountId"] ?? null);
        return account !== undefined && seesRecord(org, user, account.object, account.row);
    }
    if (object.name !== "Account") return false;
    const opportunity = org.schema.object("Opportunity");
    const filter = { field: "AccountId", isOneOf: [String(row["Id"])] };
    const deals = opportunity === undefined ? [] : org.store.readMany(opportunity, filter);
    return deals.some((deal) => deal["OwnerId"] === user.id);
}

function changesThroughAccount(org: OrgRecords, user: RunningUser, object: ObjectSchema, row: RecordValues): boolean {
    if (object.name !== "Contact") return false;
    const account = recordOfId(org, row["AccountId"] ?? null);
    return account !== undefined && mayChangeRecord(org, user, account.object, account.row, "edit");
}

/** Object Reference, FeedItem: its author, or for a deletion whoever may modify all of the parent's object. */
function changesPost(org: OrgRecords, user: RunningUser, row: RecordValues, way: "edit" | "delete"): boolean {
    if (row["CreatedById"] === user.id) return true;
    const parent = recordOfId(org, row["ParentId"] ?? null);
    return way === "delete" && parent !== undefined && changesAllRecords(user, parent.object.name);
}

function recordOfId(org: OrgRecords, id: Value): { object: ObjectSchema; row: RecordValues } | undefined {
    const object = typeof id === "string" ? org.schema.objectOfId(id) : undefined;
    const row = object === undefined || typeof id !== "string" ? undefined : org.store.read(object, id);
    return object === undefined || row === undefined ? undefined : { object, row };
}
