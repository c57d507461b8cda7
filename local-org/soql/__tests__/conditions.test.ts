import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { context, ids } = pipeline();
const alphaId = ids.get("Alpha") ?? "";

/** WHERE clause on Opportunity, and the names it finds in order of name. */
const TABLE: readonly (readonly [where: string, ...names: string[]])[] = [
    ["Name = 'alpha'", "Alpha"],
    ["Name = 'ALPHA TWO'", "alpha two"],
    ["Name != 'alpha'", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["Name <> 'alpha' AND Name != 'beta'", "alpha two", "Gamma", "O'Neil"],
    ["Name = 'O\\'Neil'", "O'Neil"],
    ["Account.Name = 'äpfel ag'", "Beta"],
    ["Name LIKE 'ALPHA%'", "Alpha", "alpha two"],
    ["Name LIKE '_eta'", "Beta"],
    ["Name LIKE 'alpha'", "Alpha"],
    ["NextStep LIKE '50\\% %'", "O'Neil"],
    ["NextStep LIKE '%a\\_b%'", "O'Neil"],
    ["NextStep LIKE '%b\\\\c'", "O'Neil"],
    ["NextStep LIKE 'cal%' AND NextStep = 'call'", "Alpha", "alpha two"],
    ["(NOT NextStep LIKE 'call')", "Beta", "Gamma", "O'Neil"],
    ["Name > 'B' AND Name < 'h'", "Beta", "Gamma"],
    // Blank and its neighbours.
    ["NextStep = null", "Beta", "Gamma"],
    ["NextStep = ''", "Beta", "Gamma"],
    ["NextStep != null", "Alpha", "alpha two", "O'Neil"],
    ["NextStep != ''", "Alpha", "alpha two", "O'Neil"],
    ["NextStep != 'call'", "Beta", "Gamma", "O'Neil"],
    ["NextStep NOT IN ('call')", "Beta", "Gamma", "O'Neil"],
    ["NextStep NOT IN ('call', null)", "O'Neil"],
    ["NextStep IN ('call', '')", "Alpha", "alpha two", "Beta", "Gamma"],
    ["NOT (NextStep = 'call')", "Beta", "Gamma", "O'Neil"],
    ["Amount < 1", "Gamma", "O'Neil"],
    ["Amount >= 0", "Alpha", "alpha two", "O'Neil"],
    ["Amount = null", "Beta"],
    ["Amount != 0", "Alpha", "alpha two", "Beta", "Gamma"],
    ["(NOT Amount > 0)", "Beta", "Gamma", "O'Neil"],
    ["Amount > null"],
    // Numbers are exact, also finer ones than the field holds.
    ["Amount = 250.5", "alpha two"],
    ["Amount = 250.500", "alpha two"],
    ["Amount = 250.501"],
    ["Amount != 250.501", "Alpha", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["Amount < 250.501 AND Amount >= 250.499", "alpha two"],
    ["Amount > 100.001", "alpha two"],
    ["Amount <= 99.999", "Gamma", "O'Neil"],
    ["Amount > -12.341 AND Amount < -12.339", "Gamma"],
    ["Amount < -12.341"],
    ["Amount IN (100, 0.0, 250.505)", "Alpha", "O'Neil"],
    ["Amount NOT IN (100, 250.5)", "Beta", "Gamma", "O'Neil"],
    ["Amount < 99999999999999999999999999", "Alpha", "alpha two", "Gamma", "O'Neil"],
    ["Amount > -99999999999999999999999999", "Alpha", "alpha two", "Gamma", "O'Neil"],
    // Checkboxes are never blank, not even those of a missing parent.
    ["IsPrivate = TRUE", "Alpha"],
    ["IsPrivate != true", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["IsPrivate = null", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["IsPrivate != null", "Alpha"],
    ["Account.IsDeleted = FALSE", "Alpha", "alpha two", "Beta", "Gamma", "O'Neil"],
    // Dates and times; today is Thursday 2026-01-15.
    ["CloseDate = 2026-01-15", "Alpha"],
    ["CloseDate = TODAY", "Alpha"],
    ["CloseDate < TODAY", "Beta", "O'Neil"],
    ["CloseDate >= TODAY", "Alpha", "alpha two", "Gamma"],
    ["CloseDate != TODAY", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["CloseDate = LAST_N_DAYS:15", "Alpha", "Beta"],
    ["CloseDate = LAST_N_DAYS:14", "Alpha"],
    ["CloseDate = NEXT_N_DAYS:17", "alpha two"],
    ["CloseDate = NEXT_N_DAYS:16"],
    ["CloseDate = THIS_MONTH", "Alpha"],
    ["CloseDate = NEXT_MONTH", "alpha two"],
    ["CloseDate = LAST_MONTH", "Beta"],
    ["CloseDate = LAST_QUARTER", "Beta", "O'Neil"],
    ["CloseDate = THIS_QUARTER", "Alpha", "alpha two"],
    ["CloseDate > THIS_YEAR", "Gamma"],
    ["CloseDate <= LAST_YEAR", "Beta", "O'Neil"],
    ["CloseDate IN (TODAY, 2027-01-01)", "Alpha", "Gamma"],
    ["CALENDAR_YEAR(CloseDate) = 2025 AND CALENDAR_MONTH(CloseDate) = 12", "Beta"],
    ["CreatedDate = TODAY", "Beta"],
    ["CreatedDate = THIS_YEAR", "alpha two", "Beta", "Gamma"],
    ["CreatedDate < 2026-01-01T00:00:00Z", "Alpha", "O'Neil"],
    ["CreatedDate = 2026-01-01T08:00:00+08:00", "alpha two"],
    ["CreatedDate = 2025-12-31T16:00:00.000-0800", "alpha two"],
    ["DAY_ONLY(CreatedDate) = 2025-12-31", "Alpha"],
    // Ids, parents, sub-selects.
    [`Id = '${alphaId}'`, "Alpha"],
    [`Id = '${alphaId.slice(0, 15)}'`, "Alpha"],
    [`Id IN ('${alphaId.slice(0, 15)}', '006000000000000AAA')`, "Alpha"],
    ["AccountId = null", "O'Neil"],
    ["Account.Industry = null", "O'Neil"],
    ["Account.Industry != 'Retail'", "Alpha", "alpha two", "Gamma", "O'Neil"],
    ["Owner.Manager.Name = 'ann'", "alpha two", "O'Neil"],
    ["Opportunity.Account.Name = 'Acme' AND Opportunity.Amount > 0", "Alpha", "alpha two"],
    ["Id IN (SELECT OpportunityId FROM OpportunityLineItem)", "Alpha", "alpha two"],
    ["Id IN (SELECT OpportunityId FROM OpportunityLineItem WHERE Quantity < 2)", "Alpha"],
    [
        "Id NOT IN (SELECT OpportunityId FROM OpportunityContactRole WHERE IsPrimary = TRUE)",
        "alpha two",
        "Beta",
        "Gamma",
        "O'Neil"
    ],
    ["Id NOT IN (SELECT Opportunity__c FROM PW_Note__c)", "alpha two", "Beta", "Gamma", "O'Neil"],
    ["AccountId IN (SELECT AccountId FROM Contact WHERE Name = 'DAN') AND IsWon = false", "Beta"],
    // Logic.
    ["(Name = 'Alpha' OR Name = 'Beta') AND Amount = null", "Beta"],
    ["NOT (Name = 'Alpha' OR (NOT Amount > 0))", "alpha two"],
    ["((Name = 'Alpha'))", "Alpha"]
];

describe("WHERE", () => {
    for (const [where, ...names] of TABLE) {
        it(`finds ${names.join(", ") || "nothing"} by ${where}`, () => {
            const { records } = executeSoql(context, `SELECT Name FROM Opportunity WHERE ${where} ORDER BY Name`);

            assert.deepEqual(
                records.map((record) => record["Name"]),
                names
            );
        });
    }

    it("leaves deleted records out unless all rows are asked for", () => {
        const text = "SELECT Name FROM Opportunity WHERE Name = 'Gone'";

        assert.equal(executeSoql(context, text).totalSize, 0);
        assert.equal(executeSoql(context, text, { allRows: true }).totalSize, 1);
    });

    it("tells the choices of a multi-select picklist apart", () => {
        const count = (where: string): number =>
            executeSoql(context, `SELECT Id FROM PW_Note__c WHERE ${where}`).totalSize;

        assert.equal(count("Tags__c INCLUDES ('RED')"), 1);
        assert.equal(count("Tags__c INCLUDES ('red;green')"), 1);
        assert.equal(count("Tags__c INCLUDES ('red;blue', 'gree')"), 0);
        assert.equal(count("Tags__c EXCLUDES ('red')"), 1);
    });

    it("takes a list of thousands of values", () => {
        const list = Array.from({ length: 5000 }, (_, index) => `'name ${index}'`).join(",");

        assert.equal(executeSoql(context, `SELECT Id FROM Opportunity WHERE Name IN (${list}, 'alpha')`).totalSize, 1);
    });
});
