import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFormula } from "../compileFormula.ts";
import { FormulaError, FormulaEvaluationError } from "../formula.ts";
import { result, scopeOf, text } from "./scopeOf.ts";

const matches = (value: string, pattern: string) =>
    result("REGEX(Value, Pattern)", { Value: text(value), Pattern: text(pattern) });

/** As java.util.regex.Pattern documents each, the whole text matched. */
const read: readonly [pattern: string, matched: readonly string[], others: readonly string[]][] = [
    [String.raw`\d{3}-\d{2}-\d{4}`, ["123-45-6789"], ["123-45-67890", "１23-45-6789"]],
    [String.raw`((\d{4}-){3}\d{4})|\d{16}`, ["1234-1234-1234-1234", "1234567812345678"], ["1234-1234-1234"]],
    [String.raw`[\w-.+]+@[\w.-]+\.[A-Za-z]{2,4}`, ["a-b.c+d@e.info"], ["a b@e.info", "a@e.i"]],
    ["(?i)ab", ["AB", "ab"], ["ac"]],
    ["a.c", ["abc", "a😀c"], ["a\nc", "a\rc", "a\u2028c"]],
    ["(?s)a.c", ["a\nc", "a\rc"], ["ac"]],
    [String.raw`\p{Alpha}\p{Digit}[\p{Upper}_]`, ["a1B", "Z9_"], ["é1B", "a1b"]],
    [String.raw`[^\p{Punct}]+`, ["ab c"], ["a!"]],
    [String.raw`\P{Digit}\S`, ["ab"], ["1b", "a "]],
    [String.raw`a\sb[\s]`, ["a\u000bb "], ["a\u00a0b "]],
    [String.raw`\p{Lu}\p{L}+`, ["Émile", "Ωmega"], ["émile"]],
    [String.raw`[\u4e00-\u9fa5]+`, ["竹北"], ["Zhubei"]],
    [String.raw`\Aa\/\-\#\_\@b\z`, ["a/-#_@b"], ["ab"]],
    [String.raw`\Q.+(\E[(?]]{2}`, [".+(?]]"], [".+(?"]],
    ["(?<year>[0-9]{4})(?:-[0-9]{2})?", ["2026", "2026-06"], ["2026-6"]],
    ["[]a]+", ["]a"], ["b"]]
];

describe("REGEX", () => {
    for (const [pattern, matched, others] of read) {
        it(`reads ${pattern} as Java does`, () => {
            assert.deepEqual(
                [...matched, ...others].filter((value) => matches(value, pattern) === true),
                matched
            );
        });
    }

    const refused: readonly [pattern: string, message: RegExp][] = [
        ["((", /the pattern "\(\(" is wrong or uses what this org doesn't know/],
        ["a++", /doesn't know/],
        [String.raw`a\Z`, /doesn't know/],
        [String.raw`\p{javaLowerCase}`, /doesn't know/],
        ["(?=.*[0-9]).{8,}", /lookahead and lookbehind/],
        ["(?<!a)b", /lookahead and lookbehind/],
        ["(?>a)", /atomic groups/],
        ["a(?i)b", /of flags it knows i and s, at the start/],
        ["(?x)a b", /of flags it knows i and s/],
        [String.raw`(a)\1`, /no references back and no octal/],
        ["[a-z&&[^b]]", /intersection of classes/],
        ["[a[b]]", /a class inside a class/],
        ["a{,3}", /\{ without a number of repetitions/],
        [String.raw`\ud83d\ude00`, /beyond U\+FFFF/],
        [String.raw`\v`, /\\v is not known/]
    ];
    for (const [pattern, message] of refused) {
        it(`refuses ${pattern}, at the deploy where it is written out`, () => {
            const written = pattern.replaceAll("\\", "\\\\");

            assert.throws(
                () => matches("a", pattern),
                (error: unknown) => {
                    assert.ok(error instanceof FormulaEvaluationError);
                    assert.match(error.message, message);
                    return true;
                }
            );
            assert.throws(
                () => compileFormula(`REGEX("a", "${written}")`, scopeOf({})),
                (error: unknown) => {
                    assert.ok(error instanceof FormulaError);
                    assert.match(error.message, message);
                    assert.match(error.message, /\(line 1, column 12\)$/);
                    return true;
                }
            );
        });
    }

    it("comes to an end with a pattern on which engines that go back try every way there is", () => {
        assert.equal(matches(`${"a".repeat(100_000)}b`, "(a+)+$"), false);
    });

    it("refuses a large pattern on a large text in place of holding up the org", () => {
        const large = ".*a.{900}".repeat(50);

        assert.throws(
            () => matches("ab".repeat(50_000), large),
            /REGEX: the pattern .* too large for a text of 100000/
        );
    });
});
