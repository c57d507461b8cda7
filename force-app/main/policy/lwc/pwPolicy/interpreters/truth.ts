import type {
    Comparator,
    Condition,
    DateComparison,
    FlagComparison,
    NumberComparison,
    NumberOperand
} from "../condition.ts";
import type { ChoiceComparison, Implication, ListComparison, PresenceComparison } from "../condition.ts";
import { addDecimals, compareDecimals } from "../decimal.ts";
import { factDefinition, type FactName, type Facts } from "../facts.ts";
import type { RecordRule, RuleSettings } from "../rule.ts";
import { appliesWhen } from "../scope.ts";
import { isUnset, listIn, numberIn } from "../settings.ts";
import type { Outcome, Verdict } from "../verdict.ts";

/** What the condition is judged against. `today` is "YYYY-MM-DD" in the running user's time zone. */
export interface Circumstances {
    readonly facts: Facts;
    readonly settings: RuleSettings;
    readonly today: string;
}

/** Does this opportunity meet the rule? Throws on a fact or setting that is no number, date or flag where one is due. */
export function evaluateRule(rule: RecordRule, facts: Facts, settings: RuleSettings, today: string): Verdict {
    const circumstances = { facts, settings, today };
    const applies = evaluateCondition(appliesWhen(rule), circumstances);
    if (applies === "unmet") {
        return "notApplicable";
    }
    return applies === "unknown" ? "unknown" : evaluateCondition(rule.requires, circumstances);
}

/** Kleene logic: one unmet part settles "all", one met part settles "any", whatever else is unknown. */
export function evaluateCondition(condition: Condition, circumstances: Circumstances): Outcome {
    if ("all" in condition) {
        return settle(condition.all, "unmet", "met", circumstances);
    }
    if ("any" in condition) {
        return settle(condition.any, "met", "unmet", circumstances);
    }
    if ("if" in condition) {
        return evaluateImplication(condition, circumstances);
    }
    if ("number" in condition) {
        return evaluateNumber(condition, circumstances);
    }
    if ("date" in condition) {
        return evaluateDate(condition, circumstances);
    }
    if ("choice" in condition) {
        return evaluateChoice(condition, circumstances.facts);
    }
    if ("listed" in condition) {
        return evaluateList(condition, circumstances);
    }
    return "flag" in condition
        ? evaluateFlag(condition, circumstances.facts)
        : evaluatePresence(condition, circumstances.facts);
}

function settle(
    parts: readonly Condition[],
    settling: Outcome,
    otherwise: Outcome,
    circumstances: Circumstances
): Outcome {
    const outcomes = parts.map((part) => evaluateCondition(part, circumstances));
    if (outcomes.includes(settling)) {
        return settling;
    }
    return outcomes.includes("unknown") ? "unknown" : otherwise;
}

function evaluateImplication({ if: asked, then }: Implication, circumstances: Circumstances): Outcome {
    const [isAsked, outcome] = [evaluateCondition(asked, circumstances), evaluateCondition(then, circumstances)];
    if (isAsked === "unmet" || outcome === "met") {
        return "met";
    }
    return isAsked === "met" ? outcome : "unknown";
}

function evaluateNumber(comparison: NumberComparison, circumstances: Circumstances): Outcome {
    const { than, whenUnset } = comparison;
    if (whenUnset !== undefined && "setting" in than && isUnset(circumstances.settings, than.setting)) {
        return whenUnset;
    }
    const value = circumstances.facts[comparison.number];
    if (value === undefined) {
        return "unknown";
    }
    if (value === null && comparison.whenBlank !== "zero") {
        return comparison.whenBlank;
    }
    const operand = operandValue(than, circumstances);
    if (operand === undefined) {
        return "unknown";
    }
    const isSo = holds(comparison.is, compareDecimals(value === null ? "0" : String(value), operand));
    return isSo ? (comparison.holds ?? "met") : (comparison.otherwise ?? "unmet");
}

/** Undefined where there is nothing to compare with: an unset or non-positive setting, a blank or unreadable fact. */
function operandValue(operand: NumberOperand, { facts, settings }: Circumstances): string | undefined {
    if ("literal" in operand) {
        return operand.literal;
    }
    if ("setting" in operand) {
        return numberIn(settings, operand.setting);
    }
    const value = facts[operand.fact] ?? (facts[operand.fact] === null ? blankNumber(operand.fact) : undefined);
    if (value === undefined || operand.lessTolerance === undefined) {
        return value === undefined ? undefined : String(value);
    }
    const tolerance = numberIn(settings, operand.lessTolerance);
    return tolerance === undefined ? undefined : addDecimals(String(value), `-${tolerance}`);
}

function blankNumber(name: FactName): string | undefined {
    return factDefinition(name).blankIsZero === true ? "0" : undefined;
}

function holds(comparator: Comparator, order: number): boolean {
    switch (comparator) {
        case "atLeast":
            return order >= 0;
        case "atMost":
            return order <= 0;
        case "above":
            return order > 0;
        case "below":
            return order < 0;
        case "equalTo":
            return order === 0;
    }
}

function evaluateDate(comparison: DateComparison, { facts, today }: Circumstances): Outcome {
    const value = facts[comparison.date];
    if (value === undefined) {
        return "unknown";
    }
    if (value === null) {
        return comparison.whenBlank;
    }
    const day = dateText(value);
    return outcomeOf(comparison.is === "onOrAfter" ? day >= dateText(today) : day < dateText(today));
}

function dateText(value: string | boolean): string {
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
        throw new Error(`"${value}" is not a date written YYYY-MM-DD.`);
    }
    return value;
}

function evaluateChoice(comparison: ChoiceComparison, facts: Facts): Outcome {
    const value = facts[comparison.choice];
    if (value === undefined) {
        return "unknown";
    }
    if (value === null) {
        return comparison.whenBlank;
    }
    if (comparison.isOneOf.includes(String(value))) {
        return "met";
    }
    const { values } = factDefinition(comparison.choice);
    return values === undefined || values.includes(String(value)) ? "unmet" : "unknown";
}

function evaluateList(comparison: ListComparison, { facts, settings }: Circumstances): Outcome {
    const names = listIn(settings, comparison.in);
    if (names === null) {
        return "met";
    }
    const value = facts[comparison.listed];
    if (value === undefined) {
        return "unknown";
    }
    return value === null
        ? comparison.whenBlank
        : outcomeOf(names.some((name) => name.toUpperCase() === String(value).toUpperCase()));
}

function evaluateFlag(comparison: FlagComparison, facts: Facts): Outcome {
    const value = facts[comparison.flag];
    return typeof value === "boolean" ? outcomeOf(value === comparison.is) : "unknown";
}

function evaluatePresence(comparison: PresenceComparison, facts: Facts): Outcome {
    const value = facts[comparison.presence];
    return value === undefined ? "unknown" : outcomeOf((value === null) === (comparison.is === "blank"));
}

function outcomeOf(isMet: boolean): Outcome {
    return isMet ? "met" : "unmet";
}
