import { Exact } from "../exact.ts";

/** "1234567.5" is "1,234,567.50": cents in full or not at all, digits as exact as they came. */
export function writeAmount(amount: string | null, currency: string | null): string {
    if (amount === null) {
        return "–";
    }
    return `${currency === null ? "" : `${currency} `}${group(amount, hasCents(amount))}`;
}

/** The amounts of one column: all with cents if any has some, so that the digits stand below each other. */
export function writeAmounts(amounts: readonly (string | null)[]): string[] {
    const withCents = amounts.some((amount) => amount !== null && hasCents(amount));
    return amounts.map((amount) => (amount === null ? "–" : group(amount, withCents)));
}

function hasCents(amount: string): boolean {
    return /\.0*[1-9]/.test(amount);
}

function group(amount: string, withCents: boolean): string {
    const [whole = "0", fraction = ""] = amount.split(".");
    return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${withCents ? `.${fraction.padEnd(2, "0")}` : ""}`;
}

export function writeCount(count: number): string {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** "54.1 %" with a bar of ten cells; "–" where there is nothing to divide by. */
export function writeShare(part: number, whole: number): string {
    if (whole === 0) {
        return "–";
    }
    const percent = new Exact(part).times(100).div(whole).toFixed(1);
    return `${writeBar(part, whole, 10)} ${percent.padStart(5)} %`;
}

/** Filled to the nearest cell, but never empty for something nor full for less than all. */
export function writeBar(part: number, whole: number, cells: number): string {
    if (whole === 0 || part === 0) {
        return "░".repeat(cells);
    }
    const nearest = Math.round((part / whole) * cells);
    const filled = part === whole ? cells : Math.min(Math.max(nearest, 1), cells - 1);
    return "█".repeat(filled) + "░".repeat(cells - filled);
}
