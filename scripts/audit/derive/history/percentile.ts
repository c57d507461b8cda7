/**
 * The percentile by nearest rank (Hyndman & Fan's definition 1): the smallest value that at least `percent`
 * of 100 values don't exceed. It is always one of the values. Null without any.
 */
export function percentile(values: readonly number[], percent: number): number | null {
    const sorted = values.toSorted((one, other) => one - other);
    return sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1] ?? null;
}
