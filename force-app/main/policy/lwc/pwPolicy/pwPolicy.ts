/** The one face of the policy: what is right, and the interpreters that say so in each world. */
export type { FactName, FactType, FactValue, Facts } from "./facts.ts";
export { factTypes } from "./facts.ts";
export type { Outcome, Verdict } from "./verdict.ts";
export type { Condition, NumberSetting } from "./condition.ts";
export type { Language, Level, Practice, RecordRule, Rule, RuleSettings, RuleWords, Trigger } from "./rule.ts";
export { languages, levels } from "./rule.ts";
