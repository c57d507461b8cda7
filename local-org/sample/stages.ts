import type { StandardStage } from "../schema/standard/opportunityStages.ts";
import { standardStages } from "../schema/standard/opportunityStages.ts";

/** A standard stage, with how deals of this company behave in it. */
export interface Stage extends StandardStage {
    /** Share of a full sales cycle spent here; 0 for a closed one. */
    readonly dwell: number;
    /** Weight among the stages that lost deals are lost from. */
    readonly lossWeight: number;
    /** Share of deals that have lines when they are here; from Proposal on the defect's share decides instead. */
    readonly linesByHere: number;
}

type Behaviour = Pick<Stage, "dwell" | "lossWeight" | "linesByHere">;

const behaviours: readonly (readonly [string, Behaviour])[] = [
    ["Prospecting", { dwell: 0.12, lossWeight: 12, linesByHere: 0.08 }],
    ["Qualification", { dwell: 0.12, lossWeight: 22, linesByHere: 0.15 }],
    ["Needs Analysis", { dwell: 0.16, lossWeight: 18, linesByHere: 0.35 }],
    ["Value Proposition", { dwell: 0.12, lossWeight: 12, linesByHere: 0.55 }],
    ["Id. Decision Makers", { dwell: 0.08, lossWeight: 8, linesByHere: 0.65 }],
    ["Perception Analysis", { dwell: 0.1, lossWeight: 6, linesByHere: 0.7 }],
    ["Proposal/Price Quote", { dwell: 0.22, lossWeight: 14, linesByHere: 1 }],
    ["Negotiation/Review", { dwell: 0.18, lossWeight: 8, linesByHere: 1 }]
];

/** In order; a deal's place on the way is its index here. */
export const openStages: readonly Stage[] = behaviours.map(([name, behaviour]) => ({
    ...standard(name),
    ...behaviour
}));

export const closedWon: Stage = { ...standard("Closed Won"), dwell: 0, lossWeight: 0, linesByHere: 1 };
export const closedLost: Stage = { ...standard("Closed Lost"), dwell: 0, lossWeight: 0, linesByHere: 1 };

/** Where a deal begins that says nothing else. */
export const firstStage: Stage = openStages[0] ?? closedLost;

/** From here on a deal needs products: the first stage at which a price is on the table. */
export const proposalIndex = openStages.findIndex((stage) => stage.name === "Proposal/Price Quote");
export const negotiationIndex = proposalIndex + 1;

/** Index among the open stages; a closed one is past them all. */
export function placeOf(stage: Stage): number {
    const index = openStages.indexOf(stage);
    return index === -1 ? openStages.length : index;
}

function standard(name: string): StandardStage {
    const stage = standardStages.find((each) => each.name === name);
    if (stage === undefined) throw new Error(`${name} is no standard stage.`);
    return stage;
}
