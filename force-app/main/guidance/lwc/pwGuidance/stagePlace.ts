import type { StageRecord } from "./readAnswer.ts";

/** Where a stage stands. Position is decimal text. */
export interface StagePlace {
    readonly stage: string;
    readonly position: string | null;
    readonly kind: string | null;
}

/**
 * The record of the record type (a developer name), else the one for all; undefined: neither is there. Letters in any
 * case, as the stamping flow does it.
 */
export function placeOf(
    stages: readonly StageRecord[],
    stage: string,
    recordType: string | null
): StagePlace | undefined {
    return [...ownOf(stages, recordType), ...forAllRecordTypes(stages)].find((record) => isSame(record.stage, stage));
}

/** The next higher open stage, or the won one after the last. Null: the stage is closed or stands nowhere. */
export function nextPlace(
    stages: readonly StageRecord[],
    { kind, position }: StagePlace,
    recordType: string | null
): StagePlace | null {
    if (kind !== "open" || position === null) {
        return null;
    }
    const higher = offeredTo(stages, recordType)
        .filter((record) => record.position !== null && Number(record.position) > Number(position))
        .toSorted((one, other) => Number(one.position) - Number(other.position));
    return higher.find((record) => record.kind === "open") ?? higher.find((record) => record.kind === "won") ?? null;
}

/** A record type with records of its own has one for each stage that it offers. */
function offeredTo(stages: readonly StageRecord[], recordType: string | null): readonly StageRecord[] {
    const own = ownOf(stages, recordType);
    return own.length > 0 ? own : forAllRecordTypes(stages);
}

function ownOf(stages: readonly StageRecord[], recordType: string | null): StageRecord[] {
    return recordType === null ? [] : stages.filter((record) => isSame(record.recordType, recordType));
}

function forAllRecordTypes(stages: readonly StageRecord[]): StageRecord[] {
    return stages.filter((record) => record.recordType === "*");
}

function isSame(one: string, other: string): boolean {
    return one.toUpperCase() === other.toUpperCase();
}
