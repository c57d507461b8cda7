/** One line of the bench: a ratio of two measures of one run, with what is wanted of it. */
export interface Figure {
    readonly what: string;
    /** Words for the two measures: "rows/s exported / rows/s iterated". */
    readonly ratioOf: string;
    /** Null where only growth is watched. */
    readonly target: { readonly kind: "at least" | "at most"; readonly value: number } | null;
    /** One for each repetition. */
    readonly ratios: readonly number[];
    /** Medians of the two measures, with their unit. */
    readonly measures: string;
}

export function median(values: readonly number[]): number {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = sorted[Math.floor(sorted.length / 2)];
    if (middle === undefined) throw new RangeError("No value, no median.");
    return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2;
}

/** Null where nothing is wanted. */
export function isMet({ target, ratios }: Figure): boolean | null {
    if (target === null) return null;
    const ratio = median(ratios);
    return target.kind === "at least" ? ratio >= target.value : ratio <= target.value;
}
