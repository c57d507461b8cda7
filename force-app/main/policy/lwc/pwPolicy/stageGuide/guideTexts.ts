/** The stages that the policy has a text for, by what they are called in a new org. */
export type GuidedStage =
    | "Prospecting"
    | "Qualification"
    | "Needs Analysis"
    | "Value Proposition"
    | "Id. Decision Makers"
    | "Perception Analysis"
    | "Proposal/Price Quote"
    | "Negotiation/Review"
    | "Closed Won"
    | "Closed Lost";

/** What a stage is for, in one language. */
export interface GuideTexts {
    readonly goal: string;
    /** What the buyer has said or done when the stage is over: outcomes, not our activity. */
    readonly exitCriteria: readonly string[];
}
