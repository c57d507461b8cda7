import { Decimal } from "decimal.js";

/** Arithmetic with the platform's 39 significant digits, whatever precision the values came with. */
export const Exact = Decimal.clone({ precision: 39, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -1000, toExpPos: 1000 });

export const zero = new Exact(0);

/** Digits that survive before a step that must not see the noise of 1/3 * 3: CEILING, FLOOR and their kin. */
export const visibleDigits = 33;
