import { Decimal } from "decimal.js";
import { casefold } from "../data/sqlFunctions.ts";
import type { Value } from "../data/value.ts";
import { FlowFault, isCollection, isRow } from "./interview.ts";
import type { Datum } from "./interview.ts";

/** Record filters ignore the case of letters, as queries do; conditions of decisions don't. */
export type LetterCase = "exact" | "ignored";

/** Whether `left operator right` holds. A blank is equal to a blank and to nothing else; it is never greater or less. */
export function holds(left: Datum, operator: string, right: Datum, letterCase: LetterCase): boolean {
    switch (operator) {
        case "IsNull":
            return isNull(left) === (right === true);
        case "IsBlank":
            return (isNull(left) || (typeof left === "string" && left.trim() === "")) === (right === true);
        case "IsEmpty":
            return (isNull(left) || (isCollection(left) && left.length === 0)) === (right === true);
        case "EqualTo":
            return isEqual(left, right, letterCase);
        case "NotEqualTo":
            return !isEqual(left, right, letterCase);
        case "In":
            return itemsOf(right).some((item) => isEqual(left, item, letterCase));
        case "NotIn":
            return !itemsOf(right).some((item) => isEqual(left, item, letterCase));
        case "Contains":
            if (isCollection(left)) return left.some((item) => isEqual(item, right, letterCase));
            return matchesText(left, right, letterCase, (text, part) => text.includes(part));
        case "StartsWith":
            return matchesText(left, right, letterCase, (text, part) => text.startsWith(part));
        case "EndsWith":
            return matchesText(left, right, letterCase, (text, part) => text.endsWith(part));
        default:
            return holdsInOrder(left, operator, right, letterCase);
    }
}

/** Less than 0, 0 or more than 0, for two values that are not blank. */
export function order(one: NonNullable<Value>, other: NonNullable<Value>, letterCase: LetterCase): number {
    if (Decimal.isDecimal(one) && Decimal.isDecimal(other)) return one.cmp(other);
    const [left, right] = [spelling(String(one), letterCase), spelling(String(other), letterCase)];
    return left === right ? 0 : left < right ? -1 : 1;
}

function holdsInOrder(left: Datum, operator: string, right: Datum, letterCase: LetterCase): boolean {
    if (isNull(left) || isNull(right)) return false;
    if (isRow(left) || isRow(right) || isCollection(left) || isCollection(right)) {
        throw new FlowFault(`Records can't be compared with ${operator}.`);
    }
    const place = order(left as NonNullable<Value>, right as NonNullable<Value>, letterCase);
    switch (operator) {
        case "GreaterThan":
            return place > 0;
        case "GreaterThanOrEqualTo":
            return place >= 0;
        case "LessThan":
            return place < 0;
        case "LessThanOrEqualTo":
            return place <= 0;
        default:
            throw new FlowFault(`The operator ${operator} is not supported by this local org.`);
    }
}

function isEqual(one: Datum, other: Datum, letterCase: LetterCase): boolean {
    if (isNull(one) || isNull(other)) return isNull(one) && isNull(other);
    if (isRow(one) || isRow(other) || isCollection(one) || isCollection(other)) return one === other;
    if (typeof one !== typeof other) return false;
    return order(one as NonNullable<Value>, other as NonNullable<Value>, letterCase) === 0;
}

function matchesText(
    left: Datum,
    right: Datum,
    letterCase: LetterCase,
    matches: (text: string, part: string) => boolean
): boolean {
    if (typeof left !== "string" || typeof right !== "string") return false;
    return matches(spelling(left, letterCase), spelling(right, letterCase));
}

function spelling(text: string, letterCase: LetterCase): string {
    return letterCase === "ignored" ? casefold(text) : text;
}

function isNull(datum: Datum): datum is null {
    return datum === null;
}

function itemsOf(datum: Datum): readonly Datum[] {
    return isCollection(datum) ? datum : [];
}
