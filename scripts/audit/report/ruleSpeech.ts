import { historyRules, processRules, rules, sayFinding } from "c/pwPolicy";
import type { AdviceFinding, Language } from "c/pwPolicy";
import type { Reason } from "../result.ts";
import type { ReportWords } from "./words/reportWords.ts";

/** The sentences that every kind of rule has. */
export interface WordsOfRuleKind {
    readonly title: string;
    readonly why: string;
    readonly fix: string;
}

const adviceRules = [...historyRules, ...processRules];

/** Throws for an id that no rule of this policy has: the audit judged by the same policy. */
export function wordsOfRuleIn(language: Language): (ruleId: string) => WordsOfRuleKind {
    const words = new Map([...rules, ...adviceRules].map((rule) => [rule.id, rule.words[language]]));
    return (ruleId) => known(words.get(ruleId), ruleId);
}

/** What a rule that advises found, as a sentence. */
export type SayAdvice = (ruleId: string, finding: AdviceFinding) => string;

export function sayAdviceIn(language: Language): SayAdvice {
    const byId = new Map(adviceRules.map((rule) => [rule.id, rule]));
    return (ruleId, finding) => sayFinding(known(byId.get(ruleId), ruleId), finding, language);
}

/** Why a verdict is unknown. */
export function sayReason(ruleId: string, reason: Reason, words: ReportWords, say: SayAdvice): string {
    if (reason.found !== undefined) {
        return say(ruleId, reason.found);
    }
    return reason.code === "advice" ? reason.detail : words.reason[reason.code](reason.detail);
}

function known<T>(found: T | undefined, ruleId: string): T {
    if (found === undefined) {
        throw new Error(`No rule has the id ${ruleId}.`);
    }
    return found;
}
