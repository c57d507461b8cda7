import type { OrgReader } from "../audit/gather/orgReader.ts";
import { readStamps } from "./gatherStamps.ts";
import type { Journal, Settled } from "./runFolder.ts";
import { stampTypes, standOf, type Change, type StampField, type StampValue } from "./stamp.ts";

export const batchSize = 200;

/** One answer of the org for each record, in their order: null where it went through, else why not. */
export type WriteRecords = (records: readonly Record<string, unknown>[]) => Promise<(string | null)[]>;

export interface Doors {
    readonly reader: OrgReader;
    readonly write: WriteRecords;
    readonly journal: Journal;
    /** After each batch. */
    readonly progress: (done: number) => void;
    /** Between two batches. */
    readonly pause: () => Promise<void>;
}

/**
 * Applies the changes batch by batch. Each batch is in the journal before the org is asked, and is read anew, so
 * that what somebody changed since the plan is left alone. Run again, it goes on where it stopped.
 */
export async function applyChanges(changes: readonly Change[], doors: Doors): Promise<Settled[]> {
    const { settled } = doors.journal.read();
    const earlier = changes.flatMap(({ id }) => settled.get(id) ?? []);
    const left = changes.filter(({ id }) => !settled.has(id));
    const now: Settled[] = [];
    for (let start = 0; start < left.length; start += batchSize) {
        if (start > 0) await doors.pause();
        const batch = left.slice(start, start + batchSize);
        doors.journal.noteWriting(batch.map(({ id }) => id));
        const outcomes = await applyBatch(batch, doors);
        doors.journal.noteSettled(outcomes);
        now.push(...outcomes);
        doors.progress(earlier.length + now.length);
    }
    return [...earlier, ...now];
}

async function applyBatch(batch: readonly Change[], { reader, write }: Doors): Promise<Settled[]> {
    const ids = batch.map(({ id }) => `'${id}'`).join(", ");
    const stamps = await readStamps(reader, `Id IN (${ids})`);
    const stands = batch.map((change) => [change, standOf(change, stamps.get(change.id))] as const);
    const open = stands.flatMap(([change, stand]) => (stand === "open" ? [change] : []));
    const answers = open.length === 0 ? [] : await write(open.map(recordOf));
    const refusals = new Map(open.map(({ id }, index) => [id, answers[index] ?? null]));
    return stands.map(([{ id }, stand]) => {
        const reason = refusals.get(id) ?? null;
        const outcome = reason !== null ? "refused" : stand === "passed" ? "changedMeanwhile" : "written";
        return { id, outcome, reason };
    });
}

function recordOf({ id, after }: Change): Record<string, unknown> {
    const fields = Object.entries(after) as [StampField, StampValue][];
    return {
        Id: id,
        ...Object.fromEntries(
            fields.map(([field, value]) => [
                field,
                stampTypes[field] === "number" && value !== null ? Number(value) : value
            ])
        )
    };
}
