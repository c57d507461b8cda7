import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeAmount, writeBar, writeShare } from "../numbers.ts";

describe("numbers for people", () => {
    const amounts: readonly [string | null, string | null, string][] = [
        ["0", null, "0"],
        ["999", "TWD", "TWD 999"],
        ["1000", null, "1,000"],
        ["90071992547409.93", "USD", "USD 90,071,992,547,409.93"],
        ["1234.5", null, "1,234.50"],
        ["1234.00", null, "1,234"],
        ["-1234567.05", null, "-1,234,567.05"],
        [null, "USD", "–"]
    ];
    for (const [amount, currency, expected] of amounts) {
        it(`write ${amount ?? "no amount"} as ${expected}`, () =>
            assert.equal(writeAmount(amount, currency), expected));
    }

    it("never show a full bar for less than all, nor an empty one for something", () => {
        assert.equal(writeBar(999, 1000, 10), "█████████░");
        assert.equal(writeBar(1, 1000, 10), "█░░░░░░░░░");
        assert.equal(writeBar(0, 1000, 10), "░░░░░░░░░░");
        assert.equal(writeBar(7, 7, 10), "██████████");
    });

    it("do not divide by nothing", () => {
        assert.equal(writeShare(0, 0), "–");
        assert.equal(writeShare(1, 3), "███░░░░░░░  33.3 %");
    });
});
