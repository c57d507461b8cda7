import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differenceOf } from "../describe/compareField.ts";
import type { DescribedField } from "../describe/compareField.ts";

const field: DescribedField = {
    name: "Role",
    type: "picklist",
    length: 40,
    nillable: true,
    createable: true,
    updateable: true,
    picklistValues: [{ value: "Other", label: "Other", active: true, defaultValue: false }],
    restrictedPicklist: false,
    referenceTo: [],
    relationshipName: null
};

describe("two describes of a field", () => {
    it("agree where every compared property does", () => {
        assert.equal(differenceOf(field, { ...field, name: "role" }), null);
    });

    it("differ where the field is missing", () => {
        assert.deepEqual(differenceOf(field, undefined), { expected: "picklist Role", found: "no such field" });
    });

    const changes: readonly [Partial<DescribedField>, found: string][] = [
        [{ type: "string" }, "type string"],
        [{ length: 41 }, "length 41"],
        [{ nillable: false }, "nillable false"],
        [{ createable: false }, "createable false"],
        [{ updateable: false }, "updateable false"],
        [{ picklistValues: [] }, "picklist "],
        [{ restrictedPicklist: true }, "restricted picklist Other=Other"],
        [{ referenceTo: ["User"] }, "relationship unnamed to User"],
        [{ relationshipName: "Owner" }, "relationship Owner to nothing"]
    ];

    for (const [change, found] of changes) {
        it(`differ in ${Object.keys(change).join()}`, () => {
            assert.equal(differenceOf(field, { ...field, ...change })?.found, found);
        });
    }
});
