import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LoadError } from "../loadError.ts";
import { loadTables } from "../load.ts";
import { madeId } from "../recordId.ts";
import { seeded } from "../seedOrg.ts";
import type { TextTable } from "../table.ts";
import { freshOrg, objectNamed, record, shown, table } from "./org.ts";

const acme = "001000000000001AAA";
const deal = "006000000000001AAA";
const opportunityColumns = "Id,Name,StageName,CloseDate,AccountId";
const opportunity = (id: string, stage: string): string => `${id},Deal,${stage},2026-12-31,${acme}`;
const account = table("Account", "Id,Name", `${acme},Acme`);

describe("a load", () => {
    it("keeps Ids and columns, and fills who, when and whose", () => {
        const org = freshOrg();
        const line = `${acme},Acme,2024-01-02,${seeded.administrator}`;
        const counts = loadTables(org, [table("account", "id,name,createddate,ownerid", line)]);

        assert.deepEqual([...counts], [["Account", 1]]);
        assert.deepEqual(shown(record(org, "Account", acme), "Name", "CreatedDate", "SystemModstamp", "CreatedById"), {
            Name: "Acme",
            CreatedDate: "2024-01-02T00:00:00.000Z",
            SystemModstamp: "2026-11-22T12:00:00.000Z",
            CreatedById: seeded.administrator
        });
    });

    it("makes the Ids that are missing", () => {
        const org = freshOrg();
        loadTables(org, [table("Account", "Name", "Acme", "Globex")]);
        const ids = org.store.readMany(objectNamed(org, "Account")).map((row) => row["Id"]);

        assert.deepEqual(ids, [madeId("001", 1), madeId("001", 2)]);
    });

    it("finds parents in a table that comes later", () => {
        const org = freshOrg();
        loadTables(org, [table("Opportunity", opportunityColumns, opportunity(deal, "Prospecting")), account]);

        assert.equal(record(org, "Opportunity", deal)["AccountId"], acme);
    });

    it("writes the full name of people", () => {
        const org = freshOrg();
        loadTables(org, [
            table("User", "Id,Username,FirstName,LastName", `${madeId("005", 9)},lin@example.com,Mei,Lin`)
        ]);

        assert.deepEqual(shown(record(org, "User", madeId("005", 9)), "Name", "IsActive", "Alias", "ProfileId"), {
            Name: "Mei Lin",
            IsActive: "true",
            Alias: "lin",
            ProfileId: seeded.standardUserProfile
        });
    });

    it("takes the row about itself of the org it restores, as a sandbox unless it says otherwise", () => {
        const org = freshOrg();
        loadTables(org, [table("Organization", "Id,Name,FiscalYearStartMonth", `${madeId("00D", 9)},Acme,4`)]);
        const rows = org.store.readMany(objectNamed(org, "Organization"));

        assert.deepEqual(
            rows.map((row) => shown(row, "Id", "Name", "IsSandbox")),
            [{ Id: madeId("00D", 9), Name: "Acme", IsSandbox: "true" }]
        );
    });

    it("refuses two rows about itself", () => {
        const rows = [`${madeId("00D", 8)},Acme`, `${madeId("00D", 9)},Other`];

        assert.throws(() => loadTables(freshOrg(), [table("Organization", "Id,Name", ...rows)]), /has 2 rows/);
    });

    it("takes the stages of the org it restores in place of the standard ones", () => {
        const org = freshOrg();
        const columns =
            "ApiName,MasterLabel,SortOrder,IsActive,IsClosed,IsWon,DefaultProbability,ForecastCategoryName,ForecastCategory";
        const stages = table(
            "OpportunityStage",
            columns,
            "Sold,Sold,2,true,true,true,100,Closed,Closed",
            "New,Neu,1,true,false,false,5,Pipeline,Pipeline"
        );
        loadTables(org, [account, table("Opportunity", opportunityColumns, opportunity(deal, "Sold")), stages]);
        const choices = objectNamed(org, "Opportunity").fields.get("StageName")?.picklistValues;

        assert.deepEqual(
            choices?.map(({ value, label }) => `${value}/${label}`),
            ["New/Neu", "Sold/Sold"]
        );
        assert.equal(record(org, "Opportunity", deal)["IsWon"], true);
    });

    it("restores a pipeline of ordinary size in seconds", () => {
        const org = freshOrg();
        const rows = Array.from({ length: 2000 }, (_, index) => [
            madeId("006", index + 1),
            "Deal",
            "Prospecting",
            "2026-12-31"
        ]);
        const counts = loadTables(org, [
            { object: "Opportunity", columns: ["Id", "Name", "StageName", "CloseDate"], rows }
        ]);

        assert.equal(counts.get("Opportunity"), 2000);
    });
});

const wrong: readonly (readonly [string, TextTable, RegExp])[] = [
    ["an object that isn't there", table("Deal", "Id", "1"), /^Deal: this org has no object Deal\.$/],
    [
        "a column that isn't there",
        table("Account", "Name,Nmae", "a,b"),
        /^Account, row 1, column Nmae: Account has no field "Nmae"\.$/
    ],
    [
        "a column that stands there twice",
        table("Account", "Name,NAME", "a,b"),
        /^Account, row 1, column Name: .*twice\.$/
    ],
    [
        "a row of the wrong width",
        table("Account", "Name,Site", "a,b", "a"),
        /^Account, row 3: it has 1 cells, the header has 2\.$/
    ],
    ["an Id that isn't one", table("Account", "Id,Name", "12,a"), /^Account, row 2, column Id: "12" is not an Id/],
    [
        "the Id of another object",
        table("Account", "Id,Name", `${deal},a`),
        /^Account, row 2, column Id: .* is not an Id of Account/
    ],
    [
        "an Id given twice",
        table("Account", "Id,Name", `${acme},a`, `${acme},b`),
        /^Account, row 3, column Id: .* of row 2\.$/
    ],
    [
        "an Id the org has",
        table("User", "Id,Username,LastName", `${seeded.administrator},a,b`),
        /^User, row 2, column Id: .* already has\.$/
    ],
    [
        "a number that isn't one",
        table("Account", "Name,AnnualRevenue", "a,much"),
        /^Account, row 2, column AnnualRevenue: "much" is not a number/
    ],
    [
        "a flag that isn't one",
        table("Product2", "Name,IsActive", "a,yes"),
        /^Product2, row 2, column IsActive: "yes" is neither true nor false\.$/
    ],
    [
        "a date that isn't one",
        table("Opportunity", "Name,StageName,CloseDate", "a,b,31/12/2026"),
        /^Opportunity, row 2, column CloseDate: "31\/12\/2026" is not a date; write it as 2026-12-31\.$/
    ],
    [
        "a blank where one may not be",
        table("Opportunity", "Name,StageName", "a,b"),
        /^Opportunity, row 2, column CloseDate: it may not be blank\.$/
    ],
    [
        "a parent that isn't there",
        table("Contact", "LastName,AccountId", `Lin,${acme}`),
        /^Contact, row 2, column AccountId: there is no Account with the Id 001000000000001AAA\.$/
    ],
    [
        "a parent of another object",
        table("Task", "WhatId", seeded.standardPricebook),
        /^Task, row 2, column WhatId: there is no Account or Opportunity or Product2 with the Id/
    ],
    [
        "a username someone has",
        table("User", "Username,LastName", "ADMIN@pipewright.local,b"),
        /^User, row 2, column Username: another User has "ADMIN@pipewright\.local" already\.$/
    ]
];

describe("a load that can't be right", () => {
    for (const [what, given, message] of wrong) {
        it(`names ${what} in one sentence and writes nothing`, () => {
            const org = freshOrg();
            const good = table("Lead", "LastName,Company", "Lin,Acme");

            assert.throws(
                () => loadTables(org, [good, given]),
                (error) => error instanceof LoadError && message.test(error.message)
            );
            assert.deepEqual(org.store.readMany(objectNamed(org, "Lead")), []);
        });
    }

    it("names every problem, up to twenty", () => {
        const rows = Array.from({ length: 30 }, () => "much");
        const load = (): unknown => loadTables(freshOrg(), [table("Account", "AnnualRevenue", ...rows)]);

        assert.throws(load, (error) => {
            assert.ok(error instanceof LoadError);
            assert.equal(error.problems.length, 30);
            assert.equal(error.message.split("\n").length, 21);
            assert.match(error.message, /There are 10 more problems\.$/);
            return true;
        });
    });
});
