import type { RecordValues } from "../data/value.ts";
import { deleteBatch } from "./deleteBatch.ts";
import { rolledBackOutcome } from "./outcomes.ts";
import type { SaveOutcome, SaveRequest } from "./saveRecords.ts";
import { saveBatch } from "./saveBatch.ts";
import type { BatchSetting } from "./saveBatch.ts";
import { noCounts } from "./transactionLog.ts";

/** Apex Developer Guide, "Bulk DML Exception Handling": two more without those that were refused. */
const mostAttempts = 3;

/** As many records as automation sees at once. */
const batchSize = 200;

/**
 * Saves within an open transaction; one outcome a record, in the order given. With `allOrNone` nothing is
 * kept unless all succeed. Without it refused records are set aside, and the others go through the whole
 * save again, flows included, with the counters as they were.
 */
export function saveInAttempts(
    setting: BatchSetting,
    { operation, records, allOrNone }: Pick<SaveRequest, "operation" | "records" | "allOrNone">
): SaveOutcome[] {
    const attempt = (indexes: readonly number[]): SaveOutcome[] =>
        keepUnlessRefused(
            setting,
            operation,
            indexes.map((index) => records[index] ?? {})
        );
    if (!setting.isAutomated) setting.transaction.counts.attempts = 1;
    return allOrNone ? saveAll(attempt(records.map((_, index) => index))) : saveSome(setting, records, attempt);
}

function saveAll(outcomes: SaveOutcome[]): SaveOutcome[] {
    return outcomes.every((outcome) => outcome.success)
        ? outcomes
        : outcomes.map((outcome) => (outcome.success ? rolledBackOutcome : outcome));
}

function saveSome(
    { transaction, isAutomated }: BatchSetting,
    records: readonly RecordValues[],
    attempt: (indexes: readonly number[]) => SaveOutcome[]
): SaveOutcome[] {
    const outcomes: SaveOutcome[] = [];
    const before = { ...transaction.counts, flows: [...transaction.counts.flows] };
    let pending = records.map((_, index) => index);
    for (let number = 1; pending.length > 0; number += 1) {
        if (number > 1) restoreCounts(transaction.counts, before);
        if (!isAutomated) transaction.counts.attempts = number;
        const attempted = attempt(pending);
        const refused = pending.filter((_, place) => attempted[place]?.success === false);
        const isLast = number === mostAttempts;
        pending.forEach((index, place) => {
            const outcome = attempted[place];
            if (outcome === undefined) throw new Error("A record went through a save without an outcome.");
            if (refused.length === 0 || !outcome.success) outcomes[index] = outcome;
            else if (isLast) outcomes[index] = tooManyRetries;
        });
        pending = refused.length === 0 || isLast ? [] : pending.filter((index) => !refused.includes(index));
    }
    return outcomes;
}

const tooManyRetries: SaveOutcome = {
    id: null,
    success: false,
    errors: [
        {
            statusCode: "UNKNOWN_EXCEPTION",
            message: "Too many batch retries in the presence of Apex triggers and partial failures.",
            fields: []
        }
    ]
};

function restoreCounts(
    counts: BatchSetting["transaction"]["counts"],
    before: Readonly<BatchSetting["transaction"]["counts"]>
): void {
    const names = Object.keys(noCounts()) as (keyof ReturnType<typeof noCounts>)[];
    Object.assign(counts, Object.fromEntries(names.map((name) => [name, before[name]])), { flows: [...before.flows] });
}

function keepUnlessRefused(
    setting: BatchSetting,
    operation: SaveRequest["operation"],
    records: readonly RecordValues[]
): SaveOutcome[] {
    let outcomes: SaveOutcome[] = [];
    setting.transaction.tryOut(() => {
        outcomes = batchesOf(records).flatMap((batch) =>
            operation === "delete" ? deleteBatch(setting, batch) : saveBatch(setting, operation, batch)
        );
        return outcomes.every((outcome) => outcome.success);
    });
    return outcomes;
}

function batchesOf(records: readonly RecordValues[]): (readonly RecordValues[])[] {
    const batches = [];
    for (let from = 0; from < records.length; from += batchSize) batches.push(records.slice(from, from + batchSize));
    return batches;
}
