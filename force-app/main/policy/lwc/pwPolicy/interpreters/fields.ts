import type { Condition } from "../condition.ts";
import type { FactName } from "../facts.ts";
import type { RecordRule, RuleSettings } from "../rule.ts";
import { appliesWhen, asSet } from "../scope.ts";

/**
 * The facts that must be read to judge the rule, each once, in the order in which the rule names them: with these
 * settings, or with any that an admin may choose.
 */
export function fieldsRead(rule: RecordRule, settings?: RuleSettings): FactName[] {
    const parts = [appliesWhen(rule), rule.requires].flatMap(
        (part) => (settings === undefined ? part : asSet(part, settings)) ?? []
    );
    return [...new Set(parts.flatMap(factsIn))];
}

function factsIn(condition: Condition): FactName[] {
    if ("all" in condition) {
        return condition.all.flatMap(factsIn);
    }
    if ("any" in condition) {
        return condition.any.flatMap(factsIn);
    }
    if ("if" in condition) {
        return [condition.if, condition.then].flatMap(factsIn);
    }
    if ("number" in condition) {
        return "fact" in condition.than ? [condition.number, condition.than.fact] : [condition.number];
    }
    if ("date" in condition) {
        return [condition.date];
    }
    if ("choice" in condition) {
        return [condition.choice];
    }
    if ("listed" in condition) {
        return [condition.listed];
    }
    return ["flag" in condition ? condition.flag : condition.presence];
}
