/** Which of the two parsers takes a text: soql-parser-js, and the grammar published by Salesforce. */
export type Verdict = "accepts" | "refuses";

/** A construct on which the parsers disagree, and what this org makes of it. */
export interface Disagreement {
    readonly construct: string;
    readonly example: string;
    readonly parserJs: Verdict;
    readonly grammar: Verdict;
    /** "by name": the platform has it, this org doesn't. "as malformed": the platform has it not. */
    readonly refused: "by name" | "as malformed";
    readonly because: string;
    /** Finds it in a text whose string literals are emptied; only for what is refused by name. */
    readonly pattern?: RegExp;
}

/**
 * A query is refused if either parser refuses it; this table says why that is right, construct by construct. What the
 * platform would run is refused by name, so that nobody takes it for a slip of the pen.
 */
export const DISAGREEMENTS: readonly Disagreement[] = [
    {
        construct: "FOR UPDATE",
        example: "SELECT Id FROM Account FOR UPDATE",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "by name",
        because: "Locks rows for an Apex transaction; the grammar for the API has FOR VIEW and FOR REFERENCE alone.",
        pattern: /\bFOR\s+UPDATE\b/i
    },
    {
        construct: "A negative currency literal",
        example: "SELECT Id FROM Opportunity WHERE Amount > USD-500",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "by name",
        because: "Needs several currencies, which this org has not. The reference shows positive ones only.",
        pattern: /[<>=(,]\s*[A-Z]{3}-\d/i
    },
    {
        construct: "TYPEOF within a semi-join",
        example: "SELECT Id FROM Account WHERE Id IN (SELECT TYPEOF Owner WHEN User THEN Id END FROM Case)",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "The reference's considerations for TYPEOF exclude the sub-selects of semi-joins."
    },
    {
        construct: "An alias of COUNT()",
        example: "SELECT COUNT() total FROM Account",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "COUNT() without a field answers a number, no record that an alias could name; COUNT(Id) takes one."
    },
    {
        construct: "COUNT() beside other fields",
        example: "SELECT COUNT(), Name FROM Account",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "COUNT() must be the only element of its SELECT list (reference, COUNT())."
    },
    {
        construct: "An aggregate of two fields",
        example: "SELECT Name FROM Account GROUP BY Name HAVING COUNT(Id, Name) > 1",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "Every aggregate function of the reference takes one field."
    },
    {
        construct: "NOT before one of several conditions, without parentheses",
        example: "SELECT Id FROM Account WHERE NOT Name = 'a' AND Name = 'b'",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "Rule soqlWhereExprs: NOT stands before one whole expression; write (NOT Name = 'a') AND …"
    },
    {
        construct: "AND and OR mixed without parentheses",
        example: "SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "Rule soqlWhereExprs: a chain has one operator."
    },
    {
        construct: "ORDER BY or LIMIT within a semi-join",
        example: "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 5)",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "The reference: COUNT, FOR UPDATE, ORDER BY and LIMIT aren't supported in sub-selects of semi-joins."
    },
    {
        construct: "A list without parentheses",
        example: "SELECT Id FROM Account WHERE Name IN 'a'",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "The reference: the values of IN stand in parentheses."
    },
    {
        construct: "An unknown escape in a string",
        example: "SELECT Id FROM Account WHERE Name = 'a\\_b'",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "\\_ and \\% belong to LIKE alone (reference, Quoted String Escape Sequences)."
    },
    {
        construct: "A negative number of days",
        example: "SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS:-1",
        parserJs: "accepts",
        grammar: "refuses",
        refused: "as malformed",
        because: "The n of a date literal is an integer greater than 0."
    },
    {
        construct: "Aliases of relationships in FROM",
        example: "SELECT c.Id, a.Name FROM Contact c, c.Account a",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "Documented, and no client of this product writes it.",
        pattern: /\bFROM\s+[\w.]+(?:\s+\w+)?\s*,/i
    },
    {
        construct: "AS before an alias",
        example: "SELECT a.Id FROM Account AS a",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "The grammar has it; the reference writes aliases without it.",
        pattern: /\bFROM\s+[\w.]+\s+AS\b/i
    },
    {
        construct: "A time literal",
        example: "SELECT Id FROM Account WHERE Opens__c = 10:00:00Z",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "This org has no field of type time.",
        pattern: /[^\w:]\d{2}:\d{2}:\d{2}/
    },
    {
        construct: "WITH a name = value",
        example: "SELECT Id FROM Account WITH NETWORK = '1'",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "Concerns Experience sites and divisions, which this org has not.",
        pattern: /\bWITH\s+(?!SECURITY_ENFORCED|USER_MODE|SYSTEM_MODE|DATA\b)\w+/i
    },
    {
        construct: "A scope that soql-parser-js does not list",
        example: "SELECT Id FROM Account USING SCOPE scopingRule",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "This org has no list-view scopes: a query sees what its user sees.",
        pattern: /\bUSING\s+SCOPE\s+\w+/i
    },
    {
        construct: "ORDER BY toLabel()",
        example: "SELECT Id FROM Account ORDER BY toLabel(Industry)",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "The reference speaks of toLabel() in SELECT and WHERE; picklists sort by the order of their values.",
        pattern: /\bORDER\s+BY\b[^]*\btoLabel\s*\(/i
    },
    {
        construct: "A run of ten or more opening parentheses",
        example: "SELECT Id FROM Account WHERE ((((((((((Name = 'a'))))))))))",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "by name",
        because: "soql-parser-js looks only so far ahead to tell a condition from NOT; no client nests so.",
        pattern: /(?:\(\s*){10}/
    },
    {
        construct: "A negative LIMIT or OFFSET",
        example: "SELECT Id FROM Account LIMIT -10",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "as malformed",
        because: "A number of rows is not negative; the grammar leaves that to a later check."
    },
    {
        construct: "A function nobody knows",
        example: "SELECT LeadSourceCOUNT(Name) FROM Lead",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "as malformed",
        because: "The grammar takes any name before a parenthesis and leaves the functions to a later check."
    },
    {
        construct: "An empty step in a path",
        example: "SELECT Contact..FirstName FROM Contact",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "as malformed",
        because: "The grammar repairs the second dot; no field has an empty name."
    },
    {
        construct: "A unit of DISTANCE() other than mi and km",
        example: "SELECT Id FROM Account WHERE DISTANCE(Place__c, GEOLOCATION(10, 10), 'm') < 5",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "as malformed",
        because: "The reference: supported units are mi and km; the grammar takes any text."
    },
    {
        construct: "A date literal without its number",
        example: "SELECT Id FROM Account WHERE CreatedDate = LAST_N_DAYS",
        parserJs: "refuses",
        grammar: "accepts",
        refused: "as malformed",
        because: "LAST_N_DAYS:n needs its n."
    }
];

/** Refused by name though both parsers refuse it too: newer than either, or a slip worth a plain word. */
export const NAMED_FOR_BOTH: readonly { readonly construct: string; readonly pattern: RegExp }[] = [
    { construct: "A comment", pattern: /\/[/*]/ },
    { construct: "ALL ROWS, which is Apex's (ask queryAll instead),", pattern: /\bALL\s+ROWS\b/i }
];
