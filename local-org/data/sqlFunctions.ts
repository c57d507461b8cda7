import type { DatabaseSync } from "node:sqlite";

/**
 * Text made equal where only letter case differs, in any alphabet: "ÄPFEL" and "äpfel", "Straße" and "STRASSE".
 * SQLite's own NOCASE knows ASCII only.
 */
export function casefold(text: string): string {
    return text.toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** a × b / c, exact, rounded half away from zero. In SQL alone, a product over 64 bits would turn into a float. */
export function multiplyDivide(a: bigint, b: bigint, c: bigint): bigint {
    const product = a * b;
    const isNegative = product < 0n !== c < 0n;
    const [dividend, divisor] = [product < 0n ? -product : product, c < 0n ? -c : c];
    const quotient = (2n * dividend + divisor) / (2n * divisor);
    return isNegative ? -quotient : quotient;
}

/** `casefold(text)` and `muldiv(a, b, c)`; both answer null where an argument is null, muldiv also where c is 0. */
export function addSqlFunctions(database: DatabaseSync): void {
    const options = { deterministic: true, useBigIntArguments: true };
    database.function("casefold", options, (text) => (text === null ? null : casefold(String(text))));
    database.function("muldiv", options, (a, b, c) =>
        typeof a === "bigint" && typeof b === "bigint" && typeof c === "bigint" && c !== 0n
            ? multiplyDivide(a, b, c)
            : null
    );
}
