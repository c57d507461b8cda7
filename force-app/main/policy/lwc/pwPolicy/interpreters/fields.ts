import type { Condition } from "../condition.ts";
import type { FactName } from "../facts.ts";
import type { RecordRule } from "../rule.ts";

/** The facts that must be read to judge the rule, each once, in the order in which the rule names them. */
export function fieldsRead(rule: RecordRule): FactName[] {
    return [...new Set([...factsIn(rule.when), ...factsIn(rule.requires)])];
}

function factsIn(condition: Condition): FactName[] {
    if ("all" in condition) {
        return condition.all.flatMap(factsIn);
    }
    if ("any" in condition) {
        return condition.any.flatMap(factsIn);
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
    return ["flag" in condition ? condition.flag : condition.presence];
}
