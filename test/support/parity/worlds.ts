/** The three worlds in which a rule is judged, each asked about the same facts. */
import { readFileSync } from "node:fs";
import { developerName, evaluateRule, formulaOfUnmet, printFormula, soqlOfRule } from "c/pwPolicy";
import type { Facts, RecordRule, RuleSettings, SoqlPredicate, Verdict } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import { XMLParser } from "fast-xml-parser";
import { compileFormula } from "../../../local-org/formula/compileFormula.ts";
import type { FormulaScope } from "../../../local-org/formula/formula.ts";
import { ruleRecordReference, validationRuleSpelling } from "../../../scripts/gate/spelling.ts";
import { scopeOfFacts } from "../factScope.ts";
import { parityToday } from "./vectors.ts";

export const nullModes = ["blankAsZero", "blankAsBlank"] as const;

export function truthOf(rule: RecordRule, vectors: readonly Facts[], settings: RuleSettings): Verdict[] {
    return vectors.map((facts) => evaluateRule(rule, facts, settings, parityToday));
}

/** For each vector, whether the formula refuses it, blanks read as zero and as blank. */
export function refusalsOf(rule: RecordRule, vectors: readonly Facts[], settings: RuleSettings): [unknown, unknown][] {
    const text = printFormula(formulaOfUnmet(rule, validationRuleSpelling(rule.id)));
    const formula = compileFormula(text, scopeOfFacts(rule.id, {}, settings, parityToday));
    return vectors.map((facts) => {
        const scope = scopeOfFacts(rule.id, facts, settings, parityToday);
        return [formula.evaluate(scope, nullModes[0]), formula.evaluate(scope, nullModes[1])];
    });
}

/**
 * The formula as it stands in the file that is deployed, guard and all, on a move that opens the guard: one
 * position up, at Block, by somebody who may not pass. It can refuse only what carries a current stamp.
 */
export function deployedRefusalsOf(
    rule: RecordRule,
    vectors: readonly Facts[],
    settings: RuleSettings
): [unknown, unknown][] {
    const formula = compileFormula(deployedFormula(rule), openGuard(rule, {}, settings));
    return vectors.map((facts) => {
        const scope = openGuard(rule, facts, settings);
        return [formula.evaluate(scope, nullModes[0]), formula.evaluate(scope, nullModes[1])];
    });
}

function openGuard(rule: RecordRule, facts: Facts, settings: RuleSettings): FormulaScope {
    const position = facts.PW_Position__c;
    const from = typeof position === "string" ? new Decimal(position).minus(1) : null;
    const other = {
        PW_From_Position__c: { type: "number", value: from },
        PW_Exempt_Rules__c: { type: "text", value: null },
        CreatedDate: { type: "datetime", value: `${parityToday}T08:00:00.000Z` },
        "$Permission.PW_Bypass_Gate": { type: "boolean", value: false },
        "$Setup.PW_Settings__c.Gate_Is_Off__c": { type: "boolean", value: false },
        [`${ruleRecordReference(rule.id)}.Created_From__c`]: { type: "date", value: null }
    } as const;
    return scopeOfFacts(rule.id, facts, settings, parityToday, other, ["StageName"]);
}

function deployedFormula(rule: RecordRule): string {
    const file = `force-app/overlay/objects/Opportunity/validationRules/PW_${developerName(rule.id)}.validationRule-meta.xml`;
    const { ValidationRule } = new XMLParser({ trimValues: false }).parse(readFileSync(file, "utf8")) as {
        ValidationRule: { errorConditionFormula: string };
    };
    return ValidationRule.errorConditionFormula;
}

/** Numbers of the vectors, from 0, that a predicate finds; null where SOQL can't ask it. */
export type FindVectors = (predicate: SoqlPredicate) => Set<number> | null;

export interface SoqlAnswer {
    readonly applicable: Set<number> | null;
    readonly unmet: Set<number> | null;
    readonly unknown: Set<number> | null;
}

export function soqlAnswerOf(rule: RecordRule, settings: RuleSettings, find: FindVectors): SoqlAnswer {
    const predicates = soqlOfRule(rule, { settings, today: parityToday });
    return {
        applicable: find(predicates.applicable),
        unmet: find(predicates.unmet),
        unknown: find(predicates.unknown)
    };
}

/** One sentence for each vector on which the worlds differ. */
export function disagreements(
    verdicts: readonly Verdict[],
    refusals: readonly [unknown, unknown][],
    soql: SoqlAnswer
): string[] {
    return verdicts.flatMap((verdict, index) => {
        const isUnmet = verdict === "unmet";
        const found: string[] = [];
        refusals[index]?.forEach((isRefused, mode) => {
            if (isRefused !== isUnmet) {
                found.push(
                    `vector ${index}: truth says ${verdict}, the formula (${nullModes[mode]}) ${String(isRefused)}`
                );
            }
        });
        const expected = {
            unmet: isUnmet,
            unknown: verdict === "unknown",
            // Which of the unknown ones apply for sure is not told by the verdict.
            applicable: verdict === "unknown" ? null : verdict !== "notApplicable"
        };
        for (const name of ["applicable", "unmet", "unknown"] as const) {
            const isFound = soql[name]?.has(index);
            if (isFound !== undefined && expected[name] !== null && isFound !== expected[name]) {
                found.push(
                    `vector ${index}: truth says ${verdict}, SOQL ${isFound ? "finds" : "misses"} it as ${name}`
                );
            }
        }
        return found;
    });
}
