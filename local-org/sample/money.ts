/** New Taiwan dollars in cents, exact. */
export type Cents = bigint;

/** "1234.00", as a currency field is written in a CSV file. */
export function moneyText(cents: Cents): string {
    const digits = cents.toString().padStart(3, "0");
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** What a seller types before there is a quote: one or two leading digits, then zeros. */
export function roundGuess(dollars: number): Cents {
    const step = 10 ** Math.max(3, Math.floor(Math.log10(Math.max(dollars, 1))) - 1);
    return BigInt(Math.max(1, Math.round(dollars / step)) * step) * 100n;
}

/** Amount times probability, half a cent rounded up. */
export function expectedRevenue(amount: Cents, probability: number): Cents {
    return (amount * BigInt(probability) + 50n) / 100n;
}
