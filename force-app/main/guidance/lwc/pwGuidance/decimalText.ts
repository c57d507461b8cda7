/** A number as the policy takes it: "7", "0.05"; never "1e-7", which is no decimal text. Null where there is none. */
export function decimalText(value: unknown): string | null {
    if (value === null || value === undefined || value === "") {
        return null;
    }
    return typeof value === "number"
        ? value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
        : String(value);
}
