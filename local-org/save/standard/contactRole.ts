import { unrefused } from "../pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "../pendingRecord.ts";
import type { StandardBehaviour } from "./standardBehaviour.ts";

/** An opportunity has one primary contact role: a new primary takes the place of the old one, without its flows. */
export function contactRoleBehaviour(batch: SaveBatch): Partial<StandardBehaviour> {
    return {
        afterWrite: () => {
            const primaries = unrefused(batch).filter((record) => record.values["IsPrimary"] === true);
            primaries.forEach((record) => makeOnlyPrimary(batch, record));
        }
    };
}

function makeOnlyPrimary({ org, object }: SaveBatch, { id, values }: PendingRecord): void {
    const opportunityId = values["OpportunityId"];
    if (typeof opportunityId !== "string") return;
    for (const other of org.store.readMany(object, { field: "OpportunityId", isOneOf: [opportunityId] })) {
        if (other["Id"] !== id && other["IsPrimary"] === true) {
            org.store.update(object, String(other["Id"]), { IsPrimary: false });
        }
    }
}
