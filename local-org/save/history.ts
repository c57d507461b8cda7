import type { RecordValues } from "../data/value.ts";
import { hasChanged, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

const recordedFields = ["Amount", "Probability", "StageName", "CloseDate"] as const;

/** One OpportunityHistory row at creation and whenever amount, probability, stage or close date changes. */
export function recordHistory(batch: SaveBatch): void {
    if (batch.object.name !== "Opportunity") return;
    const history = batch.org.schema.object("OpportunityHistory");
    if (history === undefined) return;
    for (const record of unrefused(batch)) {
        if (record.prior !== null && !recordedFields.some((field) => hasChanged(record, field))) continue;
        const row = historyRow(batch, record);
        const kept = Object.entries(row).filter(([name]) => history.fields.has(name));
        batch.org.store.insert(history, { Id: batch.org.store.newId(history), ...Object.fromEntries(kept) });
    }
}

function historyRow({ org, user }: SaveBatch, { id, values, prior }: PendingRecord): RecordValues {
    const now = org.clock.now();
    return {
        OpportunityId: id,
        StageName: values["StageName"] ?? null,
        Amount: values["Amount"] ?? null,
        ExpectedRevenue: values["ExpectedRevenue"] ?? null,
        CloseDate: values["CloseDate"] ?? null,
        Probability: values["Probability"] ?? null,
        ForecastCategory: values["ForecastCategory"] ?? null,
        PrevAmount: prior?.["Amount"] ?? null,
        PrevCloseDate: prior?.["CloseDate"] ?? null,
        CreatedDate: now,
        CreatedById: user.id,
        SystemModstamp: now,
        IsDeleted: false
    };
}
