import type { StageRecord } from "./readAnswer.ts";

/** Where a stage stands. Position is decimal text. */
export interface StagePlace {
    readonly stage: string;
    readonly position: string | null;
    readonly kind: string | null;
}

/** Undefined: the stage has no record. Letters in any case, and no records of single record types, as the stamping flow does it. */
export function placeOf(stages: readonly StageRecord[], stage: string): StagePlace | undefined {
    return forAllRecordTypes(stages).find((record) => record.stage.toUpperCase() === stage.toUpperCase());
}

/** The next higher open stage, or the won one after the last. Null: the stage is closed or stands nowhere. */
export function nextPlace(stages: readonly StageRecord[], { kind, position }: StagePlace): StagePlace | null {
    if (kind !== "open" || position === null) {
        return null;
    }
    const higher = forAllRecordTypes(stages)
        .filter((record) => record.position !== null && Number(record.position) > Number(position))
        .toSorted((one, other) => Number(one.position) - Number(other.position));
    return higher.find((record) => record.kind === "open") ?? higher.find((record) => record.kind === "won") ?? null;
}

function forAllRecordTypes(stages: readonly StageRecord[]): StageRecord[] {
    return stages.filter((record) => record.recordType === "*");
}
