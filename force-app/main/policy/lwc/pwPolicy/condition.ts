import type { FactName } from "./facts.ts";
import type { Outcome } from "./verdict.ts";

/**
 * What a rule applies to or requires, as data that every interpreter can read. There is no "not":
 * SOQL and formulas disagree about the negation of a blank, so negation is pushed in when a rule is
 * written, and each comparison says what a blank means for it.
 */
export type Condition =
    | { readonly all: readonly Condition[] }
    | { readonly any: readonly Condition[] }
    | NumberComparison
    | DateComparison
    | ChoiceComparison
    | FlagComparison
    | PresenceComparison;

export type Comparator = "atLeast" | "atMost" | "above" | "below" | "equalTo";

export interface NumberComparison {
    readonly number: FactName;
    readonly is: Comparator;
    readonly than: NumberOperand;
    readonly whenBlank: Outcome;
}

export interface DateComparison {
    readonly date: FactName;
    readonly is: "onOrAfter" | "before";
    readonly than: "today";
    readonly whenBlank: Outcome;
}

/** Presence of a picklist or text value among API names; letters must agree in case. */
export interface ChoiceComparison {
    readonly choice: FactName;
    readonly isOneOf: readonly string[];
    readonly whenBlank: Outcome;
}

export interface FlagComparison {
    readonly flag: FactName;
    readonly is: boolean;
}

export interface PresenceComparison {
    readonly presence: FactName;
    readonly is: "present" | "blank";
}

/** A number written in the rule, one an admin may set, or another fact of the same opportunity. */
export type NumberOperand =
    { readonly literal: string } | { readonly setting: NumberSetting } | { readonly fact: FactName };

/** Numbers an admin sets per rule; each is a Number field of PW_Rule__mdt. */
export type NumberSetting = "fromPosition" | "minimum";
