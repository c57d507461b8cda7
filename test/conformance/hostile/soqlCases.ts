import { data, get, query } from "./hostileCase.ts";
import type { HostileCase } from "./hostileCase.ts";

const refused = (name: string, soql: string, code = "MALFORMED_QUERY"): HostileCase => ({
    name: `SOQL: ${name}`,
    request: query(soql),
    status: 400,
    code
});

const answered = (name: string, soql: string): HostileCase => ({
    name: `SOQL: ${name}`,
    request: query(soql),
    status: 200,
    code: null
});

/** Queries that are wrong, huge, or try to reach what lies under them. */
export const soqlCases: readonly HostileCase[] = [
    refused("nothing at all", ""),
    refused("no fields", "SELECT FROM Account"),
    refused("no object", "SELECT Id"),
    refused("another language", "DROP TABLE Account"),
    refused("SQL's star", "SELECT * FROM Account"),
    refused("a text without its end", "SELECT Id FROM Account WHERE Name = 'Acme"),
    refused("an unknown escape", "SELECT Id FROM Account WHERE Name = '\\x'"),
    refused("something behind the end", "SELECT Id FROM Account; DELETE FROM Account"),
    refused("a comment of SQL", "SELECT Id FROM Account -- WHERE Name = 'x'"),
    refused("a NUL within", "SELECT Id\u0000 FROM Account"),
    refused("a quoted name", 'SELECT "Id" FROM Account'),
    refused("a subquery of SQL", "SELECT Id FROM (SELECT Id FROM Account)"),
    refused("a UNION", "SELECT Id FROM Account UNION SELECT Id FROM Contact"),
    refused("LIMIT below zero", "SELECT Id FROM Account LIMIT -1"),
    refused("LIMIT that is no number", "SELECT Id FROM Account LIMIT many"),
    refused("500 parentheses", `SELECT Id FROM Account WHERE ${"(".repeat(500)}Name = 'a'${")".repeat(500)}`),
    refused("50,000 parentheses that don't close", `SELECT Id FROM Account WHERE ${"(".repeat(5_000)}`),
    refused("an object that is none", "SELECT Id FROM Nope", "INVALID_TYPE"),
    refused("a table of SQLite", "SELECT Id FROM sqlite_master", "INVALID_TYPE"),
    refused("an object of JavaScript", "SELECT Id FROM constructor", "INVALID_TYPE"),
    refused("a field that is none", "SELECT Nope FROM Account", "INVALID_FIELD"),
    refused("a field of SQLite", "SELECT rowid FROM Account", "INVALID_FIELD"),
    refused("a field of JavaScript", "SELECT constructor FROM Account", "INVALID_FIELD"),
    refused("a name that begins with a line", "SELECT __proto__ FROM Account"),
    refused("a relationship that is none", "SELECT Nope.Name FROM Account", "INVALID_FIELD"),
    refused("a condition on a field that is none", "SELECT Id FROM Account WHERE Nope = 1", "INVALID_FIELD"),
    refused("an order by a field that is none", "SELECT Id FROM Account ORDER BY Nope", "INVALID_FIELD"),
    refused("a number compared with text", "SELECT Id FROM Opportunity WHERE Amount = 'ten'", "INVALID_FIELD"),
    refused("a date compared with text", "SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'", "INVALID_FIELD"),
    refused("a checkbox compared with text", "SELECT Id FROM Opportunity WHERE IsClosed = 'true'", "INVALID_FIELD"),
    refused("a day that is none", "SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-31"),
    refused("an Id that is none", "SELECT Id FROM Account WHERE Id = 'nope'", "INVALID_QUERY_FILTER_OPERATOR"),
    answered(
        "a text that would end a text of SQL",
        "SELECT Id FROM Account WHERE Name = 'a\\'); DROP TABLE Account; --'"
    ),
    answered("wildcards of SQL in an equality", "SELECT Id FROM Account WHERE Name = '%'"),
    answered("the table of accounts is still there", "SELECT COUNT() FROM Account"),
    {
        name: "SOQL: more than an address may hold",
        request: query(`SELECT Id FROM Account WHERE Name = '${"a".repeat(40_000)}'`),
        status: 431,
        code: null
    },
    { name: "SOQL: no query", request: get(`${data}/query`), status: 400, code: "MALFORMED_QUERY" },
    {
        name: "SOQL: broken percent-encoding",
        request: get(`${data}/query?q=%zz%`),
        status: 400,
        code: "MALFORMED_QUERY"
    },
    {
        name: "SOQL: a locator that is none",
        request: get(`${data}/query/01gNOPE-2000`),
        status: 400,
        code: "INVALID_QUERY_LOCATOR"
    },
    {
        name: "SOQL: a locator with signs of SQL",
        request: get(`${data}/query/'%20OR%201=1--`),
        status: 400,
        code: "INVALID_QUERY_LOCATOR"
    }
];
