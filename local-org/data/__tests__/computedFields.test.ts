import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { settableClock, fixedClock } from "../../clock.ts";
import { computed, currency, readOnly } from "../../schema/fields.ts";
import { createSchema } from "../../schema/createSchema.ts";
import { loadTables } from "../load.ts";
import { openStore } from "../openStore.ts";
import type { RowsOfOrg } from "../scope.ts";
import { seedOrg } from "../seedOrg.ts";
import { freshOrg, objectNamed, record, shown, table } from "./org.ts";

const opportunity = "006000000000001AAA";
const doubled = computed(currency("Doubled__c", { custom: true }), {
    kind: "formula",
    text: "Amount * 2",
    treatBlanksAs: "blankAsBlank"
});

function orgWithFormula(): RowsOfOrg {
    const org = freshOrg();
    org.store.evaluateFormulasWith((_object, _field, values) =>
        Decimal.isDecimal(values["Amount"]) ? values["Amount"].times(2) : null
    );
    org.schema.putField("Opportunity", doubled);
    loadTables(org, [
        table(
            "Opportunity",
            "Id,Name,StageName,CloseDate,Amount",
            `${opportunity},Big,Prospecting,2026-12-31,70.25`,
            "006000000000002AAA,Small,Prospecting,2026-12-31,3",
            "006000000000003AAA,Unknown,Prospecting,2026-12-31,"
        )
    ]);
    return org;
}

describe("a formula field", () => {
    it("is read with the row, and follows a change at once", () => {
        const org = orgWithFormula();
        const before = shown(record(org, "Opportunity", opportunity), "Doubled__c");

        org.store.update(objectNamed(org, "Opportunity"), opportunity, { Amount: new Decimal("0.01") });

        assert.deepEqual(before, { Doubled__c: "140.5" });
        assert.deepEqual(shown(record(org, "Opportunity", opportunity), "Doubled__c"), { Doubled__c: "0.02" });
    });

    it("filters, sorts and sums in SQL like a stored number", () => {
        const org = orgWithFormula();
        const column = org.store.columnOf(objectNamed(org, "Opportunity"), "Doubled__c", "o");
        const names = org.store.select(
            `SELECT Name FROM Opportunity AS o WHERE ${column} > 500 ORDER BY ${column}`,
            []
        );
        const [sum] = org.store.select(`SELECT sum(${column}) AS sum FROM Opportunity AS o`, []);

        assert.deepEqual(
            [...names].map((row) => row["Name"]),
            ["Small", "Big"]
        );
        assert.equal(sum?.["sum"], 14_650n);
    });

    it("is not written by a save that carries it", () => {
        const org = orgWithFormula();

        org.store.update(objectNamed(org, "Opportunity"), opportunity, { Doubled__c: new Decimal(5) });

        assert.deepEqual(shown(record(org, "Opportunity", opportunity), "Doubled__c"), { Doubled__c: "140.5" });
    });

    it("is summed by a roll-up", () => {
        const org = orgWithFormula();
        const account = objectNamed(org, "Account");
        const rollUp = {
            childObject: "Opportunity",
            childReference: "AccountId",
            operation: "sum",
            summarizedField: "Doubled__c",
            filters: [{ field: "Doubled__c", operation: "greaterThan", value: "10" }]
        } as const;
        org.schema.putField("Account", { ...readOnly(currency("Total__c")), custom: true, rollUp });
        loadTables(org, [
            table("Account", "Id,Name", "001000000000001AAA,Acme"),
            table(
                "Opportunity",
                "AccountId,Name,StageName,CloseDate,Amount",
                "001000000000001AAA,One,Prospecting,2026-12-31,5",
                "001000000000001AAA,Two,Prospecting,2026-12-31,6.5"
            )
        ]);

        const total = record(org, account.name, "001000000000001AAA");
        assert.deepEqual(shown(total, "Total__c"), { Total__c: "13" });
    });

    it("keeps its value in the recycle bin", () => {
        const org = orgWithFormula();

        org.store.bin.put(objectNamed(org, "Opportunity"), opportunity, opportunity);

        const deleted = org.store.bin.read(objectNamed(org, "Opportunity"), opportunity);
        assert.deepEqual(shown(deleted ?? {}, "Doubled__c", "IsDeleted"), { Doubled__c: "140.5", IsDeleted: "true" });
    });

    it("becomes a stored field, and back, when its definition changes", () => {
        const org = orgWithFormula();

        org.schema.putField("Opportunity", currency("Doubled__c", { custom: true }));
        const stored = record(org, "Opportunity", opportunity)["Doubled__c"];
        org.schema.putField("Opportunity", doubled);

        assert.equal(stored, null);
        assert.deepEqual(shown(record(org, "Opportunity", opportunity), "Doubled__c"), { Doubled__c: "140.5" });
    });
});

describe("what the platform derives from other records of an opportunity", () => {
    function orgWithTasks(clock = settableClock(fixedClock("2026-11-22"))): RowsOfOrg & { clock: typeof clock } {
        const schema = createSchema();
        const org = { schema, store: openStore(schema, ":memory:", clock), clock };
        seedOrg(org);
        loadTables(org, [
            table("Opportunity", "Id,Name,StageName,CloseDate", `${opportunity},Big,Prospecting,2026-12-31`),
            table("Task", "WhatId,Subject,Status,ActivityDate", `${opportunity},Call,Not Started,2026-11-22`)
        ]);
        return org;
    }
    const flags = (org: RowsOfOrg) =>
        shown(record(org, "Opportunity", opportunity), "HasOpenActivity", "HasOverdueTask");

    it("tells an open task, and from the day after its date an overdue one", () => {
        const org = orgWithTasks();
        const onTheDay = flags(org);

        org.clock.set("2026-11-23");

        assert.deepEqual(onTheDay, { HasOpenActivity: "true", HasOverdueTask: "false" });
        assert.deepEqual(flags(org), { HasOpenActivity: "true", HasOverdueTask: "true" });
    });

    it("points to the history row of the last change of the amount", () => {
        const org = freshOrg();
        loadTables(org, [
            table("Opportunity", "Id,Name,StageName,CloseDate", `${opportunity},Big,Prospecting,2026-12-31`),
            table(
                "OpportunityHistory",
                "Id,OpportunityId,StageName,Amount,CreatedDate",
                `008000000000001AAA,${opportunity},Prospecting,10,2026-01-01`,
                `008000000000002AAA,${opportunity},Prospecting,20,2026-02-01`,
                `008000000000003AAA,${opportunity},Qualification,20,2026-03-01`
            )
        ]);

        assert.deepEqual(
            shown(
                record(org, "Opportunity", opportunity),
                "LastAmountChangedHistoryId",
                "LastCloseDateChangedHistoryId"
            ),
            { LastAmountChangedHistoryId: "008000000000002AAA", LastCloseDateChangedHistoryId: "null" }
        );
    });
});
