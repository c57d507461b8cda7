import { unrefused } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/**
 * An opportunity has one primary contact role: a new primary takes the place of the old one, without its
 * flows. The opportunity's ContactId is that contact.
 */
export function contactRoleBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return {
        afterWrite: () => {
            for (const record of unrefused(batch)) {
                if (record.values["IsPrimary"] === true) makeOnlyPrimary(batch, record);
                else if (record.prior?.["IsPrimary"] === true) setContact(batch, record, null);
            }
        },
        afterDelete: () => {
            for (const record of unrefused(batch)) {
                if (record.prior?.["IsPrimary"] === true) setContact(batch, record, null);
            }
        }
    };
}

function makeOnlyPrimary(batch: SaveBatch, record: PendingRecord): void {
    const { org, object } = batch;
    const opportunityId = record.values["OpportunityId"];
    if (typeof opportunityId !== "string") return;
    for (const other of org.store.readMany(object, { field: "OpportunityId", isOneOf: [opportunityId] })) {
        if (other["Id"] !== record.id && other["IsPrimary"] === true) {
            org.store.update(object, String(other["Id"]), { IsPrimary: false });
        }
    }
    setContact(batch, record, record.values["ContactId"] ?? null);
}

function setContact({ org }: SaveBatch, { values }: PendingRecord, ContactId: PendingRecord["values"][string]): void {
    const opportunity = org.schema.object("Opportunity");
    const id = values["OpportunityId"];
    if (opportunity !== undefined && typeof id === "string") org.store.update(opportunity, id, { ContactId });
}
