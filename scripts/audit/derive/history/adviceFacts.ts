import { buildSojourns } from "c/pwPolicy";
import type { HistoryFacts, ProcessFacts, ProcessStage, Sojourn, StageHistory } from "c/pwPolicy";
import { countStageUse, twelveMonthsBefore } from "./stageUse.ts";
import { stageStays } from "./stageStays.ts";
import { noStays, usualStays } from "./usualStays.ts";

/** A stage of a process before its use is known. */
export type GatheredStage = Omit<ProcessStage, "use">;

/** The opportunities of one sales process with their histories. Null: the history could not be read. */
export interface ProcessHistories {
    /** Active open stages in order, then the closed ones. Undefined: could not be read. */
    readonly stages: readonly GatheredStage[] | undefined;
    readonly histories: readonly StageHistory[] | null;
    /** The moment judged, milliseconds since 1970 UTC. */
    readonly asOf: number;
}

/** What the process rules judge. Use covers the 12 months before `asOf`. */
export function processFactsOf({ stages, histories, asOf }: ProcessHistories): ProcessFacts {
    const names = stages?.map(({ stage }) => stage) ?? [];
    const period = { since: twelveMonthsBefore(asOf), asOf };
    const counted = histories === null ? undefined : countStageUse(names, histories.map(buildSojourns), period);
    return {
        stages: stages?.map((stage) => ({ ...stage, use: counted?.use.get(stage.stage) })),
        opportunities: counted?.opportunities
    };
}

/** Makes what the history rules judge of any opportunity of the process; the usual stays are counted once. */
export function historyFactsIn(
    process: ProcessHistories
): (stage: string | undefined, history: StageHistory | undefined) => HistoryFacts {
    const { stages, histories, asOf } = process;
    const usual =
        stages === undefined || histories === null
            ? undefined
            : usualStays(histories.flatMap((each) => stageStays(stages, buildSojourns(each), asOf)));
    return (stage, history) => {
        const sojourns: Sojourn[] | undefined = history === undefined ? undefined : buildSojourns(history);
        return { asOf, stage, process: stages, sojourns, usual: usual && (usual.get(stage ?? "") ?? noStays) };
    };
}
