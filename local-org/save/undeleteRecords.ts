import { to18, isRecordId } from "../data/recordId.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { inTransaction } from "./inTransaction.ts";
import type { OpenTransaction } from "./openTransaction.ts";
import { outcomeOf } from "./outcomes.ts";
import { saveParents } from "./parents.ts";
import { refuse } from "./pendingRecord.ts";
import type { PendingRecord } from "./pendingRecord.ts";
import { runSaveOrder } from "./saveBatch.ts";
import type { SaveOutcome } from "./saveRecords.ts";

/** Object Reference: gone for good as far as users can tell, once deleted by themselves. */
const notUndeletable: ReadonlySet<string> = new Set(["OpportunityContactRole", "OpportunityLineItem"]);

/**
 * Takes records out of the recycle bin, with what their deletion took along and the references it emptied,
 * as far as nobody filled them since. No flow and no rule runs for them; their parents' roll-ups follow.
 * One outcome a record; one refusal keeps none from the others.
 */
export function undeleteRecords(org: Org, user: RunningUser, ids: readonly string[]): SaveOutcome[] {
    return inTransaction(org, user, "undelete", (transaction) =>
        ids.map((id, index) => undeleteRecord(org, user, transaction, isRecordId(id) ? to18(id) : id, index))
    );
}

function undeleteRecord(
    org: Org,
    user: RunningUser,
    transaction: OpenTransaction,
    id: string,
    index: number
): SaveOutcome {
    const object = org.schema.objectOfId(id);
    const record: PendingRecord = { index, id, values: {}, prior: {}, given: new Set(), errors: [] };
    if (object === undefined) refuse(record, "INVALID_ID_FIELD", `invalid record id: ${id}`);
    else {
        checkMayUndelete(org, user, object, record);
        transaction.tryOut(() => {
            if (record.errors.length > 0) return false;
            takeOutWithChildren(org, id);
            const values = org.store.read(object, id) ?? {};
            const restored = { ...record, values };
            saveParents({ org, object, user, transaction, isAutomated: true, records: [restored] }, runSaveOrder);
            return record.errors.length === 0;
        });
    }
    const outcome = outcomeOf(record);
    transaction.counts[outcome.success ? "records" : "refused"] += 1;
    return outcome;
}

function checkMayUndelete(org: Org, user: RunningUser, object: ObjectSchema, record: PendingRecord): void {
    if (!user.canDeleteObject(object.name)) {
        refuse(record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    } else if (notUndeletable.has(object.name) || org.store.bin.rootOf(record.id) !== record.id) {
        refuse(record, "UNDELETE_FAILED", "Entity is not in the recycle bin");
    }
}

function takeOutWithChildren({ schema, store, clock }: Org, root: string): void {
    for (const id of store.bin.idsOf(root).toReversed()) {
        const object = schema.objectOfId(id);
        if (object === undefined) continue;
        store.bin.takeOut(object, id);
        if (object.fields.has("SystemModstamp")) store.update(object, id, { SystemModstamp: clock.now() });
    }
    for (const { objectName, id, field } of store.bin.takeCleared(root)) {
        const object = schema.object(objectName);
        const row = object === undefined ? undefined : store.read(object, id);
        const isStillEmpty = row !== undefined && (row[field] ?? null) === null;
        if (object !== undefined && isStillEmpty) store.update(object, id, { [field]: root });
    }
}
