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
    | Implication
    | NumberComparison
    | DateComparison
    | ChoiceComparison
    | ListComparison
    | FlagComparison
    | PresenceComparison;

/** Asked only where another condition holds; elsewhere it is met. */
export interface Implication {
    readonly if: Condition;
    readonly then: Condition;
}

export type Comparator = "atLeast" | "atMost" | "above" | "below" | "equalTo";

export interface NumberComparison {
    readonly number: FactName;
    readonly is: Comparator;
    readonly than: NumberOperand;
    /** "zero": compared as 0, for a sum or a greatest value over nothing. */
    readonly whenBlank: Outcome | "zero";
    /** What it means that the comparison holds; met unless said otherwise. */
    readonly holds?: "unknown";
    /** What it means that it doesn't; unmet unless said otherwise. */
    readonly otherwise?: "unknown";
    /** What it means that the setting it is compared with is blank or 0; unknown unless said otherwise. */
    readonly whenUnset?: "met";
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

/** Whether a name is among those that an admin listed, whatever the letters' case. A list that is not set has every name. */
export interface ListComparison {
    readonly listed: FactName;
    readonly in: ListSetting;
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

/**
 * A number written in the rule, one an admin may set, or another fact of the same opportunity, less a tolerance
 * where one is named.
 */
export type NumberOperand =
    | { readonly literal: string }
    | { readonly setting: NumberSetting }
    | { readonly fact: FactName; readonly lessTolerance?: NumberSetting };

/** Numbers an admin sets per rule; each is a Number field of PW_Rule__mdt. */
export type NumberSetting =
    | "fromPosition"
    | "minimum"
    | "tolerance"
    | "minimumAmount"
    | "largerMinimum"
    | "largerFromPosition"
    | "largerFromAmount";

/** Names an admin lists per rule, ";"-separated in a Text field of PW_Rule__mdt. */
export type ListSetting = "recordTypes" | "largerRecordTypes";
