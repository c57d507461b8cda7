import type { AdviceRule, AdviceSettings, Judgement } from "../advice.ts";
import type { ProcessStage } from "../process/processRule.ts";
import type { Sojourn } from "./sojourns.ts";

/**
 * How long opportunities of the same process usually stay in one stage: the org's own figures. Times are
 * milliseconds.
 */
export interface UsualStay {
    /** Stays that ended in a move to a higher stage or to won. */
    readonly advanced: number;
    /** The sum of those stays. */
    readonly advancedTotal: number;
    /** Percentiles of those stays, by nearest rank; null without any. */
    readonly advancedP75: number | null;
    readonly advancedP90: number | null;
    /** Kaplan–Meier's median over all stays, whatever ended them, open ones as censored; null where it isn't reached. */
    readonly median: number | null;
    readonly stays: number;
    /** Of all stays, those that have not ended. */
    readonly open: number;
}

/** Undefined: could not be read. */
export interface HistoryFacts {
    /** The moment judged, milliseconds since 1970 UTC. */
    readonly asOf: number;
    /** The value of StageName. */
    readonly stage: string | undefined;
    /** The active stages of the record's own sales process in order, and the closed ones. */
    readonly process: readonly Pick<ProcessStage, "stage" | "label" | "kind">[] | undefined;
    /** From `buildSojourns`, earliest first. */
    readonly sojourns: readonly Sojourn[] | undefined;
    /** Of the current stage. */
    readonly usual: UsualStay | undefined;
}

/** A rule about the way of one opportunity through its stages. It advises: what has happened can't be refused. */
export interface HistoryRule<Setting extends string = string, Code extends string = string> extends AdviceRule<
    Setting,
    Code
> {
    readonly kind: "history";
    judge(facts: HistoryFacts, settings: AdviceSettings<Setting>): Judgement;
}
