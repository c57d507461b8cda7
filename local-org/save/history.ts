import type { RecordValues } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { fieldHistoryRows } from "./fieldHistory.ts";
import { hasChanged, unrefused } from "./pendingRecord.ts";
import type { SaveBatch } from "./pendingRecord.ts";
import type { TransactionSetting } from "./openTransaction.ts";

/** What one save made of one record. */
export interface RecordChange {
    readonly object: ObjectSchema;
    readonly id: string;
    readonly values: Readonly<RecordValues>;
    /** Null when the save created it. */
    readonly prior: Readonly<RecordValues> | null;
}

const recordedFields = ["Amount", "Probability", "StageName", "CloseDate"] as const;

/** Notes what was written; the rows that tell of it come at the end of the transaction. */
export function noteChanges(batch: SaveBatch): void {
    if (batch.object.name !== "Opportunity") return;
    for (const { id, values, prior } of unrefused(batch)) {
        batch.transaction.changes.push({ object: batch.object, id, values: { ...values }, prior });
    }
}

/**
 * One OpportunityHistory row for each save that created an opportunity or changed its amount, probability,
 * stage or close date, and one OpportunityFieldHistory row for each change of a tracked field.
 */
export function writeHistory(setting: TransactionSetting, changes: readonly RecordChange[]): void {
    const { schema, store } = setting.org;
    const [history, fieldHistory] = [schema.object("OpportunityHistory"), schema.object("OpportunityFieldHistory")];
    for (const change of changes) {
        if (store.read(change.object, change.id) === undefined) continue;
        const isTold = change.prior === null || recordedFields.some((field) => hasChanged(change, field));
        if (history !== undefined && isTold) insertRow(setting, history, change, historyValues(change));
        if (fieldHistory === undefined) continue;
        for (const row of fieldHistoryRows(setting.org, change)) insertRow(setting, fieldHistory, change, row);
    }
}

function insertRow(
    { org, user }: TransactionSetting,
    history: ObjectSchema,
    { id }: RecordChange,
    values: RecordValues
): void {
    const now = org.clock.now();
    const stamps = { CreatedDate: now, CreatedById: user.id, SystemModstamp: now, IsDeleted: false };
    const row = { OpportunityId: id, ...values, ...stamps };
    const kept = Object.entries(row).filter(([name]) => history.fields.has(name));
    org.store.insert(history, { Id: org.store.newId(history), ...Object.fromEntries(kept) });
}

function historyValues({ values, prior }: RecordChange): RecordValues {
    return {
        StageName: values["StageName"] ?? null,
        Amount: values["Amount"] ?? null,
        ExpectedRevenue: values["ExpectedRevenue"] ?? null,
        CloseDate: values["CloseDate"] ?? null,
        Probability: values["Probability"] ?? null,
        ForecastCategory: values["ForecastCategory"] ?? null,
        PrevAmount: prior?.["Amount"] ?? null,
        PrevCloseDate: prior?.["CloseDate"] ?? null
    };
}
