import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadTables } from "../load.ts";
import { madeId } from "../recordId.ts";
import { seeded } from "../seedOrg.ts";
import type { TextTable } from "../table.ts";
import { freshOrg, record, shown, table } from "./org.ts";

const acme = "001000000000001AAA";
const deal = "006000000000001AAA";
const other = "006000000000002AAA";
const opportunityColumns = "Id,Name,StageName,CloseDate,AccountId";
const opportunity = (id: string, stage: string): string => `${id},Deal,${stage},2026-12-31,${acme}`;
const account = table("Account", "Id,Name", `${acme},Acme`);

describe("figures after a load", () => {
    const product = madeId("01t", 1);
    const entry = madeId("01u", 1);
    const catalogue = [
        table("Product2", "Id,Name,ProductCode", `${product},Plan,PL-1`),
        table(
            "PricebookEntry",
            "Id,Pricebook2Id,Product2Id,UnitPrice",
            `${entry},${seeded.standardPricebook},${product},33.33`
        )
    ];
    const lines = (...rows: readonly string[]): TextTable =>
        table(
            "OpportunityLineItem",
            "Id,OpportunityId,PricebookEntryId,Quantity,UnitPrice,Discount,TotalPrice",
            ...rows
        );
    const lineId = madeId("00k", 1);

    function loaded(opportunities: TextTable, ...more: readonly TextTable[]) {
        const org = freshOrg();
        loadTables(org, [account, ...catalogue, opportunities, ...more]);
        return org;
    }

    const deals = table(
        "Opportunity",
        `${opportunityColumns},Amount,Probability`,
        `${opportunity(deal, "Value Proposition")},5,`,
        `${opportunity(other, "Closed Lost")},70,25`
    );

    const lineCases: readonly (readonly [string, string, Record<string, string>])[] = [
        ["2,30,,", "a sales price", { UnitPrice: "30", Subtotal: "60", TotalPrice: "60" }],
        ["2,,,", "the list price where none is given", { UnitPrice: "33.33", Subtotal: "66.66", TotalPrice: "66.66" }],
        ["3,33.33,12.5,", "a discount, rounded once", { UnitPrice: "33.33", Subtotal: "99.99", TotalPrice: "87.49" }],
        ["4,,,100", "a total alone", { UnitPrice: "25", Subtotal: "100", TotalPrice: "100" }],
        ["4,,50,100", "a total after a discount", { UnitPrice: "50", Subtotal: "200", TotalPrice: "100" }],
        [
            "1000000,9000000000,0.01,",
            "figures whose product passes 64 bits",
            { Subtotal: "9000000000000000", TotalPrice: "8999100000000000" }
        ]
    ];

    for (const [cells, what, expected] of lineCases) {
        it(`price a line from ${what}`, () => {
            const org = loaded(deals, lines(`${lineId},${deal},${entry},${cells}`));
            const line = record(org, "OpportunityLineItem", lineId);

            assert.deepEqual(shown(line, ...Object.keys(expected)), expected);
            assert.deepEqual(shown(line, "ListPrice", "Product2Id", "ProductCode", "Name"), {
                ListPrice: "33.33",
                Product2Id: product,
                ProductCode: "PL-1",
                Name: "Deal Plan"
            });
        });
    }

    it("make the amount of an opportunity the sum of its lines", () => {
        const org = loaded(deals, lines(`${lineId},${deal},${entry},2,30,,`, `,${deal},${entry},1,0.5,,`));

        assert.deepEqual(
            shown(
                record(org, "Opportunity", deal),
                "Amount",
                "HasOpportunityLineItem",
                "TotalOpportunityQuantity",
                "ExpectedRevenue"
            ),
            { Amount: "60.5", HasOpportunityLineItem: "true", TotalOpportunityQuantity: "3", ExpectedRevenue: "30.25" }
        );
        assert.deepEqual(shown(record(org, "Opportunity", other), "Amount", "HasOpportunityLineItem"), {
            Amount: "70",
            HasOpportunityLineItem: "false"
        });
    });

    it("take closed, won, forecast and probability from the stage, and keep a given probability", () => {
        const org = loaded(deals);
        const names = ["IsClosed", "IsWon", "ForecastCategoryName", "ForecastCategory", "Probability", "Fiscal"];

        assert.deepEqual(shown(record(org, "Opportunity", deal), ...names), {
            IsClosed: "false",
            IsWon: "false",
            ForecastCategoryName: "Pipeline",
            ForecastCategory: "Pipeline",
            Probability: "50",
            Fiscal: "2026 4"
        });
        assert.deepEqual(
            shown(record(org, "Opportunity", other), "IsClosed", "IsWon", "ForecastCategory", "Probability"),
            {
                IsClosed: "true",
                IsWon: "false",
                ForecastCategory: "Omitted",
                Probability: "25"
            }
        );
    });

    it("leave an opportunity in a stage that the org doesn't know as it was given", () => {
        const columns = `${opportunityColumns},IsClosed`;
        const org = loaded(table("Opportunity", columns, `${opportunity(deal, "Nirvana")},true`));

        assert.deepEqual(shown(record(org, "Opportunity", deal), "IsClosed", "Probability"), {
            IsClosed: "true",
            Probability: "null"
        });
    });
});
