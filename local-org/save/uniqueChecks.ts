import type { FieldSchema } from "../schema/objectSchema.ts";
import { hasChanged, refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/** Refuses a value of a unique field that another record has, stored or earlier in the same request. */
export function checkUniqueFields(batch: SaveBatch): void {
    for (const field of batch.object.fields.values()) {
        if (field.unique) checkUniqueField(batch, field);
    }
}

function checkUniqueField(batch: SaveBatch, field: FieldSchema): void {
    const taken = new Set<string>();
    for (const record of unrefused(batch)) {
        const value = record.values[field.name];
        if (typeof value !== "string") continue;
        const holder = holderOf(batch, record, field, value);
        if (holder !== undefined || taken.has(value)) refuseDuplicate(record, field, holder ?? "unknown");
        taken.add(value);
    }
}

function holderOf(batch: SaveBatch, record: PendingRecord, field: FieldSchema, value: string): string | undefined {
    if (!hasChanged(record, field.name)) return undefined;
    const rows = batch.org.store.readMany(batch.object, { field: field.name, isOneOf: [value] });
    const other = rows.find((row) => row["Id"] !== record.id)?.["Id"];
    return typeof other === "string" ? other : undefined;
}

function refuseDuplicate(record: PendingRecord, field: FieldSchema, holder: string): void {
    if (field.name === "Username") {
        const message = "Duplicate Username.The username already exists in this or another Salesforce organization.";
        refuse(record, "DUPLICATE_USERNAME", message, ["Username"]);
        return;
    }
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${holder}`;
    refuse(record, "DUPLICATE_VALUE", message, [field.name]);
}
