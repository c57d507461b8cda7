/** Chance that repeats: the same seed and number always throw the same. */
export interface Dice {
    /** A whole number from 0 up to, not including, `sides`. */
    roll(sides: number): number;
    chance(share: number): boolean;
    pick<T>(choices: readonly T[]): T;
    /** By weight: `[[3, "often"], [1, "seldom"]]`. */
    weigh<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
    /** As many things as were thrown, at most `most`. */
    many<T>(most: number, make: () => T): T[];
}

export function diceOf(seed: number, number: number): Dice {
    let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0;
    // mulberry32, by Tommy Ettinger (public domain): short, and good enough to choose requests by.
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
    };
    const roll = (sides: number): number => Math.floor(next() * sides);
    const pick = <T>(choices: readonly T[]): T => {
        const choice = choices[roll(choices.length)];
        if (choice === undefined) throw new RangeError("Nothing to pick from.");
        return choice;
    };
    return {
        roll,
        pick,
        chance: (share) => next() < share,
        many: (most, make) => Array.from({ length: roll(most + 1) }, make),
        weigh: (choices) => {
            let left = roll(choices.reduce((sum, [weight]) => sum + weight, 0));
            const found = choices.find(([weight]) => (left -= weight) < 0);
            if (found === undefined) throw new RangeError("Nothing to weigh.");
            return found[1];
        }
    };
}
