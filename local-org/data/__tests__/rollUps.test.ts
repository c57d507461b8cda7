import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { currency, double, int } from "../../schema/fields.ts";
import type { FieldSchema, RollUp } from "../../schema/objectSchema.ts";
import { loadTables } from "../load.ts";
import { rollUpSql } from "../rollUps.ts";
import { recomputeOpportunities } from "../opportunityFigures.ts";
import { seeded } from "../seedOrg.ts";
import { madeId } from "../recordId.ts";
import { freshOrg, objectNamed, record, table } from "./org.ts";

const withLines = madeId("006", 1);
const without = madeId("006", 2);

const ofLines = (given: Partial<RollUp>): RollUp => ({
    childObject: "OpportunityLineItem",
    childReference: "OpportunityId",
    operation: "sum",
    summarizedField: "TotalPrice",
    filters: [],
    ...given
});

const filter = (field: string, operation: string, value: string): RollUp["filters"] => [{ field, operation, value }];

function loadedWith(...fields: readonly FieldSchema[]) {
    const org = freshOrg();
    fields.forEach((field) => org.schema.putField("Opportunity", field));
    loadTables(org, [
        table("Product2", "Id,Name", `${madeId("01t", 1)},Plan`),
        table(
            "PricebookEntry",
            "Id,Pricebook2Id,Product2Id,UnitPrice",
            `${madeId("01u", 1)},${seeded.standardPricebook},${madeId("01t", 1)},10`
        ),
        table(
            "Opportunity",
            "Id,Name,StageName,CloseDate",
            `${withLines},One,Prospecting,2026-12-31`,
            `${without},Two,Prospecting,2026-12-31`
        ),
        table(
            "OpportunityLineItem",
            "OpportunityId,PricebookEntryId,Quantity,UnitPrice,Discount,Description",
            `${withLines},${madeId("01u", 1)},1,10.55,,Setup`,
            `${withLines},${madeId("01u", 1)},2,8,25,SETUP`,
            `${withLines},${madeId("01u", 1)},3,0,,`
        )
    ]);
    return org;
}

const cases: readonly (readonly [string, RollUp, withLines: string, without: string])[] = [
    ["the number of lines", ofLines({ operation: "count", summarizedField: null }), "3", "0"],
    ["their total", ofLines({}), "22.55", "0"],
    ["the largest discount", ofLines({ operation: "max", summarizedField: "Discount" }), "25", "null"],
    ["the least price", ofLines({ operation: "min", summarizedField: "UnitPrice" }), "0", "null"],
    ["lines with no price", ofLines({ operation: "count", filters: filter("UnitPrice", "equals", "0") }), "1", "0"],
    [
        "lines above a price",
        ofLines({ operation: "count", filters: filter("UnitPrice", "greaterThan", "8") }),
        "1",
        "0"
    ],
    ["lines of one text, ignoring case", ofLines({ filters: filter("Description", "equals", "setup") }), "22.55", "0"],
    [
        "lines of any of two texts",
        ofLines({ operation: "count", filters: filter("Description", "equals", "x,setup") }),
        "2",
        "0"
    ],
    [
        "lines of neither of two texts",
        ofLines({ operation: "count", filters: filter("Description", "notEqual", "x,setup") }),
        "1",
        "0"
    ],
    [
        "lines of another text, or none",
        ofLines({ operation: "count", filters: filter("Description", "notEqual", "setup") }),
        "1",
        "0"
    ]
];

describe("a roll-up summary", () => {
    for (const [what, rollUp, expected, ofNone] of cases) {
        it(`keeps ${what}`, () => {
            const org = loadedWith(double("PW_Figure__c", 18, 2, { rollUp }));

            assert.equal(String(record(org, "Opportunity", withLines)["PW_Figure__c"]), expected);
            assert.equal(String(record(org, "Opportunity", without)["PW_Figure__c"]), ofNone);
        });
    }

    it("rounds to its own decimals", () => {
        const org = loadedWith(double("PW_Figure__c", 18, 1, { rollUp: ofLines({}) }));

        assert.equal(String(record(org, "Opportunity", withLines)["PW_Figure__c"]), "22.6");
    });

    it("is computed anew for the asked opportunities only", () => {
        const org = loadedWith(currency("PW_Figure__c", { rollUp: ofLines({}) }));
        org.store.run("DELETE FROM OpportunityLineItem WHERE UnitPrice > 0");

        recomputeOpportunities(org, [without]);
        assert.equal(String(record(org, "Opportunity", withLines)["PW_Figure__c"]), "22.55");
        recomputeOpportunities(org, [withLines]);
        assert.equal(String(record(org, "Opportunity", withLines)["PW_Figure__c"]), "0");
        assert.equal(String(record(org, "Opportunity", withLines)["Amount"]), "0");
    });

    it("of a roll-up is computed after it", () => {
        const org = freshOrg();
        org.schema.putField("Opportunity", int("PW_Lines__c", 18, { rollUp: ofLines({ operation: "count" }) }));
        org.schema.putField(
            "Account",
            int("PW_Lines__c", 18, {
                rollUp: {
                    ...ofLines({ summarizedField: "PW_Lines__c" }),
                    childObject: "Opportunity",
                    childReference: "AccountId"
                }
            })
        );
        const account = madeId("001", 1);
        loadTables(org, [
            table("Account", "Id,Name", `${account},Acme`),
            table(
                "Opportunity",
                "Id,Name,StageName,CloseDate,AccountId",
                `${withLines},One,Prospecting,2026-12-31,${account}`
            ),
            table("OpportunityLineItem", "OpportunityId,Quantity,UnitPrice", `${withLines},1,1`, `${withLines},1,1`)
        ]);

        assert.equal(String(record(org, "Account", account)["PW_Lines__c"]), "2");
    });
});

const refused: readonly (readonly [string, RollUp, RegExp])[] = [
    ["an object that isn't there", ofLines({ childObject: "Line__c" }), /Line__c, which this org doesn't have/],
    [
        "a field that isn't there",
        ofLines({ summarizedField: "Weight__c" }),
        /PW_Figure__c: OpportunityLineItem has no field Weight__c/
    ],
    [
        "a filter it doesn't know",
        ofLines({ filters: filter("Description", "soundsLike", "x") }),
        /filter operation soundsLike/
    ],
    [
        "a filter number that isn't one",
        ofLines({ filters: filter("Quantity", "equals", "many") }),
        /"many" is not a number/
    ],
    ["no field to sum", ofLines({ summarizedField: null }), /doesn't say which field/]
];

describe("a roll-up summary with a mistake", () => {
    for (const [what, rollUp, message] of refused) {
        it(`is refused for ${what}`, () => {
            const org = freshOrg();
            const field = currency("PW_Figure__c", { rollUp });

            assert.throws(() => rollUpSql(org.schema, objectNamed(org, "Opportunity"), field), message);
        });
    }
});
