import { areKnownToDiffer } from "./concepts.ts";
import type { NormalName } from "./normalizeName.ts";
import { bigramDice, jaroWinkler, wordOverlap } from "./similarity.ts";

export type NameMeasure = "sameName" | "letters" | "words" | "characters";

export interface NameComparison {
    /** Which measure fits these two names. */
    readonly measure: NameMeasure;
    /** 0 to 1. */
    readonly similarity: number;
}

/**
 * How alike two normalised names are, by the measure that fits them: Dice on bigrams where both are Chinese,
 * Jaro–Winkler where both are one word, else the share of words in common. Null where they can't be twins:
 * one says "not", "pending" or another number, two words are known to mean different things, or nothing is
 * left of a name.
 */
export function compareNames(one: NormalName, other: NormalName): NameComparison | null {
    if (one.letters === "" || other.letters === "" || one.marks.join() !== other.marks.join()) {
        return null;
    }
    if (one.letters === other.letters) {
        return { measure: "sameName", similarity: 1 };
    }
    if (one.isChinese && other.isChinese) {
        return { measure: "characters", similarity: bigramDice(one.letters, other.letters) };
    }
    const [word, otherWord] = [one.words[0] ?? "", other.words[0] ?? ""];
    if (one.words.length > 1 || other.words.length > 1) {
        return { measure: "words", similarity: wordOverlap(one.words, other.words) };
    }
    if (word === otherWord) {
        return { measure: "sameName", similarity: 1 };
    }
    return areKnownToDiffer(word, otherWord) ? null : { measure: "letters", similarity: jaroWinkler(word, otherWord) };
}
