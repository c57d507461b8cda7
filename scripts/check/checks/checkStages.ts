import { Decimal } from "decimal.js";
import { kindOf } from "../../audit/derive/stagePlaces.ts";
import type { RawStage, StageRecord } from "../../audit/gathered.ts";
import type { Finding } from "../finding.ts";
import type { Check } from "../setUp.ts";

/** Stage records against the org's own list of stages, and against each other. */
export const checkStages: Check = ({ stages, stageRecords, objects }) => {
    if ("unreadable" in stages) {
        return [{ code: "unreadable", args: { what: "OpportunityStage", reason: stages.unreadable } }];
    }
    if ("unreadable" in stageRecords) {
        return [{ code: "unreadable", args: { what: "PW_Stage__mdt", reason: stageRecords.unreadable } }];
    }
    const records = stageRecords.value ?? [];
    if (records.length === 0) {
        return [{ code: "noStageRecords", args: {} }];
    }
    const opportunity = objects.get("Opportunity");
    const described = opportunity !== undefined && "value" in opportunity ? opportunity.value : null;
    return [
        ...withoutRecord(stages.value, records),
        ...records.flatMap((record) => nameNothing(record, stages.value, described?.recordTypes ?? null)),
        ...twice(records),
        ...records.flatMap((record) => wrongKind(record, stages.value)),
        ...[...new Set(records.map(({ recordType }) => recordType))].flatMap((recordType) =>
            misplaced(
                records.filter((record) => record.recordType === recordType),
                stages.value
            )
        )
    ];
};

/** Whether the flows that were written know the record types that the org has. */
export const checkRecordTypes: Check = ({ objects }, { flows }) => {
    const opportunity = objects.get("Opportunity");
    const described = opportunity !== undefined && "value" in opportunity ? opportunity.value : null;
    const recordTypes = described?.recordTypes ?? [];
    const isWrittenFor = flows.includes("PW_Stamp_Record_Type");
    return recordTypes.length === 0 || isWrittenFor ? [] : [{ code: "recordTypesNotStamped", args: { recordTypes } }];
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What has no record of its own record type's falls back to the one for every record type. */
function withoutRecord(stages: readonly RawStage[], records: readonly StageRecord[]): Finding[] {
    const forAll = records.filter(({ recordType }) => recordType === "*");
    return stages
        .filter(({ isActive, apiName }) => isActive && !forAll.some(({ stage }) => isSame(stage, apiName)))
        .map(({ apiName }) => ({ code: "stageWithoutRecord", args: { stage: apiName } }));
}

function nameNothing(
    { stage, recordType }: StageRecord,
    stages: readonly RawStage[],
    recordTypes: readonly string[] | null
): Finding[] {
    const knowsStage = stages.some(({ apiName }) => isSame(apiName, stage));
    const knowsType =
        recordType === "*" || recordTypes === null || recordTypes.some((each) => isSame(each, recordType));
    return [
        ...(knowsStage ? [] : [{ code: "recordOfUnknownStage", args: { stage } } as const]),
        ...(knowsType ? [] : [{ code: "recordOfUnknownRecordType", args: { stage, recordType } } as const])
    ];
}

function twice(records: readonly StageRecord[]): Finding[] {
    const keyOf = ({ recordType, stage }: StageRecord): string => `${recordType}\n${stage}`.toLowerCase();
    const isSecond = (record: StageRecord, index: number): boolean =>
        records.findIndex((each) => keyOf(each) === keyOf(record)) < index;
    return records
        .filter(isSecond)
        .map(({ stage, recordType }) => ({ code: "stageTwice", args: { stage, recordType } }));
}

function wrongKind({ stage, kind }: StageRecord, stages: readonly RawStage[]): Finding[] {
    if (kind !== "open" && kind !== "won" && kind !== "lost") {
        return [{ code: "kindMisspelt", args: { stage, kind: kind ?? "" } }];
    }
    const found = stages.find(({ apiName }) => isSame(apiName, stage));
    const actual = found === undefined ? kind : kindOf(found);
    return actual === kind ? [] : [{ code: "kindContradicts", args: { stage, kind, actual } }];
}

/** Open stages rise from 1 in the order of the org, won stands above them, lost at 0. */
function misplaced(records: readonly StageRecord[], stages: readonly RawStage[]): Finding[] {
    const open = records.filter(({ kind }) => kind === "open");
    const highest = open.reduce((most, { position }) => Decimal.max(most, position ?? 0), new Decimal(0));
    const wrong = records.filter(({ kind, position }) => {
        const place = new Decimal(position ?? -1);
        if (kind === "lost") {
            return !place.isZero();
        }
        return kind === "won" ? !place.greaterThan(highest) : kind === "open" && place.lessThan(1);
    });
    return [
        ...wrong.map(({ stage, position, kind }): Finding => ({
            code: "positionWrong",
            args: { stage, position: position ?? "", kind: kind ?? "" }
        })),
        ...samePositions(open),
        ...outOfOrder(open, stages)
    ];
}

function samePositions(open: readonly StageRecord[]): Finding[] {
    const positions = new Set(open.flatMap(({ position }) => (position === null ? [] : [position])));
    return [...positions].flatMap((position): Finding[] => {
        const there = open.filter((record) => record.position === position).map(({ stage }) => stage);
        const stages = there.filter((stage, index) => there.findIndex((each) => isSame(each, stage)) === index);
        return stages.length < 2 ? [] : [{ code: "positionTwice", args: { position, stages } }];
    });
}

function outOfOrder(open: readonly StageRecord[], stages: readonly RawStage[]): Finding[] {
    const ranked = stages
        .toSorted((one, other) => one.sortOrder - other.sortOrder)
        .flatMap(({ apiName }) => open.find(({ stage }) => isSame(stage, apiName)) ?? []);
    return ranked.flatMap((record, index): Finding[] => {
        const before = ranked[index - 1];
        const falls = before !== undefined && new Decimal(record.position ?? 0).lessThan(before.position ?? 0);
        return falls ? [{ code: "positionsOutOfOrder", args: { stage: record.stage, before: before.stage } }] : [];
    });
}
