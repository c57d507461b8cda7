import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const values = (records: readonly Record<string, unknown>[]): unknown[][] =>
    records.map((record) => Object.entries(record).flatMap(([key, value]) => (key === "attributes" ? [] : [value])));

describe("the fiscal year", () => {
    const { context } = pipeline();
    const organization = context.schema.object("Organization");
    assert.ok(organization);
    const [start] = ["00DPW0000000001AAA"];
    context.store.insert(organization, { Id: start, Name: "Org", FiscalYearStartMonth: new Decimal(4) });

    it("begins in the month that the Organization says, in functions and in literals", () => {
        const text =
            "SELECT FISCAL_YEAR(CloseDate), COUNT(Id) FROM Opportunity GROUP BY FISCAL_YEAR(CloseDate) ORDER BY FISCAL_YEAR(CloseDate)";

        assert.deepEqual(values(executeSoql(context, text).records), [
            [2026, 4],
            [2027, 1]
        ]);
        assert.equal(
            executeSoql(context, "SELECT Id FROM Opportunity WHERE CloseDate = LAST_FISCAL_QUARTER").totalSize,
            2
        );
    });
});

describe("convertTimezone()", () => {
    const inZone = (zone: string): ReturnType<typeof pipeline>["context"] => {
        const { context } = pipeline();
        const user = context.schema.object("User");
        assert.ok(user);
        context.store.update(user, context.user.id, { TimeZoneSidKey: zone });
        return context;
    };
    const days = "SELECT Name FROM Opportunity WHERE DAY_ONLY(convertTimezone(CreatedDate)) = 2026-01-01";

    it("reads the clock of the user's time zone", () => {
        const names = (zone: string): unknown[] =>
            executeSoql(inZone(zone), days).records.map((record) => record["Name"]);

        assert.deepEqual(names("UTC"), ["alpha two"]);
        assert.deepEqual(names("Asia/Taipei"), ["Alpha", "alpha two"]);
    });

    it("refuses a zone whose clocks change in the year", () => {
        assert.throws(() => executeSoql(inZone("Europe/Paris"), days), {
            errorCode: "MALFORMED_QUERY",
            message: /^convertTimezone\(\) for Europe\/Paris, .* is not supported by this local org$/
        });
    });
});

describe("a polymorphic parent", () => {
    const { context, ids, as } = pipeline();
    const task = context.schema.object("Task");
    assert.ok(task);
    const put = (name: string, WhatId: string | null): void =>
        context.store.insert(task, { Id: context.store.newId(task), Subject: name, WhatId });
    put("one", ids.get("acme") ?? "");
    put("two", ids.get("Alpha") ?? "");
    put("three", null);
    const text = "SELECT Subject, What.Name, What.Type FROM Task ORDER BY What.Name";

    it("has a name and a type, is of type Name and leads to the record itself", () => {
        const [none, acme, alpha] = executeSoql(context, text).records;

        assert.equal(none?.["What"], null);
        assert.deepEqual(acme?.["What"], {
            attributes: { type: "Name", url: `/services/data/v66.0/sobjects/Account/${ids.get("acme")}` },
            Name: "Acme",
            Type: "Account"
        });
        assert.equal((alpha?.["What"] as Record<string, unknown>)["Type"], "Opportunity");
    });

    it("is not there for who may not read its object", () => {
        const user = as({ canReadObject: (name) => name !== "Account" });
        const found = executeSoql(user, "SELECT Subject FROM Task WHERE What.Type = 'Account'");

        assert.equal(found.totalSize, 0);
    });
});

describe("children of children", () => {
    it("nest in one another", () => {
        const { context } = pipeline();
        const text =
            "SELECT Name, (SELECT Name, (SELECT Quantity FROM OpportunityLineItems ORDER BY Quantity) FROM Opportunities ORDER BY Name) FROM Account WHERE Name = 'Acme'";
        const [acme] = executeSoql(context, text).records;
        const opportunities = acme?.["Opportunities"] as { records: Record<string, { records: unknown[] } | null>[] };

        assert.deepEqual(
            opportunities.records.map((each) => each["OpportunityLineItems"]?.records.length ?? null),
            [2, 1, null]
        );
    });
});

describe("toLabel() in a condition", () => {
    it("compares the label, not the value", () => {
        const { context } = pipeline();
        const field = context.schema.object("Opportunity")?.fields.get("LeadSource");
        assert.ok(field);
        const picklistValues = [{ value: "Partner", label: "夥伴", active: true, isDefault: false }];
        context.schema.putField("Opportunity", { ...field, picklistValues });

        assert.equal(
            executeSoql(context, "SELECT Id FROM Opportunity WHERE toLabel(LeadSource) = '夥伴'").totalSize,
            1
        );
        assert.equal(executeSoql(context, "SELECT Id FROM Opportunity WHERE LeadSource = '夥伴'").totalSize, 0);
    });
});
