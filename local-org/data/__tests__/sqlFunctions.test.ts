import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { multiplyDivide } from "../sqlFunctions.ts";
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
