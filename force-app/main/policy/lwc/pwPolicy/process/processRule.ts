import type { AdviceRule, AdviceSettings, Judgement } from "../advice.ts";
import type { StageKind } from "../positions.ts";

/** An active stage of one sales process. Null is blank, undefined could not be read. */
export interface ProcessStage {
    /** The value of StageName. */
    readonly stage: string;
    readonly label: string;
    readonly kind: StageKind;
    /** Percent points as decimal text. */
    readonly probability: string | null | undefined;
    /** The platform's ForecastCategoryName or token; only compared with others of the same list. */
    readonly forecastCategory: string | null | undefined;
    readonly use: StageUse | undefined;
}

/** How opportunities of the process used one stage in the 12 months up to the as-of time. */
export interface StageUse {
    /** Opportunities that entered the stage at least once; being created in it is entering. */
    readonly entered: number;
    /** Stays that ended, whatever came next. */
    readonly left: number;
    /** Of those, the ones that had lasted 24 hours or less. */
    readonly leftWithinDay: number;
}

export interface ProcessFacts {
    /** In the order of the process; none that is inactive. Undefined: could not be read. */
    readonly stages: readonly ProcessStage[] | undefined;
    /** Opportunities of the process that entered any stage in the same 12 months. */
    readonly opportunities: number | undefined;
}

/** A rule about the stages of one sales process. It advises: nobody's save can put a process right. */
export interface ProcessRule<Setting extends string = string, Code extends string = string> extends AdviceRule<
    Setting,
    Code
> {
    readonly kind: "process";
    judge(facts: ProcessFacts, settings: AdviceSettings<Setting>): Judgement;
}

/** What every process rule says where the stages themselves could not be read. */
export const stagesUnreadable: Judgement = {
    verdict: "unknown",
    findings: [{ code: "stagesUnreadable", weight: "cannotTell", args: {} }]
};
