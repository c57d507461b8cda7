import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { numberText } from "../numberText.ts";

describe("numbers in an export", () => {
    for (const [plain, text] of [
        ["0.0", "0.0"],
        ["100.0", "100.0"],
        ["-12.34", "-12.34"],
        ["9999999.99", "9999999.99"],
        ["10000000.0", "1.0E7"],
        ["99213206.0", "9.9213206E7"],
        ["-115056052.5", "-1.150560525E8"],
        ["16147805824397.0", "1.6147805824397E13"],
        ["9999999999999999.01", "9.99999999999999901E15"],
        ["0.001", "0.001"],
        ["0.0001", "1.0E-4"],
        ["-0.00012", "-1.2E-4"],
        ["0.0000", "0.0000"]
    ] as const) {
        it(`write ${plain} as ${text}`, () => {
            assert.equal(numberText(plain), text);
        });
    }
});
