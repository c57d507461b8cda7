import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFormula } from "../compileFormula.ts";
import { number, picklist, result, scopeOf, text } from "./scopeOf.ts";
import type { Fields } from "./scopeOf.ts";

describe("a new record", () => {
    it("has no changed field, even where a prior value could be told", () => {
        const scope = { ...scopeOf({ Name: text("New", "Old") }, true), priorValueOf: () => null };

        assert.equal(compileFormula("ISCHANGED(Name)", scope).evaluate(scope, "blankAsZero"), false);
    });
});

describe("names written as in flows", () => {
    const record: Fields = {
        "$Record.StageName": picklist("Proposal", "Prospecting"),
        "$Record.Amount": number("3"),
        limit: number("2")
    };

    for (const [formula, expected] of [
        ['ISPICKVAL({!$Record.StageName}, "Proposal")', true],
        ["ISCHANGED({!$Record.StageName})", true],
        ["{!$Record.Amount} > {!limit}", true],
        ["IF({! limit } = 2, 'two', NULL)", "two"]
    ] as const) {
        it(formula, () => assert.equal(result(formula, record, { mergeFields: true }), expected));
    }
});
