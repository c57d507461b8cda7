import type {
    ChoiceComparison,
    Comparator,
    Condition,
    DateComparison,
    ListComparison,
    ListSetting,
    NumberComparison,
    NumberOperand,
    NumberSetting
} from "../condition.ts";
import { blankWitness, factDefinition, type FactName } from "../facts.ts";
import { conjunction, disjunction, type FormulaTree } from "../formulaTree.ts";
import { refuseTellingBlankFromZero } from "./blankNumbers.ts";
import type { RecordRule } from "../rule.ts";
import { appliesWhen } from "../scope.ts";
import type { Outcome } from "../verdict.ts";

/** How names are spelled where the formula will stand: in a validation rule or in a flow. */
export interface FormulaSpelling {
    fact(name: FactName): string;
    setting(name: NumberSetting | ListSetting): string;
}

const operators: Record<Comparator, readonly [met: string, unmet: string]> = {
    atLeast: [">=", "<"],
    atMost: ["<=", ">"],
    above: [">", "<="],
    below: ["<", ">="],
    equalTo: ["=", "<>"]
};

/** A formula that is true exactly when the rule applies and is definitely unmet, whichever way blanks are read. */
export function formulaOfUnmet(rule: RecordRule, spelling: FormulaSpelling): FormulaTree {
    return conjunction([formulaOf(appliesWhen(rule), "met", spelling), formulaOf(rule.requires, "unmet", spelling)]);
}

/** A formula that is true exactly when the condition has this outcome for sure. */
export function formulaOf(condition: Condition, outcome: "met" | "unmet", spelling: FormulaSpelling): FormulaTree {
    if ("all" in condition) {
        return combine(condition.all, outcome, outcome === "met", spelling);
    }
    if ("any" in condition) {
        return combine(condition.any, outcome, outcome === "unmet", spelling);
    }
    if ("if" in condition) {
        return outcome === "met"
            ? disjunction([formulaOf(condition.if, "unmet", spelling), formulaOf(condition.then, "met", spelling)])
            : conjunction([formulaOf(condition.if, "met", spelling), formulaOf(condition.then, "unmet", spelling)]);
    }
    if ("number" in condition) {
        return numberFormula(condition, outcome, spelling);
    }
    if ("date" in condition) {
        return dateFormula(condition, outcome, spelling);
    }
    if ("choice" in condition) {
        return choiceFormula(condition, outcome, spelling);
    }
    if ("listed" in condition) {
        return listFormula(condition, outcome, spelling);
    }
    if ("flag" in condition) {
        const name = spelling.fact(condition.flag);
        return condition.is === (outcome === "met") ? name : `NOT(${name})`;
    }
    const isBlank = (condition.is === "blank") === (outcome === "met");
    const blank = isBlankFormula(condition.presence, spelling);
    return isBlank ? blank : `NOT(${blank})`;
}

function combine(
    parts: readonly Condition[],
    outcome: "met" | "unmet",
    needsAll: boolean,
    spelling: FormulaSpelling
): FormulaTree {
    const formulas = parts.map((part) => formulaOf(part, outcome, spelling));
    return needsAll ? conjunction(formulas) : disjunction(formulas);
}

function numberFormula(comparison: NumberComparison, outcome: "met" | "unmet", spelling: FormulaSpelling): FormulaTree {
    refuseTellingBlankFromZero(comparison);
    const { number, than, whenBlank } = comparison;
    const operator = operators[comparison.is][outcome === "met" ? 0 : 1];
    const { text, guards } = operandFormula(than, spelling);
    const meaning = outcome === "met" ? comparison.holds : comparison.otherwise;
    const compared =
        meaning === "unknown"
            ? "FALSE"
            : conjunction([...guards, `${numberName(number, spelling)} ${operator} ${text}`]);
    const guarded = whenBlank === "zero" ? compared : guardBlank(number, whenBlank, outcome, compared, spelling);
    return comparison.whenUnset === undefined || !("setting" in than)
        ? guarded
        : whereSet(spelling.setting(than.setting), outcome, guarded);
}

/** Met where nobody set the number; one below 0 is set, and settles nothing. */
function whereSet(setting: string, outcome: "met" | "unmet", guarded: FormulaTree): FormulaTree {
    return outcome === "met"
        ? disjunction([`BLANKVALUE(${setting}, 0) = 0`, guarded])
        : conjunction([`${setting} > 0`, guarded]);
}

/** Between semicolons, so that no name is found inside another; people type spaces and letters as they like. */
function listFormula(comparison: ListComparison, outcome: "met" | "unmet", spelling: FormulaSpelling): FormulaTree {
    const list = spelling.setting(comparison.in);
    const names = `UPPER(SUBSTITUTE(";" & ${list} & ";", " ", ""))`;
    const isListed = `CONTAINS(${names}, ";" & UPPER(${spelling.fact(comparison.listed)}) & ";")`;
    const compared = outcome === "met" ? isListed : `NOT(${isListed})`;
    const guarded = guardBlank(comparison.listed, comparison.whenBlank, outcome, compared, spelling);
    return outcome === "met"
        ? disjunction([`ISBLANK(${list})`, guarded])
        : conjunction([`NOT(ISBLANK(${list}))`, guarded]);
}

/** A blank that says the same as 0 is read as 0, whichever way the formula reads blanks. */
function numberName(name: FactName, spelling: FormulaSpelling): string {
    const spelled = spelling.fact(name);
    return factDefinition(name).blankIsZero === true ? `BLANKVALUE(${spelled}, 0)` : spelled;
}

/** A blank or zero setting is no setting; a blank fact can't be compared with. */
function operandFormula(operand: NumberOperand, spelling: FormulaSpelling): { text: string; guards: string[] } {
    if ("literal" in operand) {
        return { text: operand.literal, guards: [] };
    }
    if ("setting" in operand) {
        const text = spelling.setting(operand.setting);
        return { text, guards: [`${text} > 0`] };
    }
    const name = numberName(operand.fact, spelling);
    const isZero = factDefinition(operand.fact).blankIsZero === true;
    const guards = isZero ? [] : [`NOT(${isBlankFormula(operand.fact, spelling)})`];
    if (operand.lessTolerance === undefined) {
        return { text: name, guards };
    }
    const tolerance = spelling.setting(operand.lessTolerance);
    return { text: `${name} - ${tolerance}`, guards: [...guards, `${tolerance} > 0`] };
}

function dateFormula(comparison: DateComparison, outcome: "met" | "unmet", spelling: FormulaSpelling): FormulaTree {
    const isFromToday = (comparison.is === "onOrAfter") === (outcome === "met");
    const compared = `${spelling.fact(comparison.date)} ${isFromToday ? ">=" : "<"} TODAY()`;
    return guardBlank(comparison.date, comparison.whenBlank, outcome, compared, spelling);
}

function choiceFormula(comparison: ChoiceComparison, outcome: "met" | "unmet", spelling: FormulaSpelling): FormulaTree {
    const { values } = factDefinition(comparison.choice);
    const name = spelling.fact(comparison.choice);
    const isPicklist = factDefinition(comparison.choice).type === "picklist";
    const isValue = (value: string) =>
        isPicklist ? `ISPICKVAL(${name}, ${quote(value)})` : `${name} = ${quote(value)}`;
    const isListed = (list: readonly string[]) => disjunction(list.map(isValue));
    const others = values?.filter((value) => !comparison.isOneOf.includes(value));
    const compared =
        outcome === "met"
            ? isListed(comparison.isOneOf)
            : others === undefined
              ? conjunction(comparison.isOneOf.map((value) => `NOT(${isValue(value)})`))
              : isListed(others);
    return guardBlank(comparison.choice, comparison.whenBlank, outcome, compared, spelling);
}

function guardBlank(
    fact: FactName,
    whenBlank: Outcome,
    outcome: Outcome,
    compared: FormulaTree,
    spelling: FormulaSpelling
): FormulaTree {
    const blank = isBlankFormula(fact, spelling);
    return whenBlank === outcome ? { whenBlank: blank, otherwise: compared } : conjunction([`NOT(${blank})`, compared]);
}

function isBlankFormula(fact: FactName, spelling: FormulaSpelling): string {
    const { type } = factDefinition(fact);
    const witness = (type === "number" ? blankWitness(fact) : fact) ?? fact;
    const name = spelling.fact(witness);
    return factDefinition(witness).type === "picklist" ? `ISBLANK(TEXT(${name}))` : `ISBLANK(${name})`;
}

function quote(text: string): string {
    return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
