import { idCounter } from "./ids.ts";
import { RENEWAL_STAGE_SKIPS, RENEWAL_STEPS_BACK, STAGE_SKIPS, STEPS_BACK } from "./proportions.ts";
import { standard } from "./stages.ts";
import type { Stage } from "./stages.ts";

/** A sales process with its record type, and how deals go through it. Places are indexes of its open stages. */
export interface SalesProcess {
    readonly id: string;
    readonly name: string;
    readonly recordType: { readonly id: string; readonly name: string; readonly developerName: string };
    readonly openStages: readonly Stage[];
    /** Places that deals begin at, and that won ones close from, with their weights. */
    readonly starts: readonly (readonly [number, number])[];
    readonly exitsOfWon: readonly (readonly [number, number])[];
    /** From here on lines are added. */
    readonly quoted: number;
    /** From here on a deal needs products: the first place at which a price is on the table. */
    readonly proposal: number;
    /** From here on the discounts are agreed. */
    readonly negotiation: number;
    readonly skips: number;
    readonly stepsBack: number;
}

const [processId, recordTypeId] = [idCounter("019"), idCounter("012")];

/** What a new customer, or a new line for an old one, goes through: the eight standard stages, well kept. */
export const newBusiness: SalesProcess = {
    id: processId(),
    name: "標準銷售 Standard Sales",
    recordType: { id: recordTypeId(), name: "新案 New Business", developerName: "New_Business" },
    openStages: [
        standard("Prospecting", { dwell: 0.12, lossWeight: 12, linesByHere: 0.08 }),
        standard("Qualification", { dwell: 0.12, lossWeight: 22, linesByHere: 0.15 }),
        standard("Needs Analysis", { dwell: 0.16, lossWeight: 18, linesByHere: 0.35 }),
        standard("Value Proposition", { dwell: 0.12, lossWeight: 12, linesByHere: 0.55 }),
        standard("Id. Decision Makers", { dwell: 0.08, lossWeight: 8, linesByHere: 0.65 }),
        standard("Perception Analysis", { dwell: 0.1, lossWeight: 6, linesByHere: 0.7 }),
        standard("Proposal/Price Quote", { dwell: 0.22, lossWeight: 14, linesByHere: 1 }),
        standard("Negotiation/Review", { dwell: 0.18, lossWeight: 8, linesByHere: 1 })
    ],
    starts: [
        [0, 60],
        [1, 28],
        [2, 12]
    ],
    exitsOfWon: [
        [7, 8],
        [6, 2]
    ],
    quoted: 3,
    proposal: 6,
    negotiation: 7,
    skips: STAGE_SKIPS,
    stepsBack: STEPS_BACK
};

const stage = (
    name: string,
    probability: number,
    forecastCategoryName: "Pipeline" | "Best Case" | "Commit",
    dwell: number,
    lossWeight: number,
    linesByHere: number
): Stage => ({
    name,
    probability,
    forecastCategoryName,
    isClosed: false,
    isWon: false,
    dwell,
    lossWeight,
    linesByHere
});

/**
 * What grew for renewals over the years, two teams adding stages in their own language, and nobody taking one away:
 * thirteen, of which two pairs say the same, one is never entered, one only passed through, one counts less than
 * the stage before it, two neighbours count alike, and several say what the seller did.
 */
export const renewal: SalesProcess = {
    id: processId(),
    name: "續約 Renewals",
    recordType: { id: recordTypeId(), name: "續約 Renewal", developerName: "Renewal" },
    openStages: [
        // Meant for a list that finance never sent: nobody has put a renewal here.
        stage("續約名單", 5, "Pipeline", 0.05, 0, 0),
        stage("已致電客戶", 10, "Pipeline", 0.1, 18, 0.1),
        stage("Meeting Booked", 10, "Pipeline", 0.1, 14, 0.15),
        stage("需求確認", 25, "Pipeline", 0.12, 14, 0.3),
        stage("Demo Done", 30, "Pipeline", 0.1, 10, 0.45),
        stage("內部審核", 40, "Pipeline", 0, 0, 0.6),
        stage("Proposal", 50, "Best Case", 0.12, 10, 1),
        stage("Proposal Sent", 60, "Best Case", 0.1, 10, 1),
        stage("提案", 55, "Best Case", 0.1, 10, 1),
        stage("提案審核", 65, "Best Case", 0.08, 6, 1),
        stage("Negotiation", 75, "Best Case", 0.1, 6, 1),
        stage("議價中", 80, "Commit", 0.08, 4, 1),
        stage("Waiting for PO", 90, "Commit", 0.12, 2, 1)
    ],
    starts: [
        [1, 60],
        [2, 25],
        [3, 15]
    ],
    exitsOfWon: [
        [12, 7],
        [11, 2],
        [10, 1]
    ],
    quoted: 5,
    proposal: 6,
    negotiation: 10,
    skips: RENEWAL_STAGE_SKIPS,
    stepsBack: RENEWAL_STEPS_BACK
};

export const salesProcesses: readonly SalesProcess[] = [newBusiness, renewal];

/** Index among the open stages; a closed one is past them all. */
export function placeOf({ openStages }: SalesProcess, at: Stage): number {
    const index = openStages.indexOf(at);
    return index === -1 ? openStages.length : index;
}
