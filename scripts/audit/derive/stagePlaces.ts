import { positionOf } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import type { Artifact, RawOpportunity, RawStage, SalesProcess, StageRecord } from "../gathered.ts";
import type { StageKind } from "../result.ts";

/** Where a stage stands in one sales process. */
export interface StagePlace {
    readonly stage: string;
    readonly kind: StageKind;
    /** Decimal text; null where the stage is open and the process doesn't offer it. */
    readonly position: string | null;
    /** Percent points; null where the org's list lacks it. */
    readonly probability: string | null;
}

/** One sales process with every stage that is placed in it, ordered by position. */
export interface StagePlaces {
    readonly process: SalesProcess;
    /** By the value of StageName. Unreadable: neither the org's list nor the process could be read. */
    readonly places: Artifact<ReadonlyMap<string, StagePlace>>;
}

export interface StageSources {
    readonly stages: Artifact<RawStage[]>;
    readonly stageRecords: Artifact<StageRecord[] | null>;
    readonly salesProcesses: readonly SalesProcess[];
}

/**
 * Places the stages of each sales process. PW_Stage__mdt decides where it is deployed and filled; else the
 * rank among the active open stages that the process offers, with Won just after them and Lost at 0.
 */
export function placeStages(sources: StageSources): StagePlaces[] {
    return sources.salesProcesses.map((process) => ({ process, places: placesOf(process, sources) }));
}

/** The process of an opportunity; the first one (all active stages) where it has no record type of its own. */
export function processOf(places: readonly StagePlaces[], opportunity: RawOpportunity): StagePlaces {
    const own = places.find(({ process }) => process.recordTypeId === (opportunity.RecordTypeId ?? null));
    const found = own ?? places[0];
    if (found === undefined) {
        throw new Error("No sales process was gathered.");
    }
    return found;
}

function placesOf(process: SalesProcess, sources: StageSources): StagePlaces["places"] {
    if ("unreadable" in sources.stageRecords) {
        return sources.stageRecords;
    }
    const records = sources.stageRecords.value ?? [];
    if (records.length > 0) {
        return { value: placesByRecords(process, records, sources.stages) };
    }
    if ("unreadable" in sources.stages) {
        return sources.stages;
    }
    return "unreadable" in process.stages
        ? process.stages
        : { value: placesByRank(sources.stages.value, process.stages.value) };
}

function placesByRecords(
    process: SalesProcess,
    records: readonly StageRecord[],
    stages: StageSources["stages"]
): ReadonlyMap<string, StagePlace> {
    const probabilities = new Map(
        "value" in stages ? stages.value.map((stage) => [stage.apiName, stage.probability]) : []
    );
    const applying = [
        ...records.filter((record) => record.recordType === "*"),
        // Later entries win: what is said for the record type itself goes before what is said for all.
        ...records.filter((record) => record.recordType === process.developerName)
    ];
    const places = applying.flatMap(({ stage, kind, position }) =>
        isStageKind(kind) ? [{ stage, kind, position, probability: probabilities.get(stage) ?? null }] : []
    );
    return inOrder(places);
}

function placesByRank(stages: readonly RawStage[], offered: readonly string[] | null): ReadonlyMap<string, StagePlace> {
    const ordered = stages.toSorted((one, other) => one.sortOrder - other.sortOrder);
    const isOffered = (stage: RawStage): boolean =>
        stage.isActive && (offered === null || offered.includes(stage.apiName));
    const open = ordered.filter((stage) => !stage.isClosed && isOffered(stage)).map((stage) => stage.apiName);
    return inOrder(
        ordered.map((stage) => ({
            stage: stage.apiName,
            kind: kindOf(stage),
            // A closed stage keeps its meaning when it is no longer offered; an open one loses its rank.
            position: positionOf(stage.apiName, kindOf(stage), open),
            probability: stage.probability
        }))
    );
}

export function kindOf(stage: Pick<RawStage, "isClosed" | "isWon">): StageKind {
    if (!stage.isClosed) {
        return "open";
    }
    return stage.isWon ? "won" : "lost";
}

function inOrder(places: readonly StagePlace[]): ReadonlyMap<string, StagePlace> {
    const rank = (place: StagePlace): Decimal => new Decimal(place.position ?? Infinity);
    const byStage = new Map(places.map((place) => [place.stage, place]));
    return new Map([...byStage].toSorted(([, one], [, other]) => rank(one).comparedTo(rank(other))));
}

function isStageKind(kind: string | null): kind is StageKind {
    return kind === "open" || kind === "won" || kind === "lost";
}
