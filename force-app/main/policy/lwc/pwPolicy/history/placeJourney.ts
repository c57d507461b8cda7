import type { ProcessStage } from "../process/processRule.ts";
import type { Sojourn } from "./sojourns.ts";

/** The way of an opportunity since it was last entered: created, or reopened from a closed stage. */
export interface Journey {
    /** Index among the open stages of the process; their number where it entered at won; 0 where that isn't known. */
    readonly entry: number;
    /** Every stage it has ever stood in, earlier entries included. */
    readonly visited: ReadonlySet<string>;
    /** Since the entry it stood in a stage that the process doesn't list. */
    readonly hasUnlisted: boolean;
}

/** Places the stays on the open stages of the process. Null without any stay. */
export function placeJourney(
    process: readonly Pick<ProcessStage, "stage" | "kind">[],
    sojourns: readonly Sojourn[]
): Journey | null {
    const kinds = new Map(process.map(({ stage, kind }) => [stage, kind]));
    const open = process.filter(({ kind }) => kind === "open").map(({ stage }) => stage);
    const isClosed = (stay: Sojourn | undefined): boolean =>
        ["won", "lost"].includes(kinds.get(stay?.stage ?? "") ?? "");
    const reopening = sojourns.findLastIndex((stay, index) => !isClosed(stay) && isClosed(sojourns[index - 1]));
    const way = sojourns.slice(Math.max(0, reopening));
    // From lost straight to won is no detour: where it came from counts, not where it was lost.
    const entered = way.find((stay) => !isClosed(stay)) ?? way[0];
    if (entered === undefined) {
        return null;
    }
    const place = open.indexOf(entered.stage ?? "");
    return {
        entry: isClosed(entered) ? open.length : Math.max(0, place),
        visited: new Set(sojourns.flatMap(({ stage }) => (stage === null ? [] : [stage]))),
        hasUnlisted: way.some(({ stage }) => stage === null || !kinds.has(stage))
    };
}
