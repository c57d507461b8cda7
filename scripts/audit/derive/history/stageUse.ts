import type { Sojourn, StageUse } from "c/pwPolicy";

const day = 86_400_000;

export interface ProcessUse {
    /** Opportunities that entered any stage in the period. */
    readonly opportunities: number;
    readonly use: ReadonlyMap<string, StageUse>;
}

/**
 * How the opportunities of one process used these stages from `since` (exclusive) to `asOf` (inclusive), both
 * milliseconds: entered in that time, and left in that time. Every stage named has an entry, closed ones too.
 */
export function countStageUse(
    stages: readonly string[],
    histories: readonly (readonly Sojourn[])[],
    period: { readonly since: number; readonly asOf: number }
): ProcessUse {
    const isWithin = (time: number): boolean => time > period.since && time <= period.asOf;
    const counts = new Map(stages.map((stage) => [stage, { entered: 0, left: 0, leftWithinDay: 0 }]));
    let opportunities = 0;
    for (const sojourns of histories) {
        const entered = new Set(
            sojourns.flatMap(({ stage, from }) => (stage !== null && isWithin(from) ? [stage] : []))
        );
        opportunities += entered.size > 0 ? 1 : 0;
        for (const stage of entered) {
            const count = counts.get(stage);
            if (count !== undefined) count.entered += 1;
        }
        countLeft(sojourns, isWithin, counts);
    }
    return { opportunities, use: counts };
}

function countLeft(
    sojourns: readonly Sojourn[],
    isWithin: (time: number) => boolean,
    counts: ReadonlyMap<string, { left: number; leftWithinDay: number }>
): void {
    // Where the history disagrees with the record, nobody knows when the last known stay ended.
    const known = sojourns.at(-1)?.stage === null ? sojourns.slice(0, -2) : sojourns;
    for (const { stage, from, to } of known) {
        const count = counts.get(stage ?? "");
        if (count !== undefined && to !== null && isWithin(to)) {
            count.left += 1;
            count.leftWithinDay += to - from <= day ? 1 : 0;
        }
    }
}

/** The same moment of the calendar twelve months before, in UTC; 29 February becomes 1 March. */
export function twelveMonthsBefore(asOf: number): number {
    const date = new Date(asOf);
    date.setUTCFullYear(date.getUTCFullYear() - 1);
    return date.getTime();
}
