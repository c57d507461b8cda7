import { areKnownToDiffer } from "./concepts.ts";

/** From this on, two words of longer names count as one misspelt or inflected: our own choice. */
const sameWord = 0.9;

/**
 * Jaro–Winkler, 0 to 1: letters in common that stand near each other, with a bonus for up to four at the
 * start (Winkler 1990; scaling 0.1). Meant for short words: on Chinese and on long names the bonus misleads.
 */
export function jaroWinkler(one: string, other: string): number {
    const jaro = jaroOf([...one], [...other]);
    const length = Math.min(4, one.length, other.length);
    const differing = [...one.slice(0, length)].findIndex((letter, index) => letter !== other[index]);
    const prefix = differing === -1 ? length : differing;
    return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(one: readonly string[], other: readonly string[]): number {
    const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
    const taken = new Set<number>();
    const matched = one.filter((letter, index) => {
        const at = other.findIndex(
            (candidate, place) => candidate === letter && Math.abs(place - index) <= reach && !taken.has(place)
        );
        if (at !== -1) {
            taken.add(at);
        }
        return at !== -1;
    });
    if (matched.length === 0) {
        return 0;
    }
    const inOther = other.filter((_letter, place) => taken.has(place));
    const transpositions = matched.filter((letter, index) => letter !== inOther[index]).length / 2;
    const shared = matched.length;
    return (shared / one.length + shared / other.length + (shared - transpositions) / shared) / 3;
}

/** Whether two words are one, misspelt or inflected; never two words that are known to mean different things. */
export function areOneWord(one: string, other: string): boolean {
    return one === other || (!areKnownToDiffer(one, other) && jaroWinkler(one, other) >= sameWord);
}

/** Jaccard's share of words in common, 0 to 1, whatever their order. */
export function wordOverlap(one: readonly string[], other: readonly string[]): number {
    const rest = [...other];
    for (const word of one) {
        const exact = rest.indexOf(word);
        const at = exact === -1 ? rest.findIndex((candidate) => areOneWord(word, candidate)) : exact;
        if (at !== -1) {
            rest.splice(at, 1);
        }
    }
    const shared = other.length - rest.length;
    return shared === 0 ? 0 : shared / (one.length + other.length - shared);
}

/** Dice's coefficient on pairs of neighbouring characters, 0 to 1: for Chinese, which has no spaces. Our own choice. */
export function bigramDice(one: string, other: string): number {
    const [first, second] = [bigrams(one), bigrams(other)];
    const rest = [...second];
    for (const bigram of first) {
        const at = rest.indexOf(bigram);
        if (at !== -1) {
            rest.splice(at, 1);
        }
    }
    const shared = second.length - rest.length;
    return shared === 0 ? 0 : (2 * shared) / (first.length + second.length);
}

function bigrams(text: string): string[] {
    const characters = [...text];
    return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}
