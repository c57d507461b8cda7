import type { AdviceFinding, Level, Practice, StageKind, Verdict } from "c/pwPolicy";

/**
 * The audit's answer, a contract: `--json` prints it. Codes and arguments only, no sentences; numbers that
 * must be exact (money, percent, days) are decimal text.
 */
export interface AuditResult {
    readonly run: Run;
    readonly rules: readonly RuleResult[];
    /**
     * Worst first: by level, then by amount. One per opportunity and rule that is unmet or unknown; what was found
     * about a sales process has no record, and stands with the process.
     */
    readonly findings: readonly Finding[];
    /** Approved and not expired on `run.asOf`, of the opportunities in scope; the first to end goes first. */
    readonly exceptions: readonly ExceptionResult[];
    readonly processes: readonly ProcessResult[];
    readonly funnel: Funnel;
}

export interface Run {
    readonly id: string;
    /** Null where the org's own row could not be read; `unreadable` then says why. */
    readonly org: { readonly id: string; readonly name: string; readonly isSandbox: boolean } | null;
    readonly url: string;
    /** "YYYY-MM-DD" in the running user's time zone. */
    readonly asOf: string;
    /** Closed opportunities count from this close date on; null: open ones only. */
    readonly closedSince: string | null;
    readonly opportunities: number;
    readonly apiCalls: number;
    /** From the first request to the last verdict. */
    readonly seconds: number;
    readonly user: { readonly name: string; readonly username: string } | null;
    readonly seesAll: "yes" | "no" | "notKnown";
    /** Of the record rules; each rule names its own. */
    readonly settingsFrom: readonly SettingsSource[];
    /** Rules left out with `--without`. */
    readonly without: readonly string[];
    /** What should have been readable and was not; any entry makes the exit code 2. */
    readonly unreadable: readonly Unreadable[];
    /**
     * Stages that opportunities stand in and nothing places. Offered: their sales process has the stage, but the org's
     * stage records (PW_Stage__mdt), which go first, don't name it. Otherwise no process has it.
     */
    readonly unmappedStages: readonly {
        readonly stage: string | null;
        readonly count: number;
        readonly isOffered: boolean;
    }[];
    /** PW_Rule__mdt records that name no rule of this policy. */
    readonly unusedRuleRecords: readonly string[];
}

export interface Unreadable {
    /** An object, a field ("Opportunity.Amount") or a process. */
    readonly what: string;
    /** The org's own words. */
    readonly reason: string;
}

/** Rule records of the org, else the config file, else the rule's own default. */
export type SettingsSource = "ruleRecord" | "configFile" | "default";

/** A record rule judges each opportunity in scope, a history rule each open one, a process rule each sales process. */
export interface RuleResult {
    readonly id: string;
    readonly kind: "record" | "history" | "process";
    readonly practice: Practice;
    readonly level: Level;
    readonly settingsFrom: SettingsSource;
    /** met + unmet + unknown: opportunities, or sales processes. */
    readonly applicable: number;
    readonly met: number;
    readonly unmet: number;
    readonly unknown: number;
    /** Not among `applicable`: the rule would apply, but an exception sets it aside. Absent: no exception can. */
    readonly exempt?: number;
    readonly reasons: readonly ReasonCount[];
}

/**
 * Why a verdict is unknown, or (`noSuchField`) why a rule applies to nothing in this org. `detail`: the facts, the message of what was thrown, the bad value, or the code of what a
 * rule that advises says itself, which is then in `found` with its arguments.
 */
export interface Reason {
    readonly code:
        "factUnreadable" | "undecided" | "ruleThrew" | "badSetting" | "settingUnreadable" | "noSuchField" | "advice";
    readonly detail: string;
    readonly found?: AdviceFinding;
}

export type ReasonCount = Reason & { readonly count: number };

export interface Finding {
    readonly ruleId: string;
    readonly verdict: Extract<Verdict, "unmet" | "unknown">;
    readonly recordId: string;
    readonly recordName: string;
    readonly owner: string | null;
    readonly stage: string | null;
    readonly amount: string | null;
    readonly currency: string | null;
    /** The facts the rule read, the settings in force and, where unknown, the reason. */
    readonly args: Readonly<Record<string, string | boolean | null>>;
    /** What a history rule found, the reasons of its verdict first; absent for a record rule. */
    readonly advice?: readonly AdviceFinding[];
}

/** A rule set aside for one opportunity. */
export interface ExceptionResult {
    readonly ruleId: string;
    readonly recordId: string;
    readonly recordName: string;
    readonly owner: string | null;
    readonly stage: string | null;
    /** "YYYY-MM-DD": the last day. */
    readonly expiresOn: string;
    readonly approver: string | null;
    readonly reason: string | null;
}

/** A sales process that opportunities have. */
export interface ProcessResult {
    readonly name: string;
    readonly recordTypeId: string | null;
    /** Of the opportunities in scope, those that have it. */
    readonly opportunities: number;
    /** Its stages as the audit placed them for the rules about records, by position. */
    readonly stages: readonly PlacedStageResult[];
    /** Its active stages in the org's order, the closed ones last, placed or not; null where they can't be read. */
    readonly offers: readonly OfferedStage[] | null;
    /** One per process rule that is judged. */
    readonly advice: readonly ProcessAdvice[];
}

export interface PlacedStageResult {
    readonly stage: string;
    readonly kind: StageKind;
    readonly position: string;
    readonly probability: string | null;
}

export interface OfferedStage {
    readonly stage: string;
    readonly label: string;
    readonly kind: StageKind;
    /** Null: the org's stage records don't place it. */
    readonly position: string | null;
    readonly probability: string | null;
    /** Opportunities that entered it in the last 12 months; null where the history can't be read. */
    readonly entered: number | null;
}

/** What one rule says of one sales process, the reasons of its verdict first. */
export interface ProcessAdvice {
    readonly ruleId: string;
    readonly verdict: Verdict;
    readonly findings: readonly AdviceFinding[];
    /** Why the rule could not be judged at all; what it could not tell itself is among the findings. */
    readonly reason: Reason | null;
}

export type { AdviceFinding, StageKind };

/** What stands in the pipeline on `run.asOf`, and what was closed since `run.closedSince`. */
export interface Funnel {
    /** The one currency of every amount here; null where the org doesn't say or several are mixed. */
    readonly currency: string | null;
    /** Amounts in several currencies are never added up: every total is then null. */
    readonly isMixedCurrency: boolean;
    /** In the order of the org's stages; `amount` is null where it can't be read. */
    readonly stages: readonly FunnelStage[];
    readonly open: Total;
    /** Won in the period by close date, and their amount: won revenue. */
    readonly won: Total;
    readonly lost: Total;
    readonly winRate: WinRate;
    /** Open opportunities with a blank account; null where the account can't be read. */
    readonly openWithoutAccount: Total | null;
    readonly daysToClose: { readonly won: Days; readonly closed: Days };
}

export interface Total {
    readonly count: number;
    readonly amount: string | null;
    /** How many have a blank amount; they add nothing. */
    readonly withoutAmount: number;
}

export interface FunnelStage extends Total {
    readonly stage: string | null;
    readonly label: string;
    readonly kind: StageKind;
}

/** won / (won + lost) among closed in the period; open ones are not in it. Percent points, two decimals. */
export interface WinRate {
    readonly won: number;
    readonly lost: number;
    readonly rate: string | null;
    /** Wilson's 95 % interval; null with fewer than 20 decided, which is too few to say. */
    readonly wilson95: { readonly low: string; readonly high: string } | null;
    readonly isTooFew: boolean;
}

/** Whole days from the created date (running user's time zone) to the close date. Two decimals; null without any. */
export interface Days {
    readonly count: number;
    readonly mean: string | null;
    readonly median: string | null;
}
