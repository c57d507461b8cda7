import { describe, expect, it } from "@jest/globals";
import { compareQuotient, daysText, percentText } from "../exactQuotient.ts";

describe("quotients", () => {
    it.each<[number | bigint, number | bigint, string, number]>([
        [1, 3, "0.333", 1],
        [1, 3, "0.334", -1],
        [20, 1000, "0.02", 0],
        [-1, 2, "-0.5", 0],
        [9007199254740993n, 1n, "9007199254740992", 1]
    ])("%p / %p against %p", (numerator, denominator, decimal, expected) => {
        expect(Math.sign(compareQuotient(numerator, denominator, decimal))).toBe(expected);
    });
    it.each([
        [1, 2000, "0.1"],
        [1, 2001, "0.0"],
        [2, 3, "66.7"],
        [3, 3, "100.0"]
    ])("are told in percent with one decimal, half up: %p of %p", (part, whole, text) => {
        expect(percentText(part, whole)).toBe(text);
    });
    it("are told in days of 24 hours", () => {
        expect(daysText(36 * 3_600_000)).toBe("1.5");
        expect(daysText(0)).toBe("0.0");
    });
});
