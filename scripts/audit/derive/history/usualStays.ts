import type { UsualStay } from "c/pwPolicy";
import { groupBy } from "../../groupBy.ts";
import { percentile } from "./percentile.ts";
import type { StageStay } from "./stageStays.ts";
import { durationWhenEnded, survivalOf } from "./survival.ts";

/** Of a stage in which nobody has stayed. */
export const noStays: UsualStay = usualStay([]);

/** How long opportunities of one process usually stay, by the value of StageName. Give the stays of that process alone. */
export function usualStays(stays: readonly StageStay[]): ReadonlyMap<string, UsualStay> {
    return new Map([...groupBy(stays, ({ stage }) => stage)].map(([stage, members]) => [stage, usualStay(members)]));
}

function usualStay(stays: readonly StageStay[]): UsualStay {
    const advanced = stays.flatMap(({ duration, ending }) => (ending === "advance" ? [duration] : []));
    return {
        advanced: advanced.length,
        advancedTotal: advanced.reduce((sum, duration) => sum + duration, 0),
        advancedP75: percentile(advanced, 75),
        advancedP90: percentile(advanced, 90),
        median: durationWhenEnded(survivalOf(stays), 0.5),
        stays: stays.length,
        open: stays.filter(({ ending }) => ending === null).length
    };
}
