/** ISNEW, ISCHANGED, PRIORVALUE and picklists: what speaks of a save. */
import { boolean, date, number, picklist, text } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { Fields } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { FormulaRow } from "./row.ts";

const saved: Fields = { Name: text("New", "Old"), CloseDate: date("2026-01-30") };
const won: Fields = { StageName: picklist("Closed Won", "Qualification") };
const type: Fields = { Type: picklist("New Business") };
const source: Fields = { LeadSource: picklist(null) };
const interests: Fields = { Interests__c: picklist("Maps;Charts", "Maps") };
const products: Fields = { HasOpportunityLineItem: boolean(false) };

type Pair = readonly [
    source: string,
    formula: string,
    fields: Fields,
    onUpdate: FormulaRow["expected"],
    onInsert?: FormulaRow["expected"]
];

/** Without a fifth column the result is the same on insert. */
const pairs: readonly Pair[] = [
    ["ISNEW: true while a record is created, false on update", "ISNEW()", saved, false, true],
    ["ISNEW, example: close date in the past", "AND(ISNEW(), CloseDate < TODAY())", saved, false, true],
    ["ISNEW, example: products after creation", "NOT(OR(ISNEW(), HasOpportunityLineItem))", products, true, false],

    ["ISCHANGED: true if the values differ", "ISCHANGED(Name)", saved, true, false],
    ["ISCHANGED: the same value is false", "ISCHANGED(CloseDate)", saved, false],
    [
        "ISCHANGED: false for any field of a new record",
        "ISCHANGED(NextStep)",
        { NextStep: text("Call", null) },
        true,
        false
    ],
    [
        "ISCHANGED: text that was filled and is blank",
        "ISCHANGED(NextStep)",
        { NextStep: text(null, "Call") },
        true,
        false
    ],
    ["ISCHANGED: number from zero to another value", "ISCHANGED(Amount)", { Amount: number("10", "0") }, true, false],
    ["ISCHANGED: number from zero to blank", "ISCHANGED(Amount)", { Amount: number(null, "0") }, true, false],
    ["ISCHANGED: 20 and 20.00 are one value", "ISCHANGED(Amount)", { Amount: number("20.00", "20") }, false],
    ["ISCHANGED: a picklist", "ISCHANGED(StageName)", won, true, false],
    ["NOT: reverses it", "NOT(ISCHANGED(StageName))", won, false, true],
    [
        "Sample Account Validation Rules: only where a field changed",
        'AND(ISCHANGED(StageName), ISPICKVAL(StageName, "Closed Won"))',
        won,
        true,
        false
    ],

    ["PRIORVALUE: the previous value", "PRIORVALUE(Name)", saved, "Old", "New"],
    [
        "PRIORVALUE: on create the value itself, not null",
        "PRIORVALUE(Amount)",
        { Amount: number("10", "0") },
        "0",
        "10"
    ],
    ["PRIORVALUE: a picklist inside ISPICKVAL", 'ISPICKVAL(PRIORVALUE(StageName), "Qualification")', won, true, false],
    [
        "PRIORVALUE: a multi-select picklist inside INCLUDES",
        'INCLUDES(PRIORVALUE(Interests__c), "Charts")',
        interests,
        false,
        true
    ],
    [
        "PRIORVALUE: inside CASE on a picklist",
        'CASE(PRIORVALUE(StageName), "Qualification", 3, "Closed Won", 9, 0)',
        won,
        "3",
        "9"
    ],
    ["PRIORVALUE: inside TEXT of a picklist", "TEXT(PRIORVALUE(StageName))", won, "Qualification", "Closed Won"],
    [
        "PRIORVALUE: a comparison with the new value",
        "Amount < PRIORVALUE(Amount)",
        { Amount: number("5", "8") },
        true,
        false
    ],

    ["ISPICKVAL: equal to a literal", 'ISPICKVAL(StageName, "Closed Won")', won, true],
    ["ISPICKVAL: not equal", 'ISPICKVAL(StageName, "Prospecting")', won, false],
    ["ISPICKVAL: letters must agree in case", 'ISPICKVAL(StageName, "closed won")', won, false],
    ["ISPICKVAL: the empty text tests for blank", 'ISPICKVAL(LeadSource, "")', source, true],
    ["ISPICKVAL: a filled picklist is not blank", 'ISPICKVAL(StageName, "")', won, false],
    ["CASE: a picklist against literals, with an else result", 'CASE(Type, "New Business", "N", "E")', type, "N"],
    ["CASE: a blank picklist takes the else result", 'CASE(LeadSource, "Web", 1, 2)', source, "2"],
    ["Tips for Working with Picklist Fields: TEXT of a picklist", "TEXT(StageName)", won, "Closed Won"],
    ["Tips for Working with Picklist Fields: ISBLANK of TEXT", "ISBLANK(TEXT(LeadSource))", source, true],
    ["INCLUDES: one of the selected values", 'INCLUDES(Interests__c, "Charts")', interests, true],
    ["INCLUDES: a part of a value is none", 'INCLUDES(Interests__c, "Chart")', interests, false]
];

export const recordRows: readonly FormulaRow[] = pairs.flatMap(([page, formula, fields, onUpdate, onInsert]) => [
    { source: page, formula, fields, expected: onUpdate },
    { source: page, formula, fields, expected: onInsert ?? onUpdate, isNew: true }
]);
