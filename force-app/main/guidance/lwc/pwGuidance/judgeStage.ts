import {
    developerName,
    evaluateRule,
    exceptionInForce,
    fieldsRead,
    levels,
    withOwnField,
    wordsOf,
    type FactName,
    type Facts,
    type Language,
    type Level,
    type RecordRule,
    type RuleException,
    type RuleSettings
} from "c/pwPolicy";
import type { RuleRecord } from "./readAnswer.ts";

export type LevelInForce = Exclude<Level, "Off">;

/** Why a rule could not be judged. */
export type Cause =
    | { readonly code: "unseen"; readonly facts: readonly FactName[] }
    | { readonly code: "notSet" }
    | { readonly code: "badLevel" }
    | { readonly code: "failed"; readonly detail: string };

/** A rule that is not met at a stage, or of which that can't be told. */
export interface Gap {
    readonly ruleId: string;
    readonly verdict: "unmet" | "unknown";
    readonly level: LevelInForce;
    /** True when the rule is met. */
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    /** Null: it is unmet. */
    readonly cause: Cause | null;
}

/** A rule that would show a gap, had an exception not set it aside. */
export interface ExemptRule {
    readonly ruleId: string;
    readonly title: string;
    /** "YYYY-MM-DD". */
    readonly lastDay: string;
    readonly approver: string | null;
}

export interface JudgedStage {
    readonly stage: string;
    /** Strictest first. */
    readonly gaps: readonly Gap[];
    readonly exempt: readonly ExemptRule[];
    /** How many rules are met; those that do not apply are not counted. */
    readonly met: number;
}

/** A rule that is switched on. */
export interface RuleInForce {
    readonly rule: RecordRule;
    readonly record: RuleRecord;
}

/**
 * A rule without a record in the org is not in force there: its gate does not block either. An opportunity
 * created before the rule's date is warned where others are blocked. `createdOn`: "YYYY-MM-DD"; null: not known.
 */
export function rulesInForce(
    policy: readonly RecordRule[],
    records: readonly RuleRecord[],
    createdOn: string | null
): RuleInForce[] {
    return policy.flatMap((rule) => {
        const record = records.find((each) => each.developerName === developerName(rule.id));
        if (record === undefined || record.level === "Off") {
            return [];
        }
        const isSpared = createdOn !== null && record.createdFrom !== null && createdOn < record.createdFrom;
        return [{ rule, record: isSpared && record.level === "Block" ? { ...record, level: "Warn" } : record }];
    });
}

/** `today`: "YYYY-MM-DD" in the user's time zone. */
export function judgeStage(
    stage: string,
    inForce: readonly RuleInForce[],
    facts: Facts,
    exceptions: readonly RuleException[],
    today: string,
    language: Language
): JudgedStage {
    const judged = inForce.map((each) => judgeRule(each, facts, today, language));
    const gaps = judged.filter((each) => typeof each === "object");
    const exempt = gaps.flatMap(({ ruleId, title }) => {
        const exception = exceptionInForce(exceptions, ruleId, today);
        return exception === undefined
            ? []
            : [{ ruleId, title, lastDay: exception.expiresOn ?? "", approver: exception.approver }];
    });
    return {
        stage,
        gaps: gaps.filter((gap) => !exempt.some(({ ruleId }) => ruleId === gap.ruleId)).toSorted(strictestFirst),
        exempt,
        met: judged.filter((each) => each === "met").length
    };
}

function judgeRule(
    { rule, record }: RuleInForce,
    facts: Facts,
    today: string,
    language: Language
): Gap | "met" | "notApplicable" {
    const { title, why, fix } = wordsOf(rule, language);
    const level = levels.find((each) => each === record.level);
    if (level === undefined || level === "Off") {
        return gapOf("Observe", { code: "badLevel" });
    }
    const settings = { ...record, level };
    const read = withOwnField(rule, facts, record.field);
    try {
        const verdict = evaluateRule(rule, read, settings, today);
        if (verdict === "met" || verdict === "notApplicable") {
            return verdict;
        }
        return gapOf(level, verdict === "unmet" ? null : causeOf(rule, read, settings));
    } catch (error) {
        // One rule that can't cope with a value must not hide the others.
        return gapOf(level, { code: "failed", detail: error instanceof Error ? error.message : String(error) });
    }

    function gapOf(inForce: LevelInForce, cause: Cause | null): Gap {
        const verdict = cause === null ? "unmet" : "unknown";
        return { ruleId: rule.id, verdict, level: inForce, title, why, fix, cause };
    }
}

function causeOf(rule: RecordRule, facts: Facts, settings: RuleSettings): Cause {
    const unseen = fieldsRead(rule, settings).filter((fact) => facts[fact] === undefined);
    return unseen.length > 0 ? { code: "unseen", facts: unseen } : { code: "notSet" };
}

function strictestFirst(one: Gap, other: Gap): number {
    return levels.indexOf(other.level) - levels.indexOf(one.level);
}
