import { Decimal } from "decimal.js";

/** Sums and quotients of money, percent and days: enough digits that no total is ever rounded on the way. */
export const Exact = Decimal.clone({ precision: 60 });

/** Decimal text with two decimals, rounded half up. */
export function withTwoDecimals(value: Decimal): string {
    return value.toFixed(2, Decimal.ROUND_HALF_UP);
}
