import { Decimal } from "decimal.js";
import type { PlacedProcessStage, ProcessStage } from "./stages.ts";

/** A sales process as an org has it: the stages it offers, in the org's order. */
export interface OrderedProcess {
    /** "*": every active stage; else a record type's developer name. */
    readonly recordType: string;
    readonly stages: readonly ProcessStage[];
}

export interface PlacedProcess {
    /** As in `OrderedProcess`. */
    readonly recordType: string;
    readonly stages: readonly PlacedProcessStage[];
}

/** How far a stage has come: the highest probability so far, and how many stages of its process stand at it. */
interface Level {
    readonly reached: Decimal;
    readonly nth: number;
}

/**
 * Places the stages of several sales processes on one scale, so that one threshold holds for all of them. Open stages
 * rise within each process; those whose processes reached the same probability by as many stages share a position. One
 * process alone gets 1, 2, 3 …; won stands above every open stage, lost at 0.
 */
export function placeProcesses(processes: readonly OrderedProcess[]): PlacedProcess[] {
    const levels = processes.map(({ stages }) => levelsOf(stages));
    const scale = distinct(levels.flatMap((byStage) => [...byStage.values()])).toSorted(compareLevels);
    const ranks = new Map(scale.map((level, index) => [keyOf(level), String(index + 1)]));
    const won = String(scale.length + 1);
    return processes.map(({ recordType, stages }, index) => ({
        recordType,
        stages: stages.map((stage) => {
            const level = levels[index]?.get(stage);
            const position = level === undefined ? undefined : ranks.get(keyOf(level));
            return { ...stage, position: position ?? (stage.kind === "won" ? won : "0") };
        })
    }));
}

/** The stages of an org with one sales process, each with its position. */
export function placeIn(stages: readonly ProcessStage[]): readonly PlacedProcessStage[] {
    return placeProcesses([{ recordType: "*", stages }]).flatMap((placed) => placed.stages);
}

/**
 * Leaves out the record types that the "*" one serves as well: those that offer the same stages at the same
 * positions. The stages of every other one are all kept, for they tell what comes next in it.
 */
export function withoutRepeats(processes: readonly PlacedProcess[]): PlacedProcess[] {
    const forAll = processes.find(({ recordType }) => recordType === "*");
    return processes.filter(
        (process) =>
            process === forAll ||
            process.stages.length !== forAll?.stages.length ||
            process.stages.some(({ name, position }, index) => {
                const same = forAll.stages[index];
                return same?.name !== name || same.position !== position;
            })
    );
}

/** Of the open stages. Without a probability a stage adds nothing to what was reached before. */
function levelsOf(stages: readonly ProcessStage[]): ReadonlyMap<ProcessStage, Level> {
    const levels = new Map<ProcessStage, Level>();
    let last: Level = { reached: new Decimal(0), nth: 0 };
    for (const stage of stages.filter(({ kind }) => kind === "open")) {
        const reached = Decimal.max(last.reached, stage.probability);
        last = { reached, nth: reached.equals(last.reached) ? last.nth + 1 : 1 };
        levels.set(stage, last);
    }
    return levels;
}

function compareLevels(one: Level, other: Level): number {
    return one.reached.comparedTo(other.reached) || one.nth - other.nth;
}

function distinct(levels: readonly Level[]): Level[] {
    return [...new Map(levels.map((level) => [keyOf(level), level])).values()];
}

function keyOf({ reached, nth }: Level): string {
    return `${reached.toFixed()}/${nth}`;
}
