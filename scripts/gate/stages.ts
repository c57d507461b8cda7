/** A stage of a sales process as the overlay records it. Probability in percent points. */
export interface ProcessStage {
    readonly name: string;
    readonly kind: "open" | "won" | "lost";
    readonly probability: number;
}

/** The stages that Salesforce gives a new org, in their order. */
export const standardStages: readonly ProcessStage[] = [
    { name: "Prospecting", kind: "open", probability: 10 },
    { name: "Qualification", kind: "open", probability: 10 },
    { name: "Needs Analysis", kind: "open", probability: 20 },
    { name: "Value Proposition", kind: "open", probability: 50 },
    { name: "Id. Decision Makers", kind: "open", probability: 60 },
    { name: "Perception Analysis", kind: "open", probability: 70 },
    { name: "Proposal/Price Quote", kind: "open", probability: 75 },
    { name: "Negotiation/Review", kind: "open", probability: 90 },
    { name: "Closed Won", kind: "won", probability: 100 },
    { name: "Closed Lost", kind: "lost", probability: 0 }
];

/** 1 for the first open stage, rising; won above all open ones; lost 0. */
export function positionOf(stage: ProcessStage, stages: readonly ProcessStage[]): number {
    const open = stages.filter(({ kind }) => kind === "open");
    return { open: open.indexOf(stage) + 1, won: open.length + 1, lost: 0 }[stage.kind];
}

/** Position of the first stage that is at least this probable; above every stage where none is. */
export function positionFromProbability(probability: number, stages: readonly ProcessStage[]): number {
    const first = stages.find((stage) => stage.kind !== "lost" && stage.probability >= probability);
    return first ? positionOf(first, stages) : stages.length + 1;
}
