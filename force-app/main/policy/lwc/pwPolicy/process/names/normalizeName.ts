import { cutChinese, foldSynonym, phrases } from "./concepts.ts";
import { simplifyCharacters } from "./simplifyCharacters.ts";

export interface NormalName {
    /** Words in their order without repetition, synonyms folded. */
    readonly words: readonly string[];
    /** The same without spaces; in Chinese names, synonyms are folded to a Chinese word. */
    readonly letters: string;
    /** What turns a name into that of another stage: "not", "pending", "internal", a number. In order. */
    readonly marks: readonly string[];
    /** Nothing but Chinese characters is left. */
    readonly isChinese: boolean;
}

const stopWords = new Set(
    "a an and at by deal for in is of on opportunity or phase stage status step the to with".split(" ")
);
const chineseStopWords = /阶段|商机|的|^已|中$/gu;

const latinMarks: Readonly<Record<string, string>> = {
    ...Object.fromEntries(["no", "non", "not", "without"].map((word) => [word, "not"])),
    ...Object.fromEntries(["awaiting", "pending", "waiting"].map((word) => [word, "pending"])),
    ...Object.fromEntries(["external", "internal", "post", "pre"].map((word) => [word, word])),
    ...Object.fromEntries(["first", "1st", "initial", "i"].map((word) => [word, "1"])),
    ...Object.fromEntries(["second", "2nd", "ii"].map((word) => [word, "2"])),
    ...Object.fromEntries(["third", "3rd", "final", "iii"].map((word) => [word, word === "final" ? word : "3"]))
};

/** Pattern and the mark it leaves; `$1` is the number. */
const chineseMarks: readonly (readonly [pattern: RegExp, mark: string])[] = [
    [/[未不无非]/gu, "not"],
    [/等待|待/gu, "pending"],
    [/内部/gu, "internal"],
    [/外部/gu, "external"],
    [/第?一[次轮回]|初次|首次|初步/gu, "1"],
    [/第?二[次轮回]|再次/gu, "2"],
    [/第?三[次轮回]/gu, "3"],
    [/最终/gu, "final"]
];

/** "S2: ", "1 - ", "03.", "Stage 4)", "第3階段：", "一、" at the start; "(20%)" and "20 %" anywhere. */
const numbering =
    /^\s*(?:(?:stage|phase|step|s)\s*)?\d+(?:\.\d+)*\s*(?:[-–—:.)、．_|]+|\s)\s*|^\s*第?(?:\d+|[一二三四五六七八九十]+)(?:阶段|[、.:])\s*[-–—:]*\s*/u;
const percentage = /[([]?\s*\d+(?:\.\d+)?\s*%\s*[)\]]?/gu;

/**
 * A stage name without what doesn't name the stage: NFKC, lower case, simplified characters; numbering,
 * percentages, punctuation and stop words go; synonyms fold. A name that is nothing but a number keeps nothing.
 */
export function normalizeName(name: string): NormalName {
    const plain = simplifyCharacters(name.normalize("NFKC").toLowerCase()).replace(percentage, " ");
    const marks: string[] = [];
    const pieces = withoutNumbering(plain)
        .replaceAll("&", " ")
        .split(/[^\p{L}\p{N}]+/u)
        .flatMap((part) => part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []);
    const words = joinPhrases(pieces).flatMap((piece) =>
        /\p{Script=Han}/u.test(piece) ? chineseWords(piece, marks) : latinWords(piece, marks)
    );
    const folded = words.map(foldSynonym);
    const isChinese = words.length > 0 && words.every((word) => /^\p{Script=Han}+$/u.test(word));
    return {
        words: [...new Set(folded.map(({ word }) => word))],
        letters: [...new Set(folded.map(({ word, chinese }) => (isChinese ? chinese : word.replaceAll(" ", ""))))].join(
            ""
        ),
        marks: [...new Set(marks)].sort(),
        isChinese
    };
}

/** A name that is only a numbering has nothing else to go by, and so loses it all. */
function withoutNumbering(name: string): string {
    return name.replace(numbering, "");
}

/** Words that mean something together become one piece. */
function joinPhrases(pieces: readonly string[]): string[] {
    const text = ` ${pieces.join("  ")} `;
    const joined = phrases.reduce(
        (found, phrase) => found.replaceAll(` ${phrase.replaceAll(" ", "  ")} `, ` ${phrase} `),
        text
    );
    return joined.split("  ").map((piece) => piece.trim());
}

function latinWords(word: string, marks: string[]): string[] {
    const mark = /^\d+$/.test(word) ? String(Number(word)) : latinMarks[word];
    if (mark !== undefined) {
        marks.push(mark);
        return [];
    }
    if (/^un\p{L}{5,}$/u.test(word)) {
        marks.push("not");
        return [word.slice(2)];
    }
    return word === "" || stopWords.has(word) ? [] : [word];
}

function chineseWords(text: string, marks: string[]): string[] {
    const unmarked = chineseMarks.reduce((rest, [pattern, mark]) => {
        const without = rest.replace(pattern, "");
        if (without !== rest) {
            marks.push(mark);
        }
        return without;
    }, text);
    return cutChinese(unmarked.replace(chineseStopWords, ""));
}
