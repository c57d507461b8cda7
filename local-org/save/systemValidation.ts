import type { RecordValues } from "../data/value.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";
import { checkField, checkPicklist } from "./fieldChecks.ts";
import { fitToField } from "./fitToField.ts";
import { checkReferences } from "./referenceChecks.ts";
import { checkUniqueFields } from "./uniqueChecks.ts";

/** Before the numbered steps: may this user give these fields at all? */
export function checkGivenFields(batch: SaveBatch): void {
    for (const record of unrefused(batch)) {
        checkObject(batch, record);
        const closed = [...record.given].filter((name) => !mayGive(batch, record, name));
        if (closed.length > 0) {
            const message =
                `Unable to create/update fields: ${closed.join(", ")}. Please check the security settings of this ` +
                "field and verify that it is read/write for your profile or permission set.";
            refuse(record, "INVALID_FIELD_FOR_INSERT_UPDATE", message, closed);
        }
    }
}

/** The references of each record that are known to lead somewhere. */
export type CheckedReferences = ReadonlyMap<PendingRecord, Readonly<RecordValues>>;

/**
 * Step 2: of what comes by an API only references and restricted picklists are looked at before the flows;
 * a flow may still fill what is required.
 */
export function checkGivenValues(batch: SaveBatch): CheckedReferences {
    const checked = new Map<PendingRecord, Readonly<RecordValues>>();
    for (const record of unrefused(batch)) {
        for (const field of batch.object.fields.values()) {
            const value = record.values[field.name] ?? null;
            if (typeof value === "string" && isNew(record, field.name)) checkPicklist(record, field, value);
        }
        checkReferences(batch, record, {});
        checked.set(record, referencesOf(batch, record));
    }
    return checked;
}

/** Step 5, first half: do all values, a flow's included, fit their fields? */
export function checkValues(batch: SaveBatch, checked: CheckedReferences): void {
    for (const record of unrefused(batch)) {
        checkRequired(batch, record);
        for (const field of batch.object.fields.values()) {
            const value = fitToField(field, record.values[field.name] ?? null);
            record.values[field.name] = value;
            if (value !== null && isNew(record, field.name)) checkField(record, field, value);
        }
        checkReferences(batch, record, checked.get(record) ?? {});
    }
    checkUniqueFields(batch);
}

function referencesOf({ object }: SaveBatch, { values }: PendingRecord): RecordValues {
    const references = [...object.fields.values()].filter((field) => field.reference !== null);
    return Object.fromEntries(references.map(({ name }) => [name, values[name] ?? null]));
}

function isNew(record: PendingRecord, field: string): boolean {
    return record.prior === null || record.prior[field] !== record.values[field];
}

function checkObject({ object, user, isAutomated }: SaveBatch, record: PendingRecord): void {
    const isNewRecord = record.prior === null;
    const [allowed, verb] = isNewRecord ? [object.createable, "inserted"] : [object.updateable, "updated"];
    const mayChange =
        isAutomated || (isNewRecord ? user.canCreateObject(object.name) : user.canEditObject(object.name));
    if (!allowed) {
        refuse(record, "INVALID_TYPE_FOR_OPERATION", `entity type cannot be ${verb}: ${object.name}`);
    } else if (!mayChange) {
        refuse(record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    }
}

function mayGive({ org, object, user, isAutomated }: SaveBatch, record: PendingRecord, name: string): boolean {
    const field = org.schema.field(object, name);
    if (field === undefined || !(isAutomated || user.canEditField(object.name, field.name))) return false;
    return record.prior === null ? field.createable : field.updateable;
}

function checkRequired({ object }: SaveBatch, record: PendingRecord): void {
    const missing = [...object.fields.values()].filter((field) => {
        const isFilledByClients = field.createable || field.updateable;
        const isBlank = (record.values[field.name] ?? null) === null;
        return isFilledByClients && !field.nillable && isBlank && field.name !== "OwnerId";
    });
    const names = missing.map((field) => field.name);
    if (names.length > 0) {
        refuse(record, "REQUIRED_FIELD_MISSING", `Required fields are missing: [${names.join(", ")}]`, names);
    }
}
