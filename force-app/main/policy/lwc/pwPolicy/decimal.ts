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
