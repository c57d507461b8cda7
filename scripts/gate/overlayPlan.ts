import type { Language, Level, Practice } from "c/pwPolicy";
import { placeIn, type PlacedProcess } from "./placeProcesses.ts";
import { standardStages, type PlacedProcessStage } from "./stages.ts";

/** What can be installed without the others: the rules of a practice with their flows, or the alerts. */
export const modules = ["products", "contactRoles", "discounts", "hygiene", "alerts"] as const;
export type Module = (typeof modules)[number];

/** What an overlay is written for: the org's own stages, and what its admin chose. */
export interface OverlayPlan {
    /**
     * "*" first: every active stage; then each record type whose process leaves some out or places them elsewhere, with
     * all that it offers. All positions are on one scale.
     */
    readonly processes: readonly PlacedProcess[];
    /** Where Opportunity has none, nothing written may name RecordType. */
    readonly hasRecordTypes: boolean;
    /** Developer names of the active ones of Opportunity; the "*" process is that of those which have none above. */
    readonly recordTypes: readonly string[];
    /** Where it is off, no flow may post. */
    readonly hasChatter: boolean;
    /** Active in the org, English apart; a translation for any other fails the whole deploy. */
    readonly translations: readonly Exclude<Language, "en">[];
    readonly modules: readonly Module[];
    /** A Path is written for each record type, or for the master where there are none. */
    readonly hasPath: boolean;
    /** Of the posts about decisions, unless PW_Settings__c says another. */
    readonly postLanguage: Language;
    /** By rule id; what is left out has the rule's own default. */
    readonly rules: Readonly<Record<string, RuleChoice>>;
}

/** What an admin may choose for one rule. Numbers are decimal text, days "YYYY-MM-DD"; null or absent is not set. */
export interface RuleChoice {
    readonly level?: Level;
    readonly fromPosition?: string | null;
    readonly minimum?: string | null;
    readonly tolerance?: string | null;
    readonly createdFrom?: string | null;
    /** Developer names; empty is all. */
    readonly recordTypes?: readonly string[];
    /** In the opportunity's own currency. */
    readonly minimumAmount?: string | null;
    readonly decisionRoles?: readonly string[];
    readonly exemptFamilies?: readonly string[];
    readonly largerMinimum?: string | null;
    readonly largerFromPosition?: string | null;
    readonly largerFromAmount?: string | null;
    readonly largerRecordTypes?: readonly string[];
    /** API name of the org's own field on Opportunity that the rule reads in place of ours. */
    readonly field?: string | null;
}

/** What the repository's own overlay is written for: the stages of a new org, everything on board. */
export const standardPlan: OverlayPlan = {
    processes: [{ recordType: "*", stages: placeIn(standardStages) }],
    hasRecordTypes: false,
    recordTypes: [],
    hasChatter: true,
    translations: [],
    modules,
    hasPath: false,
    postLanguage: "en",
    rules: {}
};

/** What a record type offers. */
export function stagesFor({ processes }: OverlayPlan, recordType: string): readonly PlacedProcessStage[] {
    const own = processes.find((each) => each.recordType === recordType);
    return (own ?? processes.find((each) => each.recordType === "*"))?.stages ?? [];
}

/** Those of every process: a threshold that is asked of them holds for all. */
export function stagesOfAny({ processes }: OverlayPlan): readonly PlacedProcessStage[] {
    return processes.flatMap(({ stages }) => stages);
}

/** Whether the practice's rules are part of the overlay. Those about stages always are. */
export function isChosen({ modules: chosen }: OverlayPlan, practice: Practice): boolean {
    return practice === "stages" || chosen.includes(practice);
}
