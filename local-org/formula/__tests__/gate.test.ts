/**
 * What validation rules use and the engine's gold data lacks. Nobody but the documentation judges these
 * rows: each names the page of Salesforce Help (or of the Metadata API guide) that it follows.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFormula } from "../compileFormula.ts";
import { boolean, date, number, picklist, result, scopeOf, text } from "./scopeOf.ts";
import type { Fields } from "./scopeOf.ts";

const fields: Fields = {
    Name: text("New", "Old"),
    NextStep: text("Call", null),
    Description: text(null, "Gone"),
    LeadSource: picklist(null),
    StageName: picklist("Closed Won", "Qualification"),
    Type: picklist("New Business"),
    Interests__c: picklist("Maps;Charts", "Maps"),
    Amount: number("10", "0"),
    Quantity__c: number(null, "0"),
    Same__c: number("20.00", "20"),
    HasOpportunityLineItem: boolean(false),
    CloseDate: date("2026-01-30"),
    "Account.Name": text("Acme"),
    "$Permission.PW_Bypass_Gate": boolean(true),
    "$Permission.Other": boolean(false),
    "$CustomMetadata.PW_Rule__mdt.Products_Present.Level__c": text("Block"),
    "$CustomMetadata.PW_Rule__mdt.Products_Present.From_Position__c": number("4"),
    "$Setup.PW_Settings__c.Off__c": boolean(false),
    "$User.Id": { type: "id", value: "005000000000001AAA" },
    "$Profile.Name": text("Sales Rep"),
    "$RecordType.Name": text("Standard")
};

type Row = readonly [page: string, formula: string, onUpdate: unknown, onInsert?: unknown];

/** A row without a fourth column is the same on insert. */
const rows: readonly Row[] = [
    ["ISNEW: true while a record is created, false on update", "ISNEW()", false, true],
    ["ISNEW, validation rule example: CloseDate in the past", "AND(ISNEW(), CloseDate < TODAY())", false, true],
    [
        "ISNEW, validation rule example: products after creation",
        "NOT(OR(ISNEW(), HasOpportunityLineItem))",
        true,
        false
    ],

    ["ISCHANGED: true if the values differ", "ISCHANGED(Name)", true, false],
    ["ISCHANGED: the same value is false", "ISCHANGED(CloseDate)", false],
    ["ISCHANGED: false for any field of a new record", "ISCHANGED(NextStep)", true, false],
    ["ISCHANGED: text that was blank and is filled", "ISCHANGED(NextStep)", true, false],
    ["ISCHANGED: text that was filled and is blank", "ISCHANGED(Description)", true, false],
    ["ISCHANGED: number from zero to another value", "ISCHANGED(Amount)", true, false],
    ["ISCHANGED: number from zero to blank", "ISCHANGED(Quantity__c)", true, false],
    ["ISCHANGED: 20 and 20.00 are one value", "ISCHANGED(Same__c)", false],
    ["ISCHANGED: a picklist", "ISCHANGED(StageName)", true, false],
    ["ISCHANGED: NOT reverses it", "NOT(ISCHANGED(StageName))", false, true],

    ["PRIORVALUE: the previous value", "PRIORVALUE(Name)", "Old", "New"],
    ["PRIORVALUE: on create the value of the field, not null", "PRIORVALUE(Amount)", "0", "10"],
    ["PRIORVALUE: a picklist inside ISPICKVAL", 'ISPICKVAL(PRIORVALUE(StageName), "Qualification")', true, false],
    [
        "PRIORVALUE: a multi-select picklist inside INCLUDES",
        'INCLUDES(PRIORVALUE(Interests__c), "Charts")',
        false,
        true
    ],
    [
        "PRIORVALUE with CASE on a picklist",
        'CASE(PRIORVALUE(StageName), "Qualification", 3, "Closed Won", 9, 0)',
        "3",
        "9"
    ],
    ["PRIORVALUE with TEXT of a picklist", "TEXT(PRIORVALUE(StageName))", "Qualification", "Closed Won"],

    ["ISPICKVAL: equal to a literal", 'ISPICKVAL(StageName, "Closed Won")', true],
    ["ISPICKVAL: not equal", 'ISPICKVAL(StageName, "Prospecting")', false],
    [
        "ISPICKVAL: letters must agree in case (Formula Operators and Functions)",
        'ISPICKVAL(StageName, "closed won")',
        false
    ],
    ["ISPICKVAL: the empty text tests for blank", 'ISPICKVAL(LeadSource, "")', true],
    ["ISPICKVAL: a filled picklist is not blank", 'ISPICKVAL(StageName, "")', false],
    ["CASE: a picklist against literals, with an else result", 'CASE(Type, "New Business", "N", "E")', "N"],
    ["CASE: a blank picklist takes the else result", 'CASE(LeadSource, "Web", 1, 2)', "2"],
    ["TEXT: the value of a picklist", "TEXT(StageName)", "Closed Won"],
    ["ISBLANK: TEXT of a blank picklist", "ISBLANK(TEXT(LeadSource))", true],
    ["INCLUDES: one of the selected values", 'INCLUDES(Interests__c, "Charts")', true],
    ["INCLUDES: a part of a value is none", 'INCLUDES(Interests__c, "Chart")', false],

    ["Global Variables: $Permission is true for a holder", "$Permission.PW_Bypass_Gate", true],
    ["Global Variables: $Permission is false for others", "$Permission.Other", false],
    ["Validation rules: NOT($Permission...)", "NOT($Permission.PW_Bypass_Gate)", false],
    [
        "Custom Metadata Types in Validation Rules: text",
        '$CustomMetadata.PW_Rule__mdt.Products_Present.Level__c = "Block"',
        true
    ],
    [
        "Custom Metadata Types in Validation Rules: number",
        "$CustomMetadata.PW_Rule__mdt.Products_Present.From_Position__c + 1",
        "5"
    ],
    ["Global Variables: $Setup of a hierarchy custom setting", "NOT($Setup.PW_Settings__c.Off__c)", true],
    ["Global Variables: $User", '$User.Id = "005000000000001AAA"', true],
    ["Global Variables: $Profile", '$Profile.Name <> "Sales Manager"', true],
    ["Global Variables: $RecordType", '$RecordType.Name = "Standard"', true],
    ["Cross-Object Formulas: a parent's field", 'Account.Name & "!"', "Acme!"]
];

describe("what a validation rule asks, as the documentation says", () => {
    for (const [page, formula, onUpdate, onInsert = onUpdate] of rows) {
        it(`${page}: ${formula}`, () => {
            for (const nullMode of ["blankAsZero", "blankAsBlank"] as const) {
                assert.equal(result(formula, fields, { nullMode }), onUpdate, `on update, ${nullMode}`);
                assert.equal(result(formula, fields, { nullMode, isNew: true }), onInsert, `on insert, ${nullMode}`);
            }
        });
    }
});

describe("a new record", () => {
    it("has no changed field, even where a prior value could be told", () => {
        const scope = { ...scopeOf(fields, true), priorValueOf: () => null };

        assert.equal(compileFormula("ISCHANGED(Name)", scope).evaluate(scope, "blankAsZero"), false);
    });
});

describe("names written as in flows", () => {
    const record: Fields = {
        "$Record.StageName": picklist("Proposal", "Prospecting"),
        "$Record.Amount": number("3"),
        limit: number("2")
    };

    for (const [formula, expected] of [
        ['ISPICKVAL({!$Record.StageName}, "Proposal")', true],
        ["ISCHANGED({!$Record.StageName})", true],
        ["{!$Record.Amount} > {!limit}", true],
        ["IF({! limit } = 2, 'two', NULL)", "two"]
    ] as const) {
        it(formula, () => assert.equal(result(formula, record, { mergeFields: true }), expected));
    }
});
