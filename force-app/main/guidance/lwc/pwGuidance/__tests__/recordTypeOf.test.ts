import { describe, expect, it } from "@jest/globals";
import { recordTypeOf } from "../recordTypeOf.ts";
import { recordOf } from "./answers.ts";

const named = (DeveloperName: unknown) => ({ fields: { DeveloperName: { value: DeveloperName, displayValue: null } } });

describe("the record type of the opportunity", () => {
    it.each([
        ["its developer name", { RecordType: named("Enterprise") }, {}, "Enterprise"],
        ["none where it has none", { RecordType: null }, null, null],
        ["none in an org without record types", {}, null, null],
        ["not known where the user may not read its name", {}, { name: "Key accounts" }, undefined],
        ["not known where a name is missing", { RecordType: named(undefined) }, {}, undefined]
    ])("is %s", (_says, fields, recordTypeInfo, expected) => {
        expect(recordTypeOf({ ...recordOf(fields), recordTypeInfo })).toBe(expected);
    });
});
