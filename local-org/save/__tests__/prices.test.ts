import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { savingOrg } from "./savingOrg.ts";
import type { SavingOrg } from "./savingOrg.ts";

describe("price book entries at save", () => {
    let org: SavingOrg;
    let product: string;
    let books: { standard: unknown; partners: string };
    beforeEach(() => {
        org = savingOrg();
        product = org.insert("Product2", { Name: "Crane", ProductCode: "CR-1", IsActive: true });
        books = {
            standard: org.rows("Pricebook2").find((row) => row["IsStandard"] === true)?.["Id"],
            partners: org.insert("Pricebook2", { Name: "Partners", IsActive: true })
        };
    });

    const price = (Pricebook2Id: unknown, more: object = {}) =>
        org.save("insert", "PricebookEntry", [
            { Pricebook2Id, Product2Id: product, UnitPrice: 100, IsActive: true, ...more }
        ])[0];

    it("need a standard price first", () => {
        const before = price(books.partners)?.errors[0]?.statusCode;
        price(books.standard);

        assert.deepEqual([before, price(books.partners)?.success], ["STANDARD_PRICE_NOT_DEFINED", true]);
    });

    it("are one of their kind", () => {
        price(books.standard);

        assert.equal(price(books.standard)?.errors[0]?.statusCode, "DUPLICATE_VALUE");
    });

    it("take the standard price where they say so", () => {
        price(books.standard);
        const outcome = price(books.partners, { UnitPrice: 80, UseStandardPrice: true });

        assert.equal(String(org.read(outcome?.id ?? "")["UnitPrice"]), "100");
    });
});
