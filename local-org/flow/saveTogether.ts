import type { RecordValues } from "../data/value.ts";
import type { SaveOutcome } from "../save/saveRecords.ts";
import { faultMessage } from "./dataStep.ts";
import type { DataAnswer } from "./dataStep.ts";
import type { Run } from "./interview.ts";

const operations = { recordCreates: "insert", recordUpdates: "update", recordDeletes: "delete" } as const;

type SavingKind = keyof typeof operations;

/** The records of one interview: all of them are saved, or none. */
type Group = readonly RecordValues[];

/**
 * Saves the records of many interviews in one data statement. Where a group is refused in part, what was
 * saved is undone and the other groups are saved anew, which takes a statement of its own.
 */
export function saveTogether(run: Run, kind: SavingKind, objectName: string, groups: readonly Group[]): DataAnswer[] {
    const answers: DataAnswer[] = groups.map((group) => duplicateIn(kind, group) ?? { ids: [] });
    let pending = groups.map((_, index) => index).filter((index) => !("fault" in (answers[index] ?? {})));
    while (pending.some((index) => (groups[index] ?? []).length > 0)) {
        const tried = pending.map((index) => groups[index] ?? []);
        const { outcomes, isKept } = attempt(run, kind, objectName, tried);
        pending.forEach((index, place) => {
            answers[index] = answerOf(kind, outcomes[place] ?? []);
        });
        pending = isKept ? [] : pending.filter((index) => !("fault" in (answers[index] ?? {})));
    }
    return answers;
}

function attempt(
    run: Run,
    kind: SavingKind,
    objectName: string,
    groups: readonly Group[]
): { outcomes: SaveOutcome[][]; isKept: boolean } {
    const { records, placesOf } = gathered(kind, groups);
    let outcomes: SaveOutcome[][] = [];
    let isKept = false;
    run.transaction.tryOut(() => {
        const saved = run.transaction.save({ operation: operations[kind], objectName, records });
        outcomes = placesOf.map((places) => places.flatMap((place) => saved[place] ?? []));
        isKept = !outcomes.some(isPartly);
        return isKept;
    });
    return { outcomes, isKept };
}

/** One list of records, in which a record that several interviews change stands once: the last to speak is right. */
function gathered(kind: SavingKind, groups: readonly Group[]): { records: RecordValues[]; placesOf: number[][] } {
    const records: RecordValues[] = [];
    const placeOfId = new Map<string, number>();
    const placesOf = groups.map((group) =>
        group.map((record) => {
            const id = kind === "recordCreates" ? null : String(record["Id"]);
            const place = (id === null ? undefined : placeOfId.get(id)) ?? records.length;
            records[place] = { ...records[place], ...record };
            if (id !== null) placeOfId.set(id, place);
            return place;
        })
    );
    return { records, placesOf };
}

function isPartly(outcomes: readonly SaveOutcome[]): boolean {
    return outcomes.some(({ success }) => success) && outcomes.some(({ success }) => !success);
}

function answerOf(kind: SavingKind, outcomes: readonly SaveOutcome[]): DataAnswer {
    const refused = outcomes.find(({ success }) => !success);
    if (refused === undefined) return { ids: outcomes.map(({ id }) => id ?? "") };
    const [error] = refused.errors;
    return { fault: faultMessage(kind, error?.statusCode ?? "UNKNOWN_EXCEPTION", error?.message ?? "") };
}

function duplicateIn(kind: SavingKind, group: Group): DataAnswer | null {
    const seen = new Set<unknown>();
    for (const { Id: id } of kind === "recordCreates" ? [] : group) {
        if (seen.has(id))
            return { fault: faultMessage(kind, "DUPLICATE_VALUE", `duplicate id in list: ${String(id)}`) };
        seen.add(id);
    }
    return null;
}
