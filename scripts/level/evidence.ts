import type { Level } from "c/pwPolicy";
import type { Artifact } from "../audit/gathered.ts";
import type { ExceptionResult, RuleResult, Run } from "../audit/result.ts";
import type { Finding as SetUpFinding } from "../check/finding.ts";

/** Opportunities of one owner, or in one stage, that break the rule. */
export interface Broken {
    /** Null where the org doesn't say. */
    readonly name: string | null;
    readonly count: number;
}

/** The last stage change of each opportunity that changed since a day. */
export interface Moves {
    /** "YYYY-MM-DD". */
    readonly since: string;
    /** Those of which the stamp speaks. */
    readonly judged: number;
    /** Those with this rule among their gaps. A rule at Block or Off leaves none. */
    readonly withGap: number;
    /** Moved by automation or while the gate was off: no stamp speaks of them. */
    readonly unstamped: number;
}

/** What the org says about one rule, not weighed yet. */
export interface Evidence {
    readonly org: { readonly id: string; readonly name: string };
    readonly ruleId: string;
    /** Null where the record's level is none of ours, so that the rule blocks nothing. */
    readonly level: Level | null;
    readonly written: string | null;
    readonly asOf: string;
    readonly seesAll: Run["seesAll"];
    readonly open: Pick<RuleResult, "applicable" | "met" | "unmet" | "unknown" | "exempt" | "reasons">;
    readonly byOwner: readonly Broken[];
    readonly byStage: readonly Broken[];
    readonly exceptions: readonly ExceptionResult[];
    readonly moves: Artifact<Moves>;
    /** Open opportunities whose stamp says something else than their records. */
    readonly drifted: Artifact<number>;
    /** What is wrong with the set-up and touches this rule. */
    readonly setUp: readonly SetUpFinding[];
}
