import type { Condition, NumberOperand, NumberSetting } from "../condition.ts";
import { languages, type Language, type RecordRule, type RuleSettings, type RuleWords } from "../rule.ts";
import { asSet } from "../scope.ts";
import { listIn } from "../settings.ts";
import { vocabulary } from "../vocabulary.ts";

export function wordsOf(rule: RecordRule, language: Language): RuleWords {
    return rule.words[language];
}

/**
 * The language we have for a Salesforce locale or an environment's `LANG` ("zh_HK", "zh-Hans-CN",
 * "fr_FR.UTF-8"): traditional characters for Hong Kong and Macau, English where we have no other.
 */
export function languageFor(locale: string): Language {
    const tag = locale.replaceAll("-", "_").split(".")[0] ?? "";
    const exact = languages.find((language) => language.toLowerCase() === tag.toLowerCase());
    if (exact) {
        return exact;
    }
    if (!/^zh(_|$)/i.test(tag)) {
        return "en";
    }
    return /_(TW|HK|MO|Hant)/i.test(tag) ? "zh_TW" : "zh_CN";
}

/**
 * The condition as a person would say it. Numbers come from the settings, so prose never repeats them; what nobody
 * set is left out.
 */
export function describeCondition(condition: Condition, settings: RuleSettings, language: Language): string {
    const set = asSet(condition, settings);
    return set === null ? "" : describeSet(set, settings, language);
}

function describeSet(condition: Condition, settings: RuleSettings, language: Language): string {
    const words = vocabulary[language];
    const describe = (part: Condition): string => {
        const text = describeSet(part, settings, language);
        const hasParts = "if" in part || ("all" in part ? part.all : "any" in part ? part.any : []).length > 1;
        return hasParts ? words.group(text) : text;
    };
    if ("all" in condition) {
        return condition.all.map(describe).join(words.and);
    }
    if ("any" in condition) {
        return condition.any.map(describe).join(words.or);
    }
    if ("if" in condition) {
        return words.onlyWhere(describe(condition.then), describe(condition.if));
    }
    if ("number" in condition) {
        return words.compare(
            words.facts[condition.number],
            condition.is,
            operandWords(condition.than, settings, language)
        );
    }
    if ("date" in condition) {
        return words.compareToToday(words.facts[condition.date], condition.is);
    }
    if ("choice" in condition) {
        const choices = condition.isOneOf.map((value) => words.values[value] ?? value);
        return words.isOneOf(words.facts[condition.choice], choices.join(words.or));
    }
    if ("listed" in condition) {
        const names = listIn(settings, condition.in) ?? [];
        return words.isOneOf(words.facts[condition.listed], names.join(words.or));
    }
    return "flag" in condition
        ? words.isTrue(words.facts[condition.flag], condition.is)
        : words.isPresent(words.facts[condition.presence], condition.is === "present");
}

function operandWords(operand: NumberOperand, settings: RuleSettings, language: Language): string {
    if ("literal" in operand) {
        return operand.literal;
    }
    const words = vocabulary[language];
    const settingWords = (name: NumberSetting) => settings[name] ?? words.settings[name];
    if ("setting" in operand) {
        return settingWords(operand.setting);
    }
    const fact = words.facts[operand.fact];
    return operand.lessTolerance === undefined ? fact : words.less(fact, settingWords(operand.lessTolerance));
}
