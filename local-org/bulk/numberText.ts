/**
 * A number as the platform's exports write one that is no whole-number field: from ten million on, and below a
 * thousandth, with an exponent (`1.6147805824397E13`). Keeps every digit. Takes `10000000.0`, gives `1.0E7`.
 */
export function numberText(plain: string): string {
    if (plain.length < 10 && !plain.includes(".000")) return plain;
    const sign = plain.startsWith("-") ? "-" : "";
    const [whole = "0", fraction = ""] = plain.slice(sign.length).split(".");
    const isLarge = whole.length > 7;
    const isSmall = whole === "0" && fraction.startsWith("000") && /[1-9]/.test(fraction);
    if (!isLarge && !isSmall) return plain;
    const digits = (whole + fraction).replace(/^0+/, "").replace(/0+$/, "");
    const exponent = isLarge ? whole.length - 1 : -1 - fraction.search(/[1-9]/);
    return `${sign}${digits.slice(0, 1)}.${digits.slice(1) || "0"}E${exponent}`;
}
