/** A reproducible stream of draws: the same seed and label give the same draws on every machine. */
export interface Random {
    /** In [0, 1). */
    fraction(): number;
    /** A whole number from `low` to `high`, both included. */
    whole(low: number, high: number): number;
    /** True with the given probability. */
    happens(probability: number): boolean;
    pick<T>(list: readonly T[]): T;
    /** A choice by weight; weights need not add up to one. */
    weighted<T>(choices: readonly (readonly [T, number])[]): T;
    /** `count` different members (all of them where there are fewer), in drawn order. */
    sample<T>(list: readonly T[], count: number): T[];
    /** A positive factor with median 1; sigma is the spread of its logarithm. */
    spread(sigma: number): number;
}

/** Each part draws from its own label, so that a change in one part leaves the others as they were. */
export function randomOf(seed: number, label: string): Random {
    const fraction = mulberry32(labelHash(label) ^ seed);
    const whole = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
    return {
        fraction,
        whole,
        happens: (probability) => fraction() < probability,
        pick: (list) => memberOf(list, whole(0, list.length - 1)),
        weighted: (choices) => weightedChoice(choices, fraction()),
        sample: (list, count) => drawWithoutReturn(list, count, whole),
        spread: (sigma) => Math.exp(sigma * standardNormal(fraction))
    };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, even enough for a sample, no dependency. */
function mulberry32(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
}

/** FNV-1a. */
function labelHash(label: string): number {
    let hash = 0x811c9dc5;
    for (const character of label) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return hash >>> 0;
}

function memberOf<T>(list: readonly T[], index: number): T {
    const member = list[index];
    if (member === undefined) throw new RangeError(`Nothing to pick: no member ${index} in a list of ${list.length}.`);
    return member;
}

function weightedChoice<T>(choices: readonly (readonly [T, number])[], fraction: number): T {
    let left = fraction * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
    }
    return memberOf(choices, choices.length - 1)[0];
}

function drawWithoutReturn<T>(list: readonly T[], count: number, whole: (low: number, high: number) => number): T[] {
    const rest = [...list];
    const drawn: T[] = [];
    while (drawn.length < count && rest.length > 0) drawn.push(...rest.splice(whole(0, rest.length - 1), 1));
    return drawn;
}

/** Box and Muller; 1 - fraction keeps the logarithm away from zero. */
function standardNormal(fraction: () => number): number {
    return Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
}
