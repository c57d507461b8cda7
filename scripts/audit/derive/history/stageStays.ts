import type { ProcessStage, Sojourn } from "c/pwPolicy";
import type { Stay } from "./survival.ts";

/** How a stay in an open stage ended: to a higher stage or won, to a lower one, lost, or to a stage of no known place. */
export type StayEnding = "advance" | "back" | "lost" | "elsewhere";

export interface StageStay extends Stay<StayEnding> {
    readonly stage: string;
    readonly from: number;
    readonly to: number | null;
}

export type PlacedStage = Pick<ProcessStage, "stage" | "kind">;

/**
 * The stays of one opportunity in the open stages of its process, judged at `asOf` (milliseconds). Empty where
 * the history disagrees with the record, since then nobody knows when its last stays ended.
 */
export function stageStays(process: readonly PlacedStage[], sojourns: readonly Sojourn[], asOf: number): StageStay[] {
    const open = process.filter(({ kind }) => kind === "open").map(({ stage }) => stage);
    const kinds = new Map(process.map(({ stage, kind }) => [stage, kind]));
    const endingOf = (stage: string, next: Sojourn): StayEnding => {
        const kind = kinds.get(next.stage ?? "");
        if (kind !== "open") {
            return kind === "won" ? "advance" : kind === "lost" ? "lost" : "elsewhere";
        }
        return open.indexOf(next.stage ?? "") > open.indexOf(stage) ? "advance" : "back";
    };
    if (sojourns.at(-1)?.stage === null) {
        return [];
    }
    return sojourns.flatMap(({ stage, from, to }, index) => {
        const next = sojourns[index + 1];
        return stage === null || !open.includes(stage)
            ? []
            : [
                  {
                      stage,
                      from,
                      to,
                      duration: Math.max(0, (to ?? asOf) - from),
                      ending: next === undefined ? null : endingOf(stage, next)
                  }
              ];
    });
}
