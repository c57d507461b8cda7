import { recomputeRollUps } from "../data/rollUps.ts";
import type { Org } from "../org.ts";
import { OrgError } from "../orgError.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { inTransaction } from "./inTransaction.ts";

/** Object Reference, merge(): what can be merged, as far as this org has it. */
const mergeable: ReadonlySet<string> = new Set(["Account", "Contact", "Lead"]);
const mostDuplicates = 2;

export interface Merge {
    readonly object: ObjectSchema;
    /** The record that stays. */
    readonly masterId: string;
    /** One or two that go. */
    readonly duplicateIds: readonly string[];
}

/**
 * Merges one or two records into another: what referred to them refers to it, and they go to the recycle
 * bin. No flow and no rule runs, neither for them nor for what changes its parent; values of the master are
 * not touched, its roll-ups are. Throws OrgError for what can't be merged.
 */
export function mergeRecords(org: Org, user: RunningUser, merge: Merge): void {
    const { object, masterId, duplicateIds } = merge;
    checkMerge(org, user, merge);
    inTransaction(org, user, `merge ${object.name}`, (transaction) => {
        for (const duplicateId of duplicateIds) {
            giveChildren(org, object, duplicateId, masterId);
            retire(org, object, duplicateId, masterId);
        }
        recomputeRollUps(org, object, [masterId]);
        const now = org.clock.now();
        const touched = { LastModifiedDate: now, LastModifiedById: user.id, SystemModstamp: now };
        org.store.update(object, masterId, touched);
        transaction.counts.records = 1 + duplicateIds.length;
    });
}

function checkMerge({ store }: Org, user: RunningUser, { object, masterId, duplicateIds }: Merge): void {
    if (!mergeable.has(object.name)) {
        throw new OrgError("INVALID_TYPE_FOR_OPERATION", `entity type cannot be merged: ${object.name}`);
    }
    if (!user.canEditObject(object.name) || !user.canDeleteObject(object.name)) {
        throw new OrgError("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    }
    if (duplicateIds.length === 0 || duplicateIds.length > mostDuplicates) {
        throw new OrgError("INVALID_ARGUMENT", `A merge takes one or two records; ${duplicateIds.length} were given.`);
    }
    const ids = [masterId, ...duplicateIds];
    if (new Set(ids).size < ids.length) {
        throw new OrgError("INVALID_ARGUMENT", "A record can't be merged with itself.");
    }
    const missing = ids.find((id) => store.read(object, id) === undefined);
    if (missing !== undefined)
        throw new OrgError("INVALID_CROSS_REFERENCE_KEY", `invalid cross reference id: ${missing}`);
}

function giveChildren({ schema, store }: Org, object: ObjectSchema, from: string, to: string): void {
    for (const { childObject, field } of schema.childRelationships(object)) {
        for (const child of store.readMany(childObject, { field: field.name, isOneOf: [from] })) {
            store.update(childObject, String(child["Id"]), { [field.name]: to });
        }
    }
}

function retire({ store, clock }: Org, object: ObjectSchema, id: string, masterId: string): void {
    const master = object.fields.has("MasterRecordId") ? { MasterRecordId: masterId } : {};
    store.update(object, id, { ...master, SystemModstamp: clock.now() });
    store.bin.put(object, id, id);
}
