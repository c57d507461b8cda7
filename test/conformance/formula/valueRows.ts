/** REGEX, blanks in both ways to read them, and what is evaluated only when it is needed. */
import { boolean, date, number, text } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { Fields } from "../../../local-org/formula/__tests__/scopeOf.ts";
import type { FormulaRow } from "./row.ts";

const phone = (value: string | null): Fields => ({ Phone: text(value) });
const blank: Fields = { Amount: number(null), NextStep: text(null), CloseDate: date(null) };
const filled: Fields = { Amount: number("7"), NextStep: text("Call"), CloseDate: date("2026-01-30") };
const zero: Fields = { Quantity__c: number("0"), Amount: number("7"), IsPrivate: boolean(false) };

const regexRows: readonly FormulaRow[] = [
    {
        source: "REGEX: true for a match",
        formula: 'REGEX(Phone, "[0-9]{3}-[0-9]{2}-[0-9]{4}")',
        fields: phone("123-45-6789"),
        expected: true
    },
    {
        source: "REGEX: the whole text has to match",
        formula: 'REGEX(Phone, "[0-9]{3}")',
        fields: phone("1234"),
        expected: false
    },
    {
        source: "REGEX: the whole text, at its start too",
        formula: 'REGEX(Phone, "[0-9]{3}")',
        fields: phone("a123"),
        expected: false
    },
    {
        source: "REGEX: a backslash is written twice",
        formula: 'REGEX(Phone, "\\\\d+")',
        fields: phone("42"),
        expected: true
    },
    {
        source: "REGEX, example: a card number or nothing",
        formula: 'REGEX(Phone, "(((\\\\d{4}-){3}\\\\d{4})|\\\\d{16})?")',
        fields: phone("1234-1234-1234-1234"),
        expected: true
    },
    {
        source: "REGEX, example: a card number or nothing, blank",
        formula: 'REGEX(Phone, "(((\\\\d{4}-){3}\\\\d{4})|\\\\d{16})?")',
        fields: phone(null),
        expected: true
    },
    { source: "REGEX: letters differ by case", formula: 'REGEX(Phone, "abc")', fields: phone("ABC"), expected: false },
    {
        source: "REGEX, Java syntax: (?i) ignores case",
        formula: 'REGEX(Phone, "(?i)abc")',
        fields: phone("ABC"),
        expected: true
    },
    {
        source: "REGEX, Java syntax: a dot is any character but the end of a line",
        formula: 'REGEX(Phone, "a.c")',
        fields: phone("a\nc"),
        expected: false
    }
];

const blankRows: readonly FormulaRow[] = [
    {
        source: "Blank field handling: a blank number counts as 0",
        formula: "Amount + 1",
        fields: blank,
        expected: "1",
        nullMode: "blankAsZero"
    },
    {
        source: "Blank field handling: a blank number stays blank",
        formula: "Amount + 1",
        fields: blank,
        expected: null,
        nullMode: "blankAsBlank"
    },
    {
        source: "ISBLANK: never true of a number read as zero",
        formula: "ISBLANK(Amount)",
        fields: blank,
        expected: false,
        nullMode: "blankAsZero"
    },
    {
        source: "ISBLANK: true of a blank number read as blank",
        formula: "ISBLANK(Amount)",
        fields: blank,
        expected: true,
        nullMode: "blankAsBlank"
    },
    { source: "ISBLANK: true of blank text", formula: "ISBLANK(NextStep)", fields: blank, expected: true },
    { source: "ISBLANK: true of a blank date", formula: "ISBLANK(CloseDate)", fields: blank, expected: true },
    {
        source: "ISBLANK: false of what is filled",
        formula: "OR(ISBLANK(Amount), ISBLANK(NextStep), ISBLANK(CloseDate))",
        fields: filled,
        expected: false
    },
    { source: "ISBLANK: a zero is not blank", formula: "ISBLANK(Quantity__c)", fields: zero, expected: false },
    { source: "ISNULL: text is never null", formula: "ISNULL(NextStep)", fields: blank, expected: false },
    {
        source: "BLANKVALUE: the substitute for blank text",
        formula: 'BLANKVALUE(NextStep, "none")',
        fields: blank,
        expected: "none"
    },
    {
        source: "BLANKVALUE: the text itself where it is filled",
        formula: 'BLANKVALUE(NextStep, "none")',
        fields: filled,
        expected: "Call"
    },
    {
        source: "BLANKVALUE: the field where blanks are zeroes",
        formula: "BLANKVALUE(Amount, 5)",
        fields: blank,
        expected: "0",
        nullMode: "blankAsZero"
    },
    {
        source: "BLANKVALUE: the substitute where blanks are blanks",
        formula: "BLANKVALUE(Amount, 5)",
        fields: blank,
        expected: "5",
        nullMode: "blankAsBlank"
    },
    { source: "NULLVALUE: text is never null", formula: 'NULLVALUE(NextStep, "none")', fields: blank, expected: null },
    {
        source: "NULLVALUE: a substitute for a blank date",
        formula: "NULLVALUE(CloseDate, DATE(2026, 1, 1))",
        fields: blank,
        expected: "2026-01-01"
    },
    {
        source: "Blank field handling: a blank amount is below 1",
        formula: "IF(Amount < 1, 1, 2)",
        fields: blank,
        expected: "1",
        nullMode: "blankAsZero"
    },
    {
        source: "Blank field handling: a condition on a blank is not true",
        formula: "IF(Amount < 1, 1, 2)",
        fields: blank,
        expected: "2",
        nullMode: "blankAsBlank"
    },
    { source: "LEN: of blank text is 0", formula: "LEN(NextStep)", fields: blank, expected: "0" },
    { source: "& operator: blank text adds nothing", formula: '"a" & NextStep & "b"', fields: blank, expected: "ab" }
];

/** A division by zero has no result, so it shows whether it was computed. */
const lazyRows: readonly FormulaRow[] = [
    {
        source: "IF: the value for true",
        formula: "IF(Quantity__c = 0, 0, Amount / Quantity__c)",
        fields: zero,
        expected: "0"
    },
    {
        source: "IF: the value for false",
        formula: "IF(Quantity__c <> 0, Amount / Quantity__c, 0)",
        fields: zero,
        expected: "0"
    },
    {
        source: "AND: false as soon as one is false",
        formula: "AND(Quantity__c <> 0, Amount / Quantity__c > 1)",
        fields: zero,
        expected: false
    },
    {
        source: "&& operator: false as soon as one is false",
        formula: "Quantity__c <> 0 && Amount / Quantity__c > 1",
        fields: zero,
        expected: false
    },
    {
        source: "OR: true as soon as one is true",
        formula: "OR(Quantity__c = 0, Amount / Quantity__c > 1)",
        fields: zero,
        expected: true
    },
    {
        source: "|| operator: true as soon as one is true",
        formula: "Quantity__c = 0 || Amount / Quantity__c > 1",
        fields: zero,
        expected: true
    },
    {
        source: "CASE: the first case that is equal",
        formula: "CASE(Quantity__c, 0, 1, Amount / Quantity__c, 2, 3)",
        fields: zero,
        expected: "1"
    },
    {
        source: "CASE: no result of another case",
        formula: "CASE(Quantity__c, 1, Amount / Quantity__c, 9)",
        fields: zero,
        expected: "9"
    },
    {
        source: "CASE: no else result where a case is equal",
        formula: "CASE(Quantity__c, 0, 1, Amount / Quantity__c)",
        fields: zero,
        expected: "1"
    },
    { source: "Formula errors: division by zero", formula: "Amount / Quantity__c", fields: zero, expected: "#Error!" },
    {
        source: "Formula errors: division by zero within what is needed",
        formula: "AND(Amount = 7, Amount / Quantity__c > 1)",
        fields: zero,
        expected: "#Error!"
    }
];

export const valueRows: readonly FormulaRow[] = [...regexRows, ...blankRows, ...lazyRows];
