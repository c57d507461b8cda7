import type { RecordValues } from "../data/value.ts";
import { hasChanged, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/** Step 7: into the store, with the fields that say who and when. Nothing is final before the transaction ends. */
export function writeRecords(batch: SaveBatch): void {
    for (const record of unrefused(batch)) {
        if (record.prior === null) insertRecord(batch, record);
        else updateRecord(batch, record, record.prior);
    }
}

function insertRecord({ org, object, user }: SaveBatch, record: PendingRecord): void {
    const now = org.clock.now();
    record.id = org.store.newId(object);
    const filled = {
        Id: record.id,
        IsDeleted: false,
        CreatedDate: record.values["CreatedDate"] ?? now,
        CreatedById: record.values["CreatedById"] ?? user.id,
        ...lastTouch(now, user.id)
    };
    Object.assign(record.values, existingFields(filled, object.fields));
    if (object.fields.has("OwnerId")) record.values["OwnerId"] ??= user.id;
    const name = object.kind === "customObject" ? object.fields.get("Name") : undefined;
    if (name?.type === "string" && name.autoNumber === null) record.values["Name"] ??= record.id;
    org.store.insert(object, record.values);
}

function updateRecord({ org, object, user }: SaveBatch, record: PendingRecord, prior: RecordValues): void {
    Object.assign(record.values, existingFields(lastTouch(org.clock.now(), user.id), object.fields));
    const changed = Object.entries(record.values).filter(([name]) => hasChanged({ ...record, prior }, name));
    org.store.update(object, record.id, Object.fromEntries(changed));
}

function lastTouch(now: string, userId: string): RecordValues {
    return { LastModifiedDate: now, LastModifiedById: userId, SystemModstamp: now };
}

function existingFields(values: RecordValues, fields: ReadonlyMap<string, unknown>): RecordValues {
    return Object.fromEntries(Object.entries(values).filter(([name]) => fields.has(name)));
}
