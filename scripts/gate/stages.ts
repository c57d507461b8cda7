import type { PlacedStage, StageGuide, StageKind } from "c/pwPolicy";

/** A stage of a sales process as the overlay records it. Probability: decimal text, percent points. */
export interface ProcessStage {
    readonly name: string;
    readonly kind: StageKind;
    readonly probability: string;
    /** The admin's own texts, in place of the policy's. */
    readonly guide?: StageGuide;
}

/** The stages that Salesforce gives a new org, in their order. */
export const standardStages: readonly ProcessStage[] = [
    { name: "Prospecting", kind: "open", probability: "10" },
    { name: "Qualification", kind: "open", probability: "10" },
    { name: "Needs Analysis", kind: "open", probability: "20" },
    { name: "Value Proposition", kind: "open", probability: "50" },
    { name: "Id. Decision Makers", kind: "open", probability: "60" },
    { name: "Perception Analysis", kind: "open", probability: "70" },
    { name: "Proposal/Price Quote", kind: "open", probability: "75" },
    { name: "Negotiation/Review", kind: "open", probability: "90" },
    { name: "Closed Won", kind: "won", probability: "100" },
    { name: "Closed Lost", kind: "lost", probability: "0" }
];

export type PlacedProcessStage = ProcessStage & PlacedStage & { readonly position: string };
