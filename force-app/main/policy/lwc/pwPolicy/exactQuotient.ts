import { compareDecimals } from "./decimal.ts";

/** A day as Pipewright counts time in a stage: 24 hours, so that daylight saving moves no figure. */
export const millisecondsPerDay = 86_400_000;

/** Below zero, zero or above zero as numerator / denominator is below, equal to or above the decimal; exact. */
export function compareQuotient(numerator: bigint | number, denominator: bigint | number, decimal: string): number {
    const [whole = "", fraction = ""] = decimal.split(".");
    const scaled = BigInt(numerator) * 10n ** BigInt(fraction.length);
    return compareDecimals(String(scaled), String(BigInt(`${whole}${fraction}`) * BigInt(denominator)));
}

/** numerator / denominator (none negative) with one decimal, rounded half up: "12.5". */
export function quotientText(numerator: bigint | number, denominator: bigint | number): string {
    const divisor = BigInt(denominator);
    const tenths = (BigInt(numerator) * 20n + divisor) / (divisor * 2n);
    return `${tenths / 10n}.${tenths % 10n}`;
}

/** part / whole in percent points with one decimal; the whole is above zero. */
export function percentText(part: number, whole: number): string {
    return quotientText(part * 100, whole);
}

/** Milliseconds as days with one decimal. */
export function daysText(milliseconds: number): string {
    return quotientText(milliseconds, millisecondsPerDay);
}
