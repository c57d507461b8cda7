import type {
    ChoiceComparison,
    Comparator,
    Condition,
    DateComparison,
    Implication,
    ListComparison,
    NumberComparison,
    NumberOperand
} from "../condition.ts";
import { outcomeAtZero } from "./blankNumbers.ts";
import { factDefinition, type FactName } from "../facts.ts";
import type { RecordRule, RuleSettings } from "../rule.ts";
import { fieldOf } from "../ownField.ts";
import { appliesWhen } from "../scope.ts";
import { isUnset, listIn, numberIn } from "../settings.ts";
import type { Outcome } from "../verdict.ts";

/** What SOQL needs as literals: the settings in force and today, "YYYY-MM-DD". */
export interface SoqlLiterals {
    readonly settings: RuleSettings;
    readonly today: string;
    /** The column that keeps a fact; its own name unless said otherwise. */
    readonly column?: ((fact: FactName) => string) | undefined;
}

/** A WHERE condition; "never" and "always" where no record or every record matches; or why SOQL can't ask it. */
export type SoqlPredicate = { readonly where: string } | "never" | "always" | { readonly notExpressible: string };

export interface RulePredicates {
    readonly applicable: SoqlPredicate;
    readonly unmet: SoqlPredicate;
    readonly unknown: SoqlPredicate;
}

const operators: Record<Comparator, Record<"met" | "unmet", readonly string[]>> = {
    atLeast: { met: [">="], unmet: ["<"] },
    atMost: { met: ["<="], unmet: [">"] },
    above: { met: [">"], unmet: ["<="] },
    below: { met: ["<"], unmet: [">="] },
    equalTo: { met: ["="], unmet: ["<", ">"] }
};

/** Which opportunities does the rule apply to, which break it, and of which can't it tell? */
export function soqlOfRule(rule: RecordRule, { settings, today }: SoqlLiterals): RulePredicates {
    const literals = { settings, today, column: (fact: FactName) => fieldOf(rule, fact, settings.field) };
    const when = appliesWhen(rule);
    const applicable = soqlOf(when, "met", literals);
    return {
        applicable,
        unmet: every([applicable, soqlOf(rule.requires, "unmet", literals)]),
        unknown: some([
            soqlOf(when, "unknown", literals),
            every([applicable, soqlOf(rule.requires, "unknown", literals)])
        ])
    };
}

/** Only positive comparisons and explicit `f = null`: SOQL's NOT and != treat blanks as they please. */
export function soqlOf(condition: Condition, outcome: Outcome, literals: SoqlLiterals): SoqlPredicate {
    if ("all" in condition) {
        return combine(condition.all, outcome, "met", literals);
    }
    if ("any" in condition) {
        return combine(condition.any, outcome, "unmet", literals);
    }
    if ("if" in condition) {
        return implicationPredicate(condition, outcome, literals);
    }
    if ("number" in condition) {
        return numberPredicate(condition, outcome, literals);
    }
    if ("date" in condition) {
        return datePredicate(condition, outcome, literals);
    }
    if ("choice" in condition) {
        return choicePredicate(condition, outcome, literals);
    }
    if ("listed" in condition) {
        return listPredicate(condition, outcome, literals);
    }
    if (outcome === "unknown") {
        return "never";
    }
    if ("flag" in condition) {
        return {
            where: `${columnOf(condition.flag, literals)} = ${String(condition.is === (outcome === "met")).toUpperCase()}`
        };
    }
    return presencePredicate(condition.presence, (condition.is === "blank") === (outcome === "met"), literals);
}

/** `unanimous` is the outcome that needs every part: met for "all", unmet for "any". */
function combine(
    parts: readonly Condition[],
    outcome: Outcome,
    unanimous: "met" | "unmet",
    literals: SoqlLiterals
): SoqlPredicate {
    const each = (wanted: Outcome) => parts.map((part) => soqlOf(part, wanted, literals));
    if (outcome === unanimous) {
        return every(each(unanimous));
    }
    if (outcome !== "unknown") {
        return some(each(outcome));
    }
    const undecided = parts.map((part) => some([soqlOf(part, unanimous, literals), soqlOf(part, "unknown", literals)]));
    return every([...undecided, some(each("unknown"))]);
}

function implicationPredicate(
    { if: asked, then }: Implication,
    outcome: Outcome,
    literals: SoqlLiterals
): SoqlPredicate {
    if (outcome === "met") {
        return some([soqlOf(asked, "unmet", literals), soqlOf(then, "met", literals)]);
    }
    if (outcome === "unmet") {
        return every([soqlOf(asked, "met", literals), soqlOf(then, "unmet", literals)]);
    }
    const [askedUnknown, thenUnknown] = [soqlOf(asked, "unknown", literals), soqlOf(then, "unknown", literals)];
    return every([
        some([soqlOf(asked, "met", literals), askedUnknown]),
        some([soqlOf(then, "unmet", literals), thenUnknown]),
        some([askedUnknown, thenUnknown])
    ]);
}

function numberPredicate(comparison: NumberComparison, outcome: Outcome, literals: SoqlLiterals): SoqlPredicate {
    const { than, whenUnset } = comparison;
    if (whenUnset !== undefined && "setting" in than && isUnset(literals.settings, than.setting)) {
        return outcome === whenUnset ? "always" : "never";
    }
    const operand = operandLiteral(than, literals);
    if (typeof operand !== "string") {
        return operand;
    }
    const holding = outcome === (comparison.holds ?? "met") ? operators[comparison.is].met : [];
    const failing = outcome === (comparison.otherwise ?? "unmet") ? operators[comparison.is].unmet : [];
    const column = columnOf(comparison.number, literals);
    const compared = some([...holding, ...failing].map((operator) => ({ where: `${column} ${operator} ${operand}` })));
    const { whenBlank } = comparison;
    const blank = whenBlank === "zero" ? outcomeAtZero(comparison) : whenBlank;
    return blank === undefined ? "never" : withBlank(comparison.number, blank, outcome, compared, literals);
}

function operandLiteral(operand: NumberOperand, literals: SoqlLiterals): string | { notExpressible: string } {
    if ("literal" in operand) {
        return operand.literal;
    }
    if ("fact" in operand) {
        return { notExpressible: "SOQL compares no field with another field." };
    }
    const value = numberIn(literals.settings, operand.setting);
    return value ?? { notExpressible: `The setting ${operand.setting} has no value.` };
}

function datePredicate(comparison: DateComparison, outcome: Outcome, literals: SoqlLiterals): SoqlPredicate {
    const operator = (comparison.is === "onOrAfter") === (outcome === "met") ? ">=" : "<";
    const column = columnOf(comparison.date, literals);
    const compared: SoqlPredicate =
        outcome === "unknown" ? "never" : { where: `${column} ${operator} ${literals.today}` };
    return withBlank(comparison.date, comparison.whenBlank, outcome, compared, literals);
}

function choicePredicate(comparison: ChoiceComparison, outcome: Outcome, literals: SoqlLiterals): SoqlPredicate {
    const { values } = factDefinition(comparison.choice);
    if (outcome !== "met" && values === undefined) {
        return {
            notExpressible: `The values of ${comparison.choice} are the org's own, so "any other" can't be listed.`
        };
    }
    const others = (values ?? []).filter((value) => !comparison.isOneOf.includes(value));
    const wanted = { met: comparison.isOneOf, unmet: others, unknown: [] }[outcome];
    const listed = isOneOf(columnOf(comparison.choice, literals), wanted);
    return withBlank(comparison.choice, comparison.whenBlank, outcome, listed, literals);
}

/** SOQL ignores the case of text, as the other worlds do here. */
function listPredicate(comparison: ListComparison, outcome: Outcome, literals: SoqlLiterals): SoqlPredicate {
    const names = listIn(literals.settings, comparison.in);
    if (names === null) {
        return outcome === "met" ? "always" : "never";
    }
    const listed: Readonly<Record<Outcome, SoqlPredicate>> = {
        met: isOneOf(columnOf(comparison.listed, literals), names),
        unmet: {
            notExpressible: `The values of ${comparison.listed} are the org's own, so "any other" can't be listed.`
        },
        unknown: "never"
    };
    return withBlank(comparison.listed, comparison.whenBlank, outcome, listed[outcome], literals);
}

function isOneOf(column: string, values: readonly string[]): SoqlPredicate {
    return values.length === 0 ? "never" : { where: `${column} IN (${values.map(quote).join(", ")})` };
}

function presencePredicate(fact: FactName, isBlank: boolean, literals: SoqlLiterals): SoqlPredicate {
    return { where: `${columnOf(fact, literals)} ${isBlank ? "=" : "!="} null` };
}

function columnOf(fact: FactName, { column = (name) => name }: SoqlLiterals): string {
    return column(fact);
}

function withBlank(
    fact: FactName,
    whenBlank: Outcome,
    outcome: Outcome,
    compared: SoqlPredicate,
    literals: SoqlLiterals
): SoqlPredicate {
    return whenBlank === outcome ? some([presencePredicate(fact, true, literals), compared]) : compared;
}

function every(predicates: readonly SoqlPredicate[]): SoqlPredicate {
    return join(predicates, "AND", "always", "never");
}

function some(predicates: readonly SoqlPredicate[]): SoqlPredicate {
    return join(predicates, "OR", "never", "always");
}

function join(
    predicates: readonly SoqlPredicate[],
    word: "AND" | "OR",
    neutral: "always" | "never",
    absorbing: "always" | "never"
): SoqlPredicate {
    if (predicates.includes(absorbing)) {
        return absorbing;
    }
    const refusal = predicates.find((predicate) => typeof predicate === "object" && "notExpressible" in predicate);
    if (refusal) {
        return refusal;
    }
    const texts = predicates.flatMap((predicate) =>
        typeof predicate === "object" && "where" in predicate ? [predicate.where] : []
    );
    if (texts.length < 2) {
        return texts[0] === undefined ? neutral : { where: texts[0] };
    }
    return { where: `(${texts.join(` ${word} `)})` };
}

function quote(text: string): string {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
