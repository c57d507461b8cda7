import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import type { TextTable } from "../../../local-org/data/table.ts";
import { crmSalesTables } from "../crmSales.ts";
import { CrmSalesProblem, readCrmSales } from "../crmSalesFiles.ts";

const right = {
    "accounts.csv":
        "account,sector,year_established,revenue,employees,office_location,subsidiary_of\r\n" +
        "Cancity,retail,2001,718.62,2448,United States,\r\n" +
        "Isdom,medical,2002,3178.2,4540,Kenya,Cancity\r\n",
    "products.csv": "product,series,sales_price\r\nGTX Pro,GTX,4821\r\nMG Special,MG,55\r\n",
    "sales_teams.csv": "sales_agent,manager,regional_office\r\nMoses Frase,Dustin Brinkmann,Central\r\n",
    "sales_pipeline.csv":
        "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\r\n" +
        "W1,Moses Frase,GTXPro,Cancity,Won,2016-10-20,2017-03-01,4500\r\n" +
        "L1,Moses Frase,MG Special,Isdom,Lost,2016-10-25,2017-03-11,0\r\n" +
        "E1,Moses Frase,GTX Pro,,Engaging,2017-05-01,,\r\n" +
        "P1,Moses Frase,MG Special,,Prospecting,,,\r\n"
} as const;

type File = keyof typeof right;

describe("the CRM Sales files", () => {
    let directory: string;

    before(() => (directory = mkdtempSync(join(tmpdir(), "pipewright-crm-"))));
    beforeEach(() => writeFiles({}));
    after(() => rmSync(directory, { recursive: true }));

    it("become opportunities with stage, dates, owner and account", () => {
        const rows = rowsOf(crmSalesTables(readCrmSales(directory), "2017-12-31"), "Opportunity");

        assert.deepEqual(
            rows.map((row) => [
                row["StageName"],
                row["CreatedDate"]?.slice(0, 10),
                row["CloseDate"],
                row["AccountId"] === ""
            ]),
            [
                ["Closed Won", "2016-10-20", "2017-03-01", false],
                ["Closed Lost", "2016-10-25", "2017-03-11", false],
                ["Needs Analysis", "2017-05-01", "2017-12-31", true],
                ["Prospecting", "2017-12-31", "2017-12-31", true]
            ]
        );
    });

    it("give each opportunity one line, with a total of its own only where it was won", () => {
        const tables = crmSalesTables(readCrmSales(directory), "2017-12-31");
        const products = new Map(rowsOf(tables, "Product2").map((row) => [row["Id"], row["Name"]]));
        const entries = new Map(
            rowsOf(tables, "PricebookEntry").map((row) => [row["Id"], products.get(row["Product2Id"])])
        );

        const lines = rowsOf(tables, "OpportunityLineItem");

        assert.deepEqual(
            lines.map((row) => [entries.get(row["PricebookEntryId"]), row["TotalPrice"]]),
            [
                ["GTX Pro", "4500"],
                ["MG Special", ""],
                ["GTX Pro", ""],
                ["MG Special", ""]
            ]
        );
    });

    it("write revenue in millions as whole dollars", () => {
        const rows = rowsOf(crmSalesTables(readCrmSales(directory), "2017-12-31"), "Account");

        assert.deepEqual(
            rows.map((row) => row["AnnualRevenue"]),
            ["718620000", "3178200000"]
        );
    });

    const wrong: readonly (readonly [File, string, string, string])[] = [
        [
            "products.csv",
            "sales_price",
            "price",
            "products.csv has no column sales_price; its columns are product, series, price."
        ],
        [
            "sales_pipeline.csv",
            "2016-10-25",
            "2016-02-30",
            'sales_pipeline.csv, row 3, column engage_date: "2016-02-30" is not a date; write it as 2017-12-31.'
        ],
        [
            "sales_pipeline.csv",
            "2017-03-01",
            "1/3/2017",
            'sales_pipeline.csv, row 2, column close_date: "1/3/2017" is not a date; write it as 2017-12-31.'
        ],
        ["sales_pipeline.csv", "4500", "4,5", "is not a CSV file"],
        [
            "sales_pipeline.csv",
            "4500",
            "4.5k",
            'sales_pipeline.csv, row 2, column close_value: "4.5k" is not a number.'
        ],
        [
            "sales_pipeline.csv",
            "Engaging",
            "Stalled",
            'sales_pipeline.csv, row 4, column deal_stage: "Stalled" is unknown; known are Prospecting, Engaging, Won, Lost.'
        ],
        [
            "sales_pipeline.csv",
            "GTX Pro,,E",
            "GTX Max,,E",
            'sales_pipeline.csv, row 4, column product: "GTX Max" is unknown; known are GTX Pro, MG Special.'
        ],
        [
            "sales_pipeline.csv",
            "2017-03-11,0",
            ",0",
            "sales_pipeline.csv, row 3, column close_date: Lost needs a value in it."
        ],
        [
            "sales_pipeline.csv",
            "2017-05-01,,",
            "2017-05-01,,12",
            "sales_pipeline.csv, row 4, column close_value: Engaging has not been decided and wants a blank."
        ]
    ];
    for (const [file, from, to, sentence] of wrong) {
        it(`are refused with one sentence where ${to} stands for ${from}`, () => {
            writeFiles({ [file]: right[file].replace(from, to) });

            assert.throws(
                () => readCrmSales(directory),
                (error) => {
                    assert.ok(error instanceof CrmSalesProblem);
                    assert.ok(error.message.includes(sentence), error.message);
                    return true;
                }
            );
        });
    }

    it("are refused by name where one is missing", () => {
        rmSync(join(directory, "products.csv"));

        assert.throws(() => readCrmSales(directory), new CrmSalesProblem(`There is no products.csv in ${directory}.`));
    });

    function writeFiles(changed: Partial<Record<File, string>>): void {
        for (const [file, text] of Object.entries({ ...right, ...changed })) writeFileSync(join(directory, file), text);
    }
});

function rowsOf(tables: readonly TextTable[], object: string): Record<string, string>[] {
    const table = tables.find((each) => each.object === object);
    assert.ok(table);
    return [...table.rows].map((cells) =>
        Object.fromEntries(table.columns.map((name, index) => [name, cells[index] ?? ""]))
    );
}
