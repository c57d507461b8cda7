import { compareDecimals, inCommonUnits, multiplyDecimals } from "./decimal.ts";
import type { Facts } from "./facts.ts";

/** One Opportunity Product; numbers are decimal text, a blank is null. */
export interface Line {
    readonly quantity: string | null;
    readonly unitPrice: string | null;
    readonly totalPrice: string | null;
    /** Of its price book entry. */
    readonly listPrice: string | null;
    /** Of its product. */
    readonly family: string | null;
}

/** ";"-separated product families, as the rule's record keeps them. */
export function familiesOf(text: string | null): readonly string[] {
    return (text ?? "").split(";").flatMap((family) => (family.trim() === "" ? [] : [family.trim()]));
}

/** What an opportunity's lines say about it, counted as the org's formulas and roll-ups count. */
export function lineFacts(lines: readonly Line[], exemptFamilies: readonly string[]): Facts {
    const isExempt = ({ family }: Line) => family !== null && exemptFamilies.includes(family);
    const unpriced = lines.filter((line) => !isAboveZero(line.unitPrice) && !isExempt(line));
    const discounts = lines.map(discountOf);
    const known = discounts.filter((discount) => discount !== null);
    return {
        PW_Line_Count__c: String(lines.length),
        PW_Unpriced_Lines__c: String(unpriced.length),
        PW_Lines_Without_List__c: String(discounts.length - known.length),
        PW_Largest_Discount__c: known.reduce((most, each) => (compareDecimals(each, most) > 0 ? each : most), "0.00")
    };
}

/**
 * Percent points off the list price with two decimals, rounded half up; it catches a discount and a lowered sales
 * price alike. Null where it can't be known: no list price or quantity, or sold above the list, where an uplift
 * may hide what was given elsewhere.
 */
export function discountOf({ quantity, totalPrice, listPrice }: Line): string | null {
    if (!isAboveZero(quantity) || !isAboveZero(listPrice) || totalPrice === null) {
        return null;
    }
    const [total, list] = inCommonUnits(totalPrice, multiplyDecimals(quantity, listPrice));
    if (total > list) {
        return null;
    }
    const hundredths = ((list - total) * 20_000n + list) / (list * 2n);
    return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

function isAboveZero(value: string | null): value is string {
    return value !== null && compareDecimals(value, "0") > 0;
}
