import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { casefold, foldedColumn, multiplyDivide } from "../sqlFunctions.ts";
import { freshOrg } from "./org.ts";

const cases: readonly (readonly [a: bigint, b: bigint, c: bigint, result: bigint])[] = [
    [1001n, 5000n, 10000n, 501n],
    [-1001n, 5000n, 10000n, -501n],
    [1001n, 4999n, 10000n, 500n],
    [7n, 1n, -2n, -4n],
    [999_999_999_999_999_999n, 999_999_999_999n, 999_999_999_999n, 999_999_999_999_999_999n]
];

describe("muldiv", () => {
    for (const [a, b, c, result] of cases) {
        it(`makes ${result} of ${a} × ${b} / ${c}`, () => {
            assert.equal(multiplyDivide(a, b, c), result);
        });
    }

    it("is blank for a blank, and for a division by zero", () => {
        const org = freshOrg();
        const [row] = org.store.select("SELECT muldiv(NULL, 2, 3) AS blank, muldiv(1, 2, 0) AS zero", []);

        assert.deepEqual({ ...row }, { blank: null, zero: null });
    });
});

/** Two texts, and whether they are the same but for letter case (CaseFolding.txt, statuses C and F). */
const FOLDED: readonly (readonly [one: string, other: string, isSame: boolean])[] = [
    ["Acme", "ACME", true],
    ["École", "ÉCOLE", true],
    ["Straße", "STRASSE", true],
    ["STRAẞE", "strasse", true],
    ["ΟΔΟΣ", "οδος", true],
    ["\u212A", "k", true],
    ["ﬁn", "FIN", true],
    ["İ", "i\u0307", true],
    ["İ", "i", false],
    ["ı", "I", false],
    ["ı", "i", false],
    ["é", "e", false],
    ["臺灣", "台灣", false],
    ["a_b", "A_B", true]
];

describe("casefold", () => {
    for (const [one, other, isSame] of FOLDED) {
        it(`${isSame ? "makes one of" : "tells apart"} ${one} and ${other}, in SQL too`, () => {
            const { store } = freshOrg();
            const text = `SELECT ${foldedColumn("a")} = ${foldedColumn("b")} AS same FROM (SELECT ? AS a, ? AS b)`;

            assert.equal(casefold(one) === casefold(other), isSame);
            assert.equal([...store.select(text, [one, other])][0]?.["same"], isSame ? 1n : 0n);
        });
    }
});
