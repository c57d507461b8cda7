import type { DatabaseSync } from "node:sqlite";

/**
 * Text made equal where only letter case differs, in any alphabet, by full Unicode case folding: "ÄPFEL" and "äpfel",
 * "Straße" and "STRASSE". The dotless ı folds to itself, as it does outside of Turkish. SQLite's own NOCASE knows
 * ASCII only. The result is in capitals, whose order is the platform's sort order for English locales.
 */
export function casefold(text: string): string {
    if (isAscii(text)) return text.toUpperCase();
    return text.replace(/[^\u0131]+/g, (part) => part.toLowerCase().toUpperCase());
}

/** SQL of the folded text of a column: SQLite does it alone where the text is ASCII, which most is. */
export function foldedColumn(column: string): string {
    return `CASE WHEN octet_length(${column}) = length(${column}) THEN upper(${column}) ELSE casefold(${column}) END`;
}

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

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
