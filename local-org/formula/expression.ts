import type { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import type { FormulaScope, FormulaType } from "./formula.ts";

/** `null` is the type of NULL itself: it fits everywhere. */
export type ExpressionType = FormulaType | "null";

/** One evaluation: who answers for names, and how blank numbers are read. */
export interface Run {
    readonly scope: FormulaScope;
    readonly blankAsZero: boolean;
}

export type Evaluate = (run: Run) => Value;

/** A checked part of a formula, ready to run. */
export interface Expression {
    readonly type: ExpressionType;
    readonly evaluate: Evaluate;
    readonly at: number;
    /** The value, where it is written in the formula as a text. */
    readonly literal?: string;
    /** The path, where the part is nothing but a field. */
    readonly field?: readonly string[];
    /** TEXT(picklist): unlike other texts it can be null. */
    readonly isTextOfPicklist?: boolean;
}

/** A part before it knows where it stands. */
export type Checked = Omit<Expression, "at">;

/** For values whose type the checker has established. */
export const asText = (value: Value): string => (value === null ? "" : (value as string));
export const asNumber = (value: Value): Decimal | null => value as Decimal | null;
export const asMoment = (value: Value): string | null => value as string | null;
export const isTrue = (value: Value): boolean => value === true;
export const isBlank = (value: Value): boolean => value === null || value === "";
