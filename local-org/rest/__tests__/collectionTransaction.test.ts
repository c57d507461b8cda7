import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { savingOrg } from "../../save/__tests__/savingOrg.ts";
import type { SavingOrg } from "../../save/__tests__/savingOrg.ts";
import { saveCollection } from "../collection.ts";

describe("a collection of several objects", () => {
    const saved = (org: SavingOrg, allOrNone: boolean): (string | undefined)[] => {
        const items = [
            { operation: "insert", object: org.object("Account"), values: { Name: "Acme" } },
            { operation: "insert", object: org.object("Contact"), values: { LastName: "Lin" } }
        ] as const;
        const outcomes = saveCollection({ org: org.org, user: org.administrator }, items, allOrNone);
        return outcomes.map(({ errors }) => errors[0]?.statusCode);
    };
    const told = (org: SavingOrg) =>
        org.org.transactions.all().map(({ request, records, refused }) => [request, records, refused]);

    it("is one transaction when it is all or none", () => {
        const org = savingOrg();

        assert.deepEqual(saved(org, true), [undefined, undefined]);
        assert.deepEqual(told(org), [["collection", 2, 0]]);
    });

    it("keeps nothing, and says so, when one of them is refused then", () => {
        const org = savingOrg();
        org.rule("Contact", "TRUE");

        assert.deepEqual(saved(org, true), ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "FIELD_CUSTOM_VALIDATION_EXCEPTION"]);
        assert.deepEqual([org.rows("Account"), told(org)], [[], [["collection", 0, 2]]]);
    });

    it("is a transaction for each object otherwise", () => {
        const org = savingOrg();

        saved(org, false);

        assert.deepEqual(told(org), [
            ["insert Account", 1, 0],
            ["insert Contact", 1, 0]
        ]);
    });
});
