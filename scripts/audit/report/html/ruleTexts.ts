import { describeCondition, rules, wordsOf } from "c/pwPolicy";
import type { Language, Rule } from "c/pwPolicy";

/** The sentences of one rule as the page needs them, whatever kind of rule it is. */
export interface RuleText {
    readonly title: string;
    readonly why: string;
    readonly fix: string;
    /** What it applies to and what it requires. */
    readonly when: string;
    readonly requires: string;
}

/** Throws for an id that no rule of this policy has: the audit judged by the same policy. */
export function ruleTextsIn(language: Language): (ruleId: string) => RuleText {
    const texts = new Map(rules.map((rule) => [rule.id, textOf(rule, language)]));
    return (ruleId) => {
        const text = texts.get(ruleId);
        if (text === undefined) {
            throw new Error(`No rule has the id ${ruleId}.`);
        }
        return text;
    };
}

function textOf(rule: Rule, language: Language): RuleText {
    const { title, why, fix } = wordsOf(rule, language);
    // Thresholds differ by sales process; the words then speak of "the position set for this rule".
    const settings = { level: rule.defaults.level };
    return {
        title,
        why,
        fix,
        when: describeCondition(rule.when, settings, language),
        requires: describeCondition(rule.requires, settings, language)
    };
}
