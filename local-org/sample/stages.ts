import type { StandardStage } from "../schema/standard/opportunityStages.ts";
import { standardStages } from "../schema/standard/opportunityStages.ts";

/** A stage, with how deals of this company behave in it. */
export interface Stage extends StandardStage {
    /** Share of a full sales cycle spent here; 0: only passed through, or closed. */
    readonly dwell: number;
    /** Weight among the stages that lost deals are lost from. */
    readonly lossWeight: number;
    /** Share of deals that have lines when they are here; from Proposal on the defect's share decides instead. */
    readonly linesByHere: number;
}

export const closedWon: Stage = standard("Closed Won", { dwell: 0, lossWeight: 0, linesByHere: 1 });
export const closedLost: Stage = standard("Closed Lost", { dwell: 0, lossWeight: 0, linesByHere: 1 });

/** A stage that every new org has. */
export function standard(name: string, behaviour: Pick<Stage, "dwell" | "lossWeight" | "linesByHere">): Stage {
    const stage = standardStages.find((each) => each.name === name);
    if (stage === undefined) throw new Error(`${name} is no standard stage.`);
    return { ...stage, ...behaviour };
}
