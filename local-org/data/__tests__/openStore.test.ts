import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { Decimal } from "decimal.js";
import { createSchema } from "../../schema/createSchema.ts";
import { checkbox, currency, double, text } from "../../schema/fields.ts";
import { openStore } from "../openStore.ts";
import { freshOrg, objectNamed, record } from "./org.ts";

function orgWithOpportunity(values: Record<string, Decimal | string | boolean | null> = {}) {
    const org = freshOrg();
    const opportunity = objectNamed(org, "Opportunity");
    const id = org.store.newId(opportunity);
    org.store.insert(opportunity, { Id: id, Name: "Ärger in 臺北", ...values });
    return { org, opportunity, id };
}

describe("the store", () => {
    it("gives back exactly the number that was written, where a float would not", () => {
        const { org, id } = orgWithOpportunity({ Amount: new Decimal("9007199254740993.01") });

        assert.equal(String(record(org, "Opportunity", id)["Amount"]), "9007199254740993.01");
    });

    it("rounds half up to the field's decimals", () => {
        const { org, id } = orgWithOpportunity({ Amount: new Decimal("-1.005") });

        assert.equal(String(record(org, "Opportunity", id)["Amount"]), "-1.01");
    });

    it("keeps blank, false and the empty text as the platform does", () => {
        const { org, id } = orgWithOpportunity({ NextStep: "", Amount: null });
        const values = record(org, "Opportunity", id);

        assert.equal(values["NextStep"], null);
        assert.equal(values["Amount"], null);
        assert.equal(values["IsPrivate"], false);
    });

    it("writes only the given fields at an update", () => {
        const { org, opportunity, id } = orgWithOpportunity({ NextStep: "Call" });
        org.store.update(opportunity, id, { Amount: new Decimal(5) });

        assert.equal(record(org, "Opportunity", id)["NextStep"], "Call");
        assert.equal(String(record(org, "Opportunity", id)["Amount"]), "5");
    });

    it("refuses a field that the object doesn't have", () => {
        const { org, opportunity, id } = orgWithOpportunity();

        assert.throws(() => org.store.insert(opportunity, { Id: "x", Nmae: "x" }), /Opportunity has no field Nmae/);
        assert.throws(() => org.store.update(opportunity, id, { Nmae: "x" }), /Opportunity has no field Nmae/);
    });

    it("reads the rows of many parents, and those without one", () => {
        const { org, opportunity } = orgWithOpportunity();
        for (const AccountId of ["001A", "001B", "001C"]) {
            org.store.insert(opportunity, { Id: org.store.newId(opportunity), Name: AccountId, AccountId });
        }
        const rows = org.store.readMany(opportunity, { field: "accountid", isOneOf: ["001A", "001C", null] });

        assert.deepEqual(
            rows.map((row) => row["AccountId"]),
            [null, "001A", "001C"]
        );
    });

    it("folds letter case in every alphabet for SQL", () => {
        const { org } = orgWithOpportunity();
        const folded = (text: string): unknown =>
            [...org.store.select("SELECT casefold(?) AS text", [text])][0]?.["text"];

        assert.equal(folded("ÄRGER"), folded("ärger"));
        assert.equal(folded("STRASSE"), folded("straße"));
        assert.equal(String(folded("ΟΔΟΣΑΜ")).startsWith(String(folded("οδος"))), true);
        assert.notEqual(folded("臺北"), folded("台北"));
    });

    it("answers a query inside the same query", () => {
        const { org } = orgWithOpportunity();
        const sql = "SELECT ApiName FROM OpportunityStage ORDER BY SortOrder LIMIT 2";
        const pairs: number[] = [];
        for (const _ of org.store.select(sql, [])) {
            pairs.push([...org.store.select(sql, [])].length);
        }

        assert.deepEqual(pairs, [2, 2]);
    });

    it("never makes the Id of a row that was loaded or removed", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        org.store.insert(opportunity, { Id: "006PW0000000005YAA", Name: "loaded" });
        org.store.remove(opportunity, id);

        assert.equal(org.store.newId(opportunity), "006PW0000000006YAA");
    });
});

describe("a transaction", () => {
    it("takes back what was written when its work throws, and rethrows", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        const work = (): void => {
            org.store.update(opportunity, id, { NextStep: "half" });
            throw new Error("no");
        };

        assert.throws(() => org.store.transaction(work), /^Error: no$/);
        assert.equal(record(org, "Opportunity", id)["NextStep"], null);
    });

    it("takes back only the inner work when that alone fails", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        org.store.transaction(() => {
            org.store.update(opportunity, id, { NextStep: "outer" });
            assert.throws(() =>
                org.store.transaction(() => {
                    org.store.update(opportunity, id, { NextStep: "inner" });
                    throw new Error("no");
                })
            );
        });

        assert.equal(record(org, "Opportunity", id)["NextStep"], "outer");
    });

    it("refuses work that goes on after it", () => {
        const { org } = orgWithOpportunity();

        assert.throws(() => org.store.transaction(() => Promise.resolve()), /must not be asynchronous/);
    });
});

describe("the tables", () => {
    it("follow a field that is added, also for a caller who holds the older object", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        org.schema.putField("Opportunity", checkbox("PW_Flag__c", { defaultValue: true }));

        assert.equal(record(org, "Opportunity", id)["PW_Flag__c"], true);
        org.store.update(opportunity, id, { PW_Flag__c: false });
        assert.equal(org.store.read(opportunity, id)?.["PW_Flag__c"], false);
    });

    it("keep the numbers of a field whose decimals change", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        org.schema.putField("Opportunity", currency("PW_List__c"));
        org.store.update(opportunity, id, { PW_List__c: new Decimal("-5.55") });

        org.schema.putField("Opportunity", double("PW_List__c", 18, 1));
        assert.equal(String(record(org, "Opportunity", id)["PW_List__c"]), "-5.6");
        org.schema.putField("Opportunity", double("PW_List__c", 18, 3));
        assert.equal(String(record(org, "Opportunity", id)["PW_List__c"]), "-5.6");
    });

    it("refuse to make text of the numbers in a field", () => {
        const { org, opportunity, id } = orgWithOpportunity();
        org.schema.putField("Opportunity", currency("PW_List__c"));
        org.store.update(opportunity, id, { PW_List__c: new Decimal(1) });

        assert.throws(
            () => org.schema.putField("Opportunity", text("PW_List__c", 80)),
            /Opportunity\.PW_List__c holds values/
        );
    });

    it("lose the column of a removed field, and fit again after a deploy was rolled back", () => {
        const { org, opportunity, id } = orgWithOpportunity({ NextStep: "Call" });
        const before = objectNamed(org, "Opportunity");
        assert.throws(() =>
            org.store.transaction(() => {
                org.schema.putField("Opportunity", currency("PW_List__c"));
                org.schema.removeField("Opportunity", "Description");
                throw new Error("the deploy failed");
            })
        );
        org.schema.putObject(before);

        assert.equal(record(org, "Opportunity", id)["NextStep"], "Call");
        org.store.update(opportunity, id, { Description: "still here" });
        org.schema.removeField("Opportunity", "Description");
        assert.throws(
            () => [...org.store.select('SELECT each."Description" FROM Opportunity each', [])],
            /no such column/
        );
    });

    it("stand in a file that can be opened again, with Ids going on", () => {
        const folder = mkdtempSync(join(tmpdir(), "store-"));
        try {
            const path = join(folder, "org.db");
            const schema = createSchema();
            const account = schema.object("Account");
            assert.ok(account);
            const first = openStore(schema, path);
            const id = first.newId(account);
            first.insert(account, { Id: id, Name: "Acme" });
            first.close();

            const again = openStore(createSchema(), path);
            assert.equal(again.read(account, id)?.["Name"], "Acme");
            assert.notEqual(again.newId(account), id);
            again.close();
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
