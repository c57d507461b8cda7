import type { AdviceFinding, AdviceRule } from "../advice.ts";
import type { Language } from "../rule.ts";

const listSeparators: Readonly<Record<Language, string>> = { en: ", ", zh_TW: "、", zh_CN: "、" };

/** The sentence of a finding. Throws on a code or an argument that the rule's words don't know: both are our own. */
export function sayFinding(rule: AdviceRule, finding: AdviceFinding, language: Language): string {
    const sentence = rule.words[language].findings[finding.code];
    if (sentence === undefined) {
        throw new Error(`The rule ${rule.id} has no words for "${finding.code}" in ${language}.`);
    }
    return sentence.replace(/\{(\w+)\}/g, (_braces, name: string) => {
        const value = finding.args[name];
        if (value === undefined) {
            throw new Error(`The finding "${finding.code}" of ${rule.id} has no argument "${name}".`);
        }
        return typeof value === "string" ? value : value.join(listSeparators[language]);
    });
}
