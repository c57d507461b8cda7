import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OrgError } from "../../orgError.ts";
import { executeSoql } from "../executeSoql.ts";
import { pipeline } from "./pipeline.ts";

const { context, as } = pipeline();

/** Query, error code, and what its message says. */
const TABLE: readonly (readonly [text: string, code: string, message: RegExp])[] = [
    ["SELEC Id FROM Account", "MALFORMED_QUERY", /^unexpected token: 'SELEC'/],
    ["SELECT Id FROM", "MALFORMED_QUERY", /unexpected token: '<EOF>'/],
    ["SELECT Id FROM Account WHERE Name = :name", "MALFORMED_QUERY", /Bind variables only allowed in Apex code/],
    ["SELECT Id FROM Account LIMIT 99999999999999999999", "MALFORMED_QUERY", /^LIMIT 1000.* is too large a number$/],
    ["SELECT COUNT() FROM Account LIMIT 9223372036854775807", "MALFORMED_QUERY", /too large a number/],
    [
        "SELECT (SELECT Id FROM Opportunities LIMIT 99999999999999999999) FROM Account WHERE Name = 'nobody'",
        "MALFORMED_QUERY",
        /too large a number/
    ],
    [
        "SELECT Id FROM Account LIMIT 1 OFFSET 99999999999999999999",
        "NUMBER_OUTSIDE_VALID_RANGE",
        /^Maximum SOQL offset allowed is 2000$/
    ],
    [
        "SELECT Name FROM Opportunity GROUP BY Name HAVING AVG(Amount) > 0.00000000000000000001",
        "MALFORMED_QUERY",
        /^AVG beside 0\.0+1, which has so many decimals, is not supported by this local org$/
    ],
    ["SELECT Id FROM Nothing__c", "INVALID_TYPE", /^sObject type 'Nothing__c' is not supported\./],
    ["SELECT Nothing__c FROM Account", "INVALID_FIELD", /^No such column 'Nothing__c' on entity 'Account'\./],
    ["SELECT Account.Nothing__c FROM Opportunity", "INVALID_FIELD", /'Nothing__c' on entity 'Account'/],
    ["SELECT Nobody.Name FROM Account", "INVALID_FIELD", /^Didn't understand relationship 'Nobody' in field path/],
    ["SELECT (SELECT Id FROM Nothings) FROM Account", "INVALID_TYPE", /relationship 'Nothings' in FROM part/],
    ["SELECT Id FROM Opportunity ORDER BY Nothing", "INVALID_FIELD", /'Nothing'/],
    [
        "SELECT Id FROM Opportunity WHERE Description = 'long'",
        "INVALID_FIELD",
        /'Description' can not be filtered in a query call/
    ],
    ["SELECT Id FROM Opportunity ORDER BY Description", "INVALID_FIELD", /'Description' can not be sorted/],
    ["SELECT Amount FROM Opportunity GROUP BY Amount", "INVALID_FIELD", /'Amount' can not be grouped/],
    ["SELECT SUM(StageName) FROM Opportunity", "MALFORMED_QUERY", /StageName does not support aggregate operator SUM/],
    ["SELECT Name, COUNT(Id) FROM Opportunity", "MALFORMED_QUERY", /^Field must be grouped or aggregated: Name/],
    ["SELECT COUNT(Id) FROM Opportunity ORDER BY Name", "MALFORMED_QUERY", /must be grouped or aggregated: Name/],
    [
        "SELECT StageName FROM Opportunity GROUP BY StageName HAVING Name = 'a'",
        "MALFORMED_QUERY",
        /must be grouped or aggregated: Name/
    ],
    ["SELECT Id FROM Opportunity WHERE COUNT(Id) > 1", "MALFORMED_QUERY", /COUNT/i],
    ["SELECT Name n FROM Opportunity", "MALFORMED_QUERY", /only aggregate expressions use field aliasing/],
    ["SELECT Name, name FROM Opportunity", "INVALID_FIELD", /duplicate field selected: name/],
    ["SELECT COUNT(Id) x, SUM(Amount) X FROM Opportunity", "MALFORMED_QUERY", /duplicate alias: X/],
    [
        "SELECT Id FROM Opportunity WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
        "MALFORMED_QUERY",
        /unexpected token: 'OR'/
    ],
    ["SELECT Id FROM Opportunity WHERE NOT Name = 'a' AND Name = 'b'", "MALFORMED_QUERY", /unexpected token: 'AND'/],
    ["SELECT Id FROM Opportunity WHERE Name = 'a' AND NOT Name = 'b'", "MALFORMED_QUERY", /unexpected token: 'NOT'/],
    [
        "SELECT Id FROM Opportunity WHERE Amount = '5'",
        "INVALID_FIELD",
        /'Amount' must be of type double and should not be enclosed in quotes/
    ],
    [
        "SELECT Id FROM Opportunity WHERE Name = 5",
        "INVALID_FIELD",
        /'Name' must be of type string and should be enclosed in quotes/
    ],
    [
        "SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'",
        "INVALID_FIELD",
        /must be of type date and should not/
    ],
    ["SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z", "INVALID_FIELD", /must be of type date/],
    ["SELECT Id FROM Opportunity WHERE CreatedDate > 2026-01-01", "INVALID_FIELD", /must be of type dateTime/],
    ["SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30", "MALFORMED_QUERY", /2026-02-30/],
    ["SELECT Id FROM Opportunity WHERE IsWon > FALSE", "INVALID_QUERY_FILTER_OPERATOR", /boolean/],
    ["SELECT Id FROM Opportunity WHERE Id = 'foo'", "INVALID_QUERY_FILTER_OPERATOR", /invalid ID field: foo/],
    ["SELECT Id FROM Opportunity WHERE Amount LIKE '1%'", "INVALID_QUERY_FILTER_OPERATOR", /LIKE on field 'Amount'/],
    ["SELECT Id FROM Opportunity WHERE StageName INCLUDES ('a')", "INVALID_QUERY_FILTER_OPERATOR", /includes operator/],
    ["SELECT Id FROM Opportunity WHERE Name = 'a\\q'", "MALFORMED_QUERY", /./],
    ["SELECT Id FROM Opportunity LIMIT 1 OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE", /2000/],
    ["SELECT FIELDS(ALL) FROM Opportunity", "MALFORMED_QUERY", /LIMIT of at most 200/],
    [
        "SELECT Id FROM Opportunity WHERE Name = 'a' OR Id IN (SELECT OpportunityId FROM OpportunityLineItem)",
        "MALFORMED_QUERY",
        /not allowed with the 'OR' operator/
    ],
    [
        "SELECT Id FROM Opportunity WHERE Name IN (SELECT OpportunityId FROM OpportunityLineItem)",
        "INVALID_FIELD",
        /should be an id field, cannot use: 'Name'/
    ],
    [
        "SELECT Id FROM Opportunity WHERE Account.Id IN (SELECT AccountId FROM Contact)",
        "INVALID_FIELD",
        /should be an id field, cannot use: 'Account.Id'/
    ],
    [
        "SELECT Id FROM Account WHERE Id IN (SELECT Opportunity.AccountId FROM OpportunityLineItem)",
        "INVALID_FIELD",
        /can only query id fields, cannot use: 'Opportunity.AccountId'/
    ],
    [
        "SELECT Id FROM Account WHERE Id IN (SELECT ParentId FROM Account)",
        "MALFORMED_QUERY",
        /^The inner and outer selects should not be on the same object type$/
    ],
    [
        "SELECT Id FROM Account WHERE Id IN (SELECT ContactId FROM OpportunityContactRole)",
        "MALFORMED_QUERY",
        /'ContactId' in the subquery .* 'Id' should point to the same object type$/
    ],
    [
        "SELECT Id FROM Account WHERE Id IN (SELECT WhatId FROM Task)",
        "MALFORMED_QUERY",
        /^Entity 'Task' is not supported for semi join inner selects$/
    ],
    [
        "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM OpportunityContactRole))",
        "MALFORMED_QUERY",
        /^Nesting of semi join sub-selects is not supported$/
    ],
    [
        "SELECT Id FROM Opportunity WHERE Id IN (SELECT Name FROM OpportunityLineItem)",
        "INVALID_FIELD",
        /can only query id fields, cannot use: 'Name'/
    ],
    ["SELECT Account.Owner.Manager.Manager.Manager.Manager.Name FROM Opportunity", "MALFORMED_QUERY", /depth/],
    // Left out, and said so.
    [
        "SELECT TYPEOF What WHEN Account THEN Phone ELSE Name END FROM Task",
        "MALFORMED_QUERY",
        /TYPEOF is not supported by this local org/
    ],
    [
        "SELECT What.Email FROM Task",
        "MALFORMED_QUERY",
        /field 'Email' of a polymorphic relationship is not supported by this local org/
    ],
    [
        "SELECT Id FROM Account WITH SYSTEM_MODE",
        "MALFORMED_QUERY",
        /WITH SYSTEM_MODE is not supported by this local org/
    ],
    ["SELECT Id FROM Account FOR UPDATE", "MALFORMED_QUERY", /FOR UPDATE is not supported by this local org/],
    ["SELECT (SELECT Id FROM Contacts FOR VIEW) FROM Account", "MALFORMED_QUERY", /./],
    [
        "SELECT Id FROM Account USING SCOPE mine",
        "MALFORMED_QUERY",
        /USING SCOPE mine is not supported by this local org/
    ],
    [
        "SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName)",
        "MALFORMED_QUERY",
        /ROLLUP\(\) is not supported by this local org/
    ],
    ["SELECT FORMAT(Amount) FROM Opportunity", "MALFORMED_QUERY", /FORMAT\(\) .*is not supported by this local org/],
    [
        "SELECT convertCurrency(Amount) FROM Opportunity",
        "MALFORMED_QUERY",
        /CONVERTCURRENCY\(\) .*is not supported by this local org/
    ],
    [
        "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(37,122), 'mi') < 20",
        "MALFORMED_QUERY",
        /DISTANCE\(\) is not supported by this local org/
    ],
    [
        "SELECT convertTimezone(CreatedDate) FROM Opportunity",
        "MALFORMED_QUERY",
        /CONVERTTIMEZONE\(\) .*is not supported by this local org/
    ],
    [
        "SELECT Id FROM Opportunity WHERE Amount > USD5000",
        "MALFORMED_QUERY",
        /USD5000 is not supported by this local org/
    ],
    [
        "SELECT (SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id, (SELECT Id FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM ChildAccounts) FROM Account",
        "MALFORMED_QUERY",
        /nest four levels deep at most/
    ]
];

describe("refused queries", () => {
    for (const [text, code, message] of TABLE) {
        it(`says ${code} to ${text}`, () => {
            assert.throws(
                () => executeSoql(context, text),
                (error) => error instanceof OrgError && error.errorCode === code && message.test(error.message)
            );
        });
    }

    it("treats what the user may not read as not there, wherever it is named", () => {
        const user = as({ canReadField: (_, name) => name !== "Amount", canReadObject: (name) => name !== "Contact" });
        const unknownAmount = {
            errorCode: "INVALID_FIELD",
            message: /No such column 'Amount' on entity 'Opportunity'/
        };

        assert.throws(() => executeSoql(user, "SELECT Amount FROM Opportunity"), unknownAmount);
        assert.throws(() => executeSoql(user, "SELECT Id FROM Opportunity WHERE Amount > 5"), unknownAmount);
        assert.throws(() => executeSoql(user, "SELECT Id FROM Opportunity ORDER BY Amount"), unknownAmount);
        assert.throws(() => executeSoql(user, "SELECT SUM(Amount) FROM Opportunity"), unknownAmount);
        assert.throws(() => executeSoql(user, "SELECT Id FROM Contact"), { errorCode: "INVALID_TYPE" });
        assert.throws(() => executeSoql(user, "SELECT (SELECT Id FROM Contacts) FROM Account"), {
            errorCode: "INVALID_TYPE"
        });
        assert.throws(() => executeSoql(user, "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)"), {
            errorCode: "INVALID_TYPE"
        });
    });
});

describe("text meant as SQL", () => {
    const values = ["x'' OR 1=1 --", "\\' OR 1=1 --", '"; DROP TABLE "Opportunity"; --', "? ?1 :a @b $c", "a\\nb"];
    for (const value of values) {
        it(`finds nothing by the name ${value}`, () => {
            const text = value.replaceAll("''", "\\'");

            assert.equal(executeSoql(context, `SELECT Id FROM Opportunity WHERE Name = '${text}'`).totalSize, 0);
            assert.equal(executeSoql(context, `SELECT Id FROM Opportunity WHERE Name IN ('${text}')`).totalSize, 0);
            assert.equal(executeSoql(context, "SELECT Id FROM Opportunity").totalSize, 5);
        });
    }

    it("is no name either", () => {
        const names = ['Name"', 'Name" FROM "Opportunity" --', "sqlite_version()", "rowid", "1", "t.rowid"];

        for (const name of names) {
            assert.throws(() => executeSoql(context, `SELECT ${name} FROM Opportunity`), { name: "OrgError" });
            assert.throws(() => executeSoql(context, `SELECT Id FROM ${name}`), { name: "OrgError" });
            assert.throws(() => executeSoql(context, `SELECT Id FROM Opportunity ORDER BY ${name}`), {
                name: "OrgError"
            });
        }
        assert.throws(() => executeSoql(context, "SELECT Id FROM sqlite_master"), { errorCode: "INVALID_TYPE" });
    });
});
