import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { context, ids } = pipeline();
const records = (text: string): readonly Record<string, unknown>[] => executeSoql(context, text).records;
const names = (text: string): unknown[] => records(text).map((record) => record["Name"]);

describe("a record as JSON", () => {
    it("has attributes, canonical names, numbers as numbers, times with an offset and parents nested", () => {
        const id = ids.get("Alpha") ?? "";
        const accountId = ids.get("acme") ?? "";

        const [record] = records(
            "SELECT id, AMOUNT, isPrivate, CloseDate, CreatedDate, Type, account.name, Account.Owner.Name FROM opportunity WHERE Name = 'Alpha'"
        );

        assert.deepEqual(record, {
            attributes: { type: "Opportunity", url: `/services/data/v66.0/sobjects/Opportunity/${id}` },
            Id: id,
            Amount: 100,
            IsPrivate: true,
            CloseDate: "2026-01-15",
            CreatedDate: "2025-12-31T23:59:59.000+0000",
            Type: null,
            Account: {
                attributes: { type: "Account", url: `/services/data/v66.0/sobjects/Account/${accountId}` },
                Name: "Acme",
                Owner: {
                    attributes: { type: "User", url: `/services/data/v66.0/sobjects/User/${ids.get("ann")}` },
                    Name: "Ann"
                }
            }
        });
    });

    it("gives null for a parent that is not there", () => {
        const [record] = records("SELECT Account.Name, Account.Owner.Name FROM Opportunity WHERE Name = 'O\\'Neil'");

        assert.equal(record?.["Account"], null);
    });

    it("climbs three parents and a custom relationship", () => {
        const [line] = records("SELECT PricebookEntry.Product2.Family FROM OpportunityLineItem LIMIT 1");
        const [note] = records("SELECT n.Opportunity__r.Account.Name FROM PW_Note__c n WHERE n.Name = 'N1'");

        assert.equal(at(line, "PricebookEntry", "Product2", "Family"), "Hardware");
        assert.equal(at(note, "Opportunity__r", "Account", "Name"), "Acme");
    });

    it("keeps negative and fractional amounts", () => {
        assert.deepEqual(
            records("SELECT Amount FROM Opportunity WHERE Name IN ('Gamma', 'alpha two') ORDER BY Amount").map(
                (each) => each["Amount"]
            ),
            [-12.34, 250.5]
        );
    });

    it("gives the label of a picklist value, also under an alias", () => {
        const field = context.schema.object("Opportunity")?.fields.get("LeadSource");
        assert.ok(field);
        const value = { value: "Web", label: "網站", active: true, isDefault: false };
        context.schema.putField("Opportunity", { ...field, picklistValues: [value] });

        const [record] = records(
            "SELECT toLabel(LeadSource), toLabel(StageName) stage FROM Opportunity WHERE Name = 'Alpha'"
        );

        assert.equal(record?.["LeadSource"], "網站");
        assert.equal(record?.["stage"], "Prospecting");
    });

    it("spreads FIELDS(ALL) over what the user may read", () => {
        const { as } = pipeline();
        const user = as({ canReadField: (_, name) => name !== "Secret__c" });

        const [record] = executeSoql(user, "SELECT FIELDS(ALL) FROM PW_Note__c ORDER BY Name LIMIT 1").records;
        const [custom] = executeSoql(user, "SELECT FIELDS(CUSTOM) FROM PW_Note__c ORDER BY Name LIMIT 1").records;

        assert.equal(record?.["Tags__c"], "red;green");
        assert.equal(record !== undefined && "Secret__c" in record, false);
        assert.deepEqual(Object.keys(custom ?? {}), ["attributes", "Opportunity__c", "Tags__c"]);
    });
});

describe("ORDER BY, LIMIT and OFFSET", () => {
    it("puts blanks first ascending and last descending", () => {
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Amount"), [
            "Beta",
            "Gamma",
            "O'Neil",
            "Alpha",
            "alpha two"
        ]);
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Amount DESC"), [
            "alpha two",
            "Alpha",
            "O'Neil",
            "Gamma",
            "Beta"
        ]);
    });

    it("puts blanks where NULLS says", () => {
        assert.equal(names("SELECT Name FROM Opportunity ORDER BY Amount ASC NULLS LAST").at(-1), "Beta");
        assert.equal(names("SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS FIRST").at(0), "Beta");
    });

    it("sorts text ignoring case and stages in their own order, a stage unknown to the picklist last", () => {
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Name DESC"), [
            "O'Neil",
            "Gamma",
            "Beta",
            "alpha two",
            "Alpha"
        ]);
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY StageName, Name"), [
            "Alpha",
            "O'Neil",
            "Beta",
            "alpha two",
            "Gamma"
        ]);
    });

    it("sorts by a parent's field", () => {
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Account.Name DESC, Name LIMIT 2"), [
            "Beta",
            "Alpha"
        ]);
    });

    it("skips and stops", () => {
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Name LIMIT 2 OFFSET 1"), ["alpha two", "Beta"]);
        assert.deepEqual(names("SELECT Name FROM Opportunity ORDER BY Name OFFSET 4"), ["O'Neil"]);
        assert.deepEqual(names("SELECT Name FROM Opportunity LIMIT 0"), []);
    });
});

describe("child sub-selects", () => {
    it("nest the children of each parent and give null where there are none", () => {
        const found = records(
            "SELECT Name, (SELECT Quantity, Product2.Name FROM OpportunityLineItems ORDER BY Quantity DESC) FROM Opportunity WHERE Amount > 0 OR Amount = null ORDER BY Name"
        );
        const lines = found.map(
            (each) =>
                each["OpportunityLineItems"] as {
                    totalSize: number;
                    done: boolean;
                    records: Record<string, unknown>[];
                } | null
        );

        assert.deepEqual(
            lines.map((each) => each?.totalSize ?? null),
            [2, 1, null]
        );
        assert.equal(lines[0]?.done, true);
        assert.deepEqual(
            lines[0]?.records.map((each) => each["Quantity"]),
            [2.5, 1]
        );
        assert.equal(at(lines[0]?.records[0], "Product2", "Name"), "Widget");
    });

    it("apply their own condition and a LIMIT for each parent", () => {
        const found = records(
            "SELECT Name, (SELECT Id FROM OpportunityLineItems WHERE Quantity > 0 LIMIT 1) FROM Opportunity WHERE Amount > 0"
        );

        assert.deepEqual(
            found.map((each) => at(each, "OpportunityLineItems", "totalSize")),
            [1, 1]
        );
    });

    it("follow custom relationships", () => {
        const [found] = records("SELECT (SELECT Name FROM Notes__r) FROM Opportunity WHERE Name = 'Alpha'");

        assert.equal(at(found, "Notes__r", "totalSize"), 1);
    });
});

describe("columns", () => {
    it("describe fields, paths, sub-selects and functions", () => {
        const { columnMetadata } = executeSoql(
            context,
            "SELECT Id, Amount, Account.Name, (SELECT Quantity FROM OpportunityLineItems) FROM Opportunity"
        );
        const [id, amount, account, lines] = columnMetadata.columnMetadata;

        assert.deepEqual([columnMetadata.entityName, columnMetadata.keyPrefix], ["Opportunity", "006"]);
        assert.deepEqual([columnMetadata.idSelected, columnMetadata.groupBy], [true, false]);
        assert.deepEqual([id?.columnName, id?.apexType], ["Id", "Id"]);
        assert.equal(amount?.numberType, true);
        assert.deepEqual(
            [account?.columnName, account?.aggregate, account?.joinColumns[0]?.columnName],
            ["Account", false, "Name"]
        );
        assert.deepEqual(
            [lines?.columnName, lines?.aggregate, lines?.joinColumns[0]?.columnName],
            ["OpportunityLineItems", true, "Quantity"]
        );
    });

    it("name a function by its alias or exprN and show it as written", () => {
        const { columnMetadata } = executeSoql(context, "SELECT COUNT(Id), SUM(Amount) total FROM Opportunity");

        assert.deepEqual(
            columnMetadata.columnMetadata.map((each) => [each.columnName, each.displayName, each.aggregate]),
            [
                ["expr0", "COUNT(Id)", true],
                ["total", "SUM(Amount)", true]
            ]
        );
    });
});

function at(value: unknown, ...path: readonly string[]): unknown {
    return path.reduce((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}
