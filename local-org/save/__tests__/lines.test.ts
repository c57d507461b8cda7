import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { deal, savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("opportunity lines at save", () => {
    let org: SavingOrg;
    let opportunity: string;
    let entry: string;
    beforeEach(() => {
        org = savingOrg();
        entry = org.pricedProduct(200);
        opportunity = org.insert("Opportunity", { ...deal, Amount: 5 });
    });

    const addLine = (fields: object): string =>
        org.insert("OpportunityLineItem", {
            OpportunityId: opportunity,
            PricebookEntryId: entry,
            Quantity: 2,
            ...fields
        });
    const shown = (id: string, ...fields: string[]): unknown[] =>
        fields.map((field) => {
            const value = org.read(id)[field] ?? null;
            return typeof value === "object" ? (value?.toString() ?? null) : value;
        });

    it("take product, list price, code and name from their price book entry", () => {
        const line = addLine({ UnitPrice: 180 });

        assert.deepEqual(shown(line, "ListPrice", "ProductCode", "Name"), ["200", "CR-1", "Renewal Crane"]);
        assert.equal(String(org.read(line)["Product2Id"]).slice(0, 3), "01t");
    });

    const prices: readonly [what: string, given: object, unitPrice: string, total: string, subtotal: string][] = [
        ["the sales price", { UnitPrice: 180 }, "180", "360", "360"],
        ["the sales price and a discount", { UnitPrice: 180, Discount: 12.5 }, "180", "315", "360"],
        ["the total", { TotalPrice: 300 }, "150", "300", "300"],
        ["the total and a discount", { TotalPrice: 270, Discount: 10 }, "150", "270", "300"],
        ["a total of a full discount", { TotalPrice: 0, Discount: 100 }, "0", "0", "0"]
    ];
    for (const [what, given, unitPrice, total, subtotal] of prices) {
        it(`work out the rest from ${what}`, () => {
            assert.deepEqual(shown(addLine(given), "UnitPrice", "TotalPrice", "Subtotal"), [
                unitPrice,
                total,
                subtotal
            ]);
        });
    }

    const changes: readonly [what: string, change: object, unitPrice: string, total: string][] = [
        ["a new discount moves the total", { Discount: 50 }, "180", "180"],
        ["a new quantity moves the total", { Quantity: 3 }, "180", "540"],
        ["a new total moves the sales price", { TotalPrice: 100 }, "50", "100"],
        ["a new description moves nothing", { Description: "Blue" }, "180", "360"]
    ];
    for (const [what, change, unitPrice, total] of changes) {
        it(`follow a change: ${what}`, () => {
            const line = addLine({ UnitPrice: 180 });
            const [outcome] = org.save("update", "OpportunityLineItem", [{ Id: line, ...change }]);

            assert.equal(outcome?.success, true);
            assert.deepEqual(shown(line, "UnitPrice", "TotalPrice"), [unitPrice, total]);
        });
    }

    it("give their opportunity amount, quantity, the line flag and the price book", () => {
        addLine({ UnitPrice: 180 });
        addLine({ UnitPrice: 100, Quantity: 1 });

        assert.deepEqual(shown(opportunity, "Amount", "TotalOpportunityQuantity", "HasOpportunityLineItem"), [
            "460",
            "3",
            true
        ]);
        assert.equal(org.read(opportunity)["Pricebook2Id"], org.read(entry)["Pricebook2Id"]);
    });

    it("make a given amount be ignored, not refused", () => {
        addLine({ UnitPrice: 180 });
        const [outcome] = org.save("update", "Opportunity", [{ Id: opportunity, Amount: 9, NextStep: "Call" }]);

        assert.equal(outcome?.success, true);
        assert.deepEqual(shown(opportunity, "Amount", "NextStep"), ["360", "Call"]);
    });

    it("take the line flag away with the last line, and leave the amount", () => {
        org.save("delete", "OpportunityLineItem", [{ Id: addLine({ UnitPrice: 180 }) }]);

        assert.deepEqual(shown(opportunity, "Amount", "HasOpportunityLineItem"), ["360", false]);
    });

    it("write the history of the amount they change", () => {
        addLine({ UnitPrice: 180 });

        const amounts = org.rows("OpportunityHistory").map((row) => String(row["Amount"]));
        assert.deepEqual(amounts, ["5", "360"]);
    });

    const refusals: readonly [what: string, fields: () => object, statusCode: string][] = [
        ["neither price nor total", () => ({}), "REQUIRED_FIELD_MISSING"],
        ["both price and total", () => ({ UnitPrice: 1, TotalPrice: 2 }), "FIELD_INTEGRITY_EXCEPTION"],
        ["no price book entry", () => ({ UnitPrice: 1, PricebookEntryId: null }), "REQUIRED_FIELD_MISSING"],
        ["no quantity", () => ({ UnitPrice: 1, Quantity: null }), "REQUIRED_FIELD_MISSING"],
        [
            "an entry of another price book",
            () => ({ UnitPrice: 1, PricebookEntryId: entryElsewhere() }),
            "FIELD_INTEGRITY_EXCEPTION"
        ]
    ];
    for (const [what, fields, statusCode] of refusals) {
        it(`are refused with ${what}`, () => {
            addLine({ UnitPrice: 180 });
            const given = { OpportunityId: opportunity, PricebookEntryId: entry, Quantity: 2, ...fields() };

            const [outcome] = org.save("insert", "OpportunityLineItem", [given]);

            assert.equal(outcome?.errors[0]?.statusCode, statusCode);
        });
    }

    function entryElsewhere(): string {
        return org.pricedProduct(100, org.insert("Pricebook2", { Name: "Partners", IsActive: true }));
    }

    it("go with their opportunity when it is deleted", () => {
        addLine({ UnitPrice: 180 });
        org.save("delete", "Opportunity", [{ Id: opportunity }]);

        assert.deepEqual([org.rows("OpportunityLineItem"), org.rows("OpportunityHistory")], [[], []]);
    });
});
