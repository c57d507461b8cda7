import { levels } from "c/pwPolicy";
import type { Level } from "c/pwPolicy";
import type { AuditResult, ReasonCount } from "./result.ts";

export interface ExitTerms {
    /** 1 when a rule at this level or above is unmet; null: findings alone never fail the run. */
    readonly failOn: Level | null;
    /** 2 when the running user may not see every opportunity. */
    readonly requireComplete: boolean;
}

/**
 * Nothing failed: the data does not say, or the org has no such field. What advice could not read for is among what
 * the run could not read.
 */
const normal: readonly ReasonCount["code"][] = ["undecided", "noSuchField", "advice"];

/**
 * 0: judged. 1: `failOn` was reached. 2: something that should have been readable was not, a rule could not be
 * run, or the view is partial and had to be complete. What couldn't be judged goes before what was found.
 */
export function exitCodeOf({ run, rules }: AuditResult, terms: ExitTerms): 0 | 1 | 2 {
    const couldNotRun = rules.some((rule) => rule.reasons.some(({ code }) => !normal.includes(code)));
    const isPartial = terms.requireComplete && run.seesAll !== "yes";
    if (run.unreadable.length > 0 || couldNotRun || isPartial) {
        return 2;
    }
    const { failOn } = terms;
    const isReached = rules.some(
        (rule) => failOn !== null && rule.unmet > 0 && levels.indexOf(rule.level) >= levels.indexOf(failOn)
    );
    return isReached ? 1 : 0;
}
