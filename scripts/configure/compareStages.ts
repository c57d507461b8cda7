import type { Lock } from "./lock.ts";

/** How the stages of all differ from those that the last overlay was written for. */
export interface StageNews {
    readonly gone: readonly string[];
    readonly added: readonly string[];
    /** A stage that is gone, with a new one at its position: renamed, most likely. */
    readonly renamed: readonly { readonly from: string; readonly to: string }[];
    readonly moved: readonly { readonly stage: string; readonly from: string; readonly to: string }[];
}

/** Nothing is new where there was no overlay before. */
export function compareStages(before: Lock["stages"], now: Lock["stages"]): StageNews {
    const [old, current] = [before["*"] ?? {}, now["*"] ?? {}];
    if (Object.keys(old).length === 0) {
        return { gone: [], added: [], renamed: [], moved: [] };
    }
    const gone = Object.keys(old).filter((stage) => current[stage] === undefined);
    const added = Object.keys(current).filter((stage) => old[stage] === undefined);
    const renamed = gone.flatMap((from) => {
        const to = added.filter((stage) => current[stage] === old[from] && old[from] !== "0");
        const [only, ...others] = to;
        return only === undefined || others.length > 0 ? [] : [{ from, to: only }];
    });
    const moved = Object.entries(old).flatMap(([stage, from]) => {
        const to = current[stage];
        return to === undefined || to === from ? [] : [{ stage, from, to }];
    });
    return {
        gone: gone.filter((stage) => !renamed.some(({ from }) => from === stage)),
        added: added.filter((stage) => !renamed.some(({ to }) => to === stage)),
        renamed,
        moved
    };
}
