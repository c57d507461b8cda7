import assert from "node:assert/strict";
import { it } from "node:test";
import { deal, savingOrg } from "../../save/__tests__/savingOrg.ts";
import { computed, currency } from "../../schema/fields.ts";
import { executeSoql } from "../executeSoql.ts";

it("selects, filters and sorts by a formula field, a parent's too", () => {
    const held = savingOrg();
    const half = { kind: "formula", text: "AnnualRevenue / 2", treatBlanksAs: "blankAsZero" } as const;
    held.org.schema.putField("Account", computed(currency("Half__c", { custom: true }), half));
    for (const [Name, AnnualRevenue] of [
        ["Small", 10],
        ["Large", 1000],
        ["Middle", 100]
    ] as const) {
        const AccountId = held.insert("Account", { Name, AnnualRevenue });
        held.insert("Opportunity", { ...deal, Name, AccountId });
    }

    const soql =
        "SELECT Name, Account.Half__c FROM Opportunity WHERE Account.Half__c > 5 ORDER BY Account.Half__c DESC";
    const { records } = executeSoql({ ...held.org, user: held.administrator }, soql);

    assert.deepEqual(
        records.map((record) => [record["Name"], (record["Account"] as { Half__c: number }).Half__c]),
        [
            ["Large", 500],
            ["Middle", 50]
        ]
    );
});
