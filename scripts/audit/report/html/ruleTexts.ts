import { describeCondition, rules } from "c/pwPolicy";
import type { Language, RecordRule } from "c/pwPolicy";
import { wordsOfRuleIn } from "../ruleSpeech.ts";
import type { WordsOfRuleKind } from "../ruleSpeech.ts";

/** The sentences of one rule as the page needs them, whatever kind of rule it is. */
export interface RuleText extends WordsOfRuleKind {
    /** What it applies to and what it requires; null for a rule that advises, whose findings say it with their numbers. */
    readonly condition: { readonly when: string; readonly requires: string } | null;
}

/** Throws for an id that no rule of this policy has: the audit judged by the same policy. */
export function ruleTextsIn(language: Language): (ruleId: string) => RuleText {
    const wordsOfRule = wordsOfRuleIn(language);
    const conditions = new Map(rules.map((rule) => [rule.id, conditionOf(rule, language)]));
    return (ruleId) => ({ ...wordsOfRule(ruleId), condition: conditions.get(ruleId) ?? null });
}

/** Thresholds differ by sales process; the words then speak of "the position set for this rule". */
function conditionOf({ defaults, when, requires }: RecordRule, language: Language): RuleText["condition"] {
    const settings = { level: defaults.level };
    return {
        when: describeCondition(when, settings, language),
        requires: describeCondition(requires, settings, language)
    };
}
