import { compareDecimals } from "./decimal.ts";

export type StageKind = "open" | "won" | "lost";

/** Where a stage stands in a sales process. Position and probability (percent points) are decimal text; null is not known. */
export interface PlacedStage {
    readonly kind: StageKind;
    readonly position: string | null;
    readonly probability: string | null;
}

/** 1 for the first open stage, rising; won above all open ones; lost 0. Null for an open stage that the process lacks. */
export function positionOf(stage: string, kind: StageKind, openStages: readonly string[]): string | null {
    if (kind !== "open") {
        return kind === "won" ? String(openStages.length + 1) : "0";
    }
    const rank = openStages.indexOf(stage);
    return rank === -1 ? null : String(rank + 1);
}

/** The position of the first stage, lost ones aside, that is at least this probable; null where none is, or none is asked for. */
export function positionFromProbability(stages: Iterable<PlacedStage>, probability: string | undefined): string | null {
    if (probability === undefined) {
        return null;
    }
    const reaching = [...stages].filter(
        (stage) =>
            stage.kind !== "lost" && stage.probability !== null && compareDecimals(stage.probability, probability) >= 0
    );
    return reaching.reduce<string | null>((first, { position }) => {
        const isEarlier = position !== null && (first === null || compareDecimals(position, first) < 0);
        return isEarlier ? position : first;
    }, null);
}
