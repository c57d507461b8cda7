import type { FactName } from "c/pwPolicy";
import type { LevelInForce } from "../judgeStage.ts";

/** Everything the panel says in one language, apart from what the rules say themselves. */
export interface GuidanceWords {
    /** For dates and times of day. */
    readonly locale: string;
    readonly title: string;
    readonly loading: string;
    readonly lookAgain: string;
    lookedAt(time: string): string;
    /** The last look failed; what is shown was seen at that time. */
    old(time: string): string;
    readonly cannotReadRecord: string;
    readonly cannotReadRules: string;
    noAccess(parts: string): string;
    readonly parts: Readonly<Record<"stages" | "rules", string>>;
    noStageRecord(stage: string): string;
    readonly noRules: string;
    readonly lost: string;
    now(stage: string): string;
    before(stage: string): string;
    /** No rule applies at this stage. */
    readonly asksNothing: string;
    readonly allMet: string;
    readonly nothingMore: string;
    met(count: number): string;
    /** `lastDay`: "YYYY-MM-DD"; the approver's name, null where it can't be read. */
    exempt(title: string, lastDay: string, approver: string | null): string;
    readonly verdicts: Readonly<Record<"unmet" | "unknown", string>>;
    readonly levels: Readonly<Record<LevelInForce, string>>;
    /** With the space that follows, where the language has one. */
    readonly whatToDo: string;
    readonly whyUnknown: string;
    unseen(facts: string): string;
    /** What a person calls a fact; one that is missing here goes by its field name. */
    readonly facts: Readonly<Partial<Record<FactName, string>>>;
    readonly notSet: string;
    readonly badLevel: string;
    failed(detail: string): string;
    readonly and: string;
    /** Read aloud when gaps change: under which heading, and each title with its verdict. */
    gapsAt(heading: string, gaps: readonly (readonly [title: string, verdict: string])[]): string;
    quietAt(heading: string, sentence: string): string;
}
