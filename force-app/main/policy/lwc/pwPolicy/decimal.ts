/** Exact comparison of decimal text, as scaled integers. No library: the policy imports nothing. */
interface Scaled {
    readonly digits: bigint;
    readonly scale: number;
}

const decimalText = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Below zero, zero or above zero as left is below, equal to or above right. Throws on text that is no decimal. */
export function compareDecimals(left: string, right: string): number {
    const [a, b] = [parseDecimal(left), parseDecimal(right)];
    const scale = Math.max(a.scale, b.scale);
    const difference = rescale(a, scale) - rescale(b, scale);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum of decimal texts, with as many decimals as the longer of the two. */
export function addDecimals(left: string, right: string): string {
    const [a, b] = [parseDecimal(left), parseDecimal(right)];
    const scale = Math.max(a.scale, b.scale);
    return scaledText(rescale(a, scale) + rescale(b, scale), scale);
}

/** The exact product of decimal texts. */
export function multiplyDecimals(left: string, right: string): string {
    const [a, b] = [parseDecimal(left), parseDecimal(right)];
    return scaledText(a.digits * b.digits, a.scale + b.scale);
}

/** Both as whole numbers of the same unit, small enough for neither to lose a digit. */
export function inCommonUnits(left: string, right: string): readonly [bigint, bigint] {
    const [a, b] = [parseDecimal(left), parseDecimal(right)];
    const scale = Math.max(a.scale, b.scale);
    return [rescale(a, scale), rescale(b, scale)];
}

function scaledText(digits: bigint, scale: number): string {
    const sign = digits < 0n ? "-" : "";
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
    return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

function parseDecimal(text: string): Scaled {
    const match = decimalText.exec(text);
    if (!match) {
        throw new Error(`"${text}" is not a decimal number.`);
    }
    const [, sign, whole, fraction = ""] = match;
    return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

function rescale(value: Scaled, scale: number): bigint {
    return value.digits * 10n ** BigInt(scale - value.scale);
}
