import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFormula } from "../compileFormula.ts";
import { FormulaEvaluationError } from "../formula.ts";
import { boolean, date, datetime, number, result, scopeOf, text } from "./scopeOf.ts";
import type { Fields } from "./scopeOf.ts";

const fields: Fields = {
    Name: text("Acme Corp"),
    Empty: text(null),
    Amount: number("12.50"),
    Blank: number(null),
    Third: number("3"),
    Close: date("2026-01-31"),
    NoDate: date(null),
    Made: datetime("2026-01-31T23:30:00.000Z"),
    Yes: boolean(true),
    Unset: boolean(null)
};

type Rows = readonly (readonly [formula: string, expected: string | boolean | null])[];

const tables: Readonly<Record<string, Rows>> = {
    "operators and their order": [
        ["1 + 2 * 3", "7"],
        ["(1 + 2) * 3", "9"],
        ["10 - 2 - 3", "5"],
        ["2 * 2 ^ 3", "64"],
        ["2 * (2 ^ 3)", "16"],
        ["-2 ^ 2", "4"],
        ["1 == 1 && 2 != 3", true],
        ["1 = 1 || 1 / 0 = 1", true],
        ["TRUE || FALSE && FALSE", true],
        ["!TRUE = FALSE", true],
        ["NOT TRUE", false],
        ["1 < 2 = TRUE", true],
        ['"a" & "b" + "c"', "abc"],
        ["0.1 + 0.2 = 0.3", true],
        ["1 <> 2", true],
        ["12345678901234567890.12345 + 0.00001", "12345678901234567890.12346"],
        ["1 / 3 * 3 = 1", false],
        ["FLOOR(1 / 3 * 3)", "1"]
    ],
    spelling: [
        ["amount + AMOUNT", "25"],
        ["if(yes, 'a', \"b\")", "a"],
        ["/* a */ 1 /* * / **/ + /**/ 2", "3"],
        ['"a\\"b" & \'c\\\'d\' & "\\\\"', "a\"bc'd\\"],
        ['"x\\ny"', "x\ny"],
        ["\u00a01\t+\n1", "2"],
        ["Null", null],
        ["TrUe", true]
    ],
    blanks: [
        ["ISBLANK(Empty)", true],
        ["ISNULL(Empty)", false],
        ["ISBLANK(Name)", false],
        ["ISBLANK(NoDate)", true],
        ["ISNULL(NoDate)", true],
        ["ISBLANK(NULL)", true],
        ['Empty = ""', true],
        ['BLANKVALUE(Empty, "x")', "x"],
        ['NULLVALUE(Empty, "x")', null],
        ["BLANKVALUE(NoDate, Close)", "2026-01-31"],
        ["NoDate < Close", null],
        ["NOT(NoDate < Close)", null],
        ["AND(NoDate < Close)", false],
        ["OR(NoDate < Close, TRUE)", true],
        ["IF(NoDate < Close, 1, 2)", "2"],
        ["NoDate + 1", null],
        ["Unset", false],
        ["Empty & Name", "Acme Corp"],
        ['""', null],
        ["IF(Yes, NULL, 1)", null],
        ["CASE(NULL, 1, 2, 3)", "3"]
    ],
    "lazy logic": [
        ["IF(Yes, 1, 1 / 0)", "1"],
        ["AND(FALSE, 1 / 0 = 1)", false],
        ["OR(TRUE, 1 / 0 = 1)", true],
        ["CASE(3, 3, 1, 4, 1 / 0, 1 / 0)", "1"]
    ],
    text: [
        ["LEN(Name)", "9"],
        ["LEFT(Name, 4)", "Acme"],
        ["RIGHT(Name, 4)", "Corp"],
        ["MID(Name, 6, 2)", "Co"],
        ["MID(Name, 0, 2)", "Ac"],
        ["MID(Name, 99, 2)", null],
        ['TRIM("  a b ")', "a b"],
        ["UPPER(Name)", "ACME CORP"],
        ["LOWER(Name)", "acme corp"],
        ['CONTAINS(Name, "me C")', true],
        ['CONTAINS(Name, "ME")', false],
        ["CONTAINS(Name, Empty)", true],
        ["CONTAINS(Empty, Name)", null],
        ['BEGINS(Name, "Ac")', true],
        ['FIND("c", Name)', "2"],
        ['FIND("c", Name, 3)', "0"],
        ['FIND("o", Name, 3)', "7"],
        ['SUBSTITUTE(Name, "c", "$&")', "A$&me Corp"],
        ['LPAD("7", 3, "0")', "007"],
        ['LPAD("1234", 3)', "123"],
        ['RPAD("a", 4, "xy")', "axyx"],
        ['"a" & BR() & "b"', "a\nb"],
        ["TEXT(Amount)", "12.5"],
        ["TEXT(1000000000000000000000)", "1000000000000000000000"],
        ["TEXT(-0.10)", "-0.1"],
        ["TEXT(Close)", "2026-01-31"],
        ["TEXT(Made)", "2026-01-31 23:30:00Z"],
        ["TEXT(NoDate)", null],
        ['VALUE("1e2") + 1', "101"],
        ["VALUE(Empty)", null],
        ['ISNUMBER("1,5")', false],
        ['REGEX("a1", "[a-z]\\\\d")', true],
        ['REGEX("xa1", "[a-z]\\\\d")', false],
        ['REGEX("AB", "(?i)ab")', true],
        ['REGEX("a-b@c", "[\\\\w\\\\-]+\\\\@c")', true],
        ['HYPERLINK("/a", "b", "_self")', '<a href="/a" target="_self">b</a>'],
        ['IMAGE("/i.png", "alt", 1, 2)', '<img src="/i.png" alt="alt" height="1" width="2"/>']
    ],
    numbers: [
        ["ROUND(2.5, 0)", "3"],
        ["ROUND(-2.5, 0)", "-3"],
        ["ROUND(1250, -2)", "1300"],
        ["ROUND(50, -2)", "0"],
        ["TRUNC(-1.99)", "-1"],
        ["CEILING(-1.5)", "-2"],
        ["FLOOR(-1.5)", "-1"],
        ["MCEILING(-1.5)", "-1"],
        ["MFLOOR(-1.5)", "-2"],
        ["CEILING(2.1)", "3"],
        ["MOD(-7, 3)", "-1"],
        ["MOD(7, -3)", "1"],
        ["MAX(1, 3, 2)", "3"],
        ["MIN(Amount, Third)", "3"],
        ["ABS(-1)", "1"],
        ["SQRT(9)", "3"],
        ["LOG(1000)", "3"],
        ["LN(EXP(2))", "2"],
        ["2 ^ 10", "1024"],
        ["2 ^ -1", "0.5"],
        ["1 / 3", "0.333333333333333333333333333333333333333"]
    ],
    dates: [
        ["DATE(2024, 2, 29)", "2024-02-29"],
        ["Close + 1", "2026-02-01"],
        ["Close - 31.9", "2025-12-31"],
        ["Close - DATE(2026, 1, 1)", "30"],
        ["Made + 0.5", "2026-02-01T11:30:00.000Z"],
        ["Made + 1 / 86400", "2026-01-31T23:30:01.000Z"],
        ['Made - DATETIMEVALUE("2026-01-31 23:00:00")', "0.0208333333333333333333333333333333333333"],
        ["DATEVALUE(Made)", "2026-01-31"],
        ['DATEVALUE("2026-3-1")', "2026-03-01"],
        ["DATETIMEVALUE(Close)", "2026-01-31T00:00:00.000Z"],
        ["YEAR(Close)", "2026"],
        ["MONTH(Close)", "1"],
        ["DAY(Close)", "31"],
        ["WEEKDAY(Close)", "7"],
        ["WEEKDAY(DATE(1900, 1, 7))", "1"],
        ["ADDMONTHS(Close, 1)", "2026-02-28"],
        ["ADDMONTHS(DATE(2026, 2, 28), 1)", "2026-03-31"],
        ["ADDMONTHS(DATE(2026, 3, 30), -1)", "2026-02-27"],
        ["ADDMONTHS(DATE(2026, 1, 15), -13)", "2024-12-15"],
        ["TODAY()", "2026-01-31"],
        ["NOW()", "2026-01-31T08:09:10.000Z"],
        ["Close <= TODAY()", true],
        ["HOUR(TIMEVALUE(Made))", "23"],
        ["MINUTE(TIMENOW())", "9"],
        ['SECOND(TIMEVALUE("17:30:45.125"))', "45"],
        ['TIMEVALUE("23:00:00") + 3600000', "00:00:00.000"],
        ['TIMEVALUE("01:00:00") - TIMEVALUE("02:00:00")', "82800000"]
    ]
};

for (const [name, rows] of Object.entries(tables)) {
    describe(name, () => {
        for (const [formula, expected] of rows) {
            it(`${formula} is ${String(expected)}`, () => assert.equal(result(formula, fields), expected));
        }
    });
}

describe("a blank number", () => {
    for (const [formula, asZero, asBlank] of [
        ["Blank + 1", "1", null],
        ["Blank = 0", true, null],
        ["ISBLANK(Blank)", false, true],
        ["ISNULL(Blank)", false, true],
        ["BLANKVALUE(Blank, 7)", "0", "7"],
        ["Blank < 1", true, null],
        ["NOT(Blank > 1)", true, null],
        ["TEXT(Blank)", "0", null],
        ["MAX(Blank, 5)", "5", null]
    ] as const) {
        it(`${formula} is ${String(asZero)} as zero, ${String(asBlank)} as blank`, () => {
            assert.equal(result(formula, fields, { nullMode: "blankAsZero" }), asZero);
            assert.equal(result(formula, fields, { nullMode: "blankAsBlank" }), asBlank);
        });
    }
});

describe("values that allow no result", () => {
    for (const formula of [
        "1 / 0",
        "Amount / Blank",
        "MOD(1, 0)",
        "DATE(2026, 2, 30)",
        "DATE(10000, 1, 1)",
        'VALUE("abc")',
        'DATEVALUE("31.1.2026")',
        'DATETIMEVALUE("2026-01-31 25:00:00")',
        "SQRT(-1)",
        "LN(0)",
        "1.5 ^ 1.5",
        "10 ^ 65",
        "DATE(9999, 12, 31) + 1",
        'REGEX("a", "(" & "(")'
    ]) {
        it(`${formula} throws an error of its own kind`, () => {
            assert.throws(() => result(formula, fields), FormulaEvaluationError);
        });
    }
});

describe("a compiled formula", () => {
    it("gives the same for the same, and lets records differ", () => {
        const formula = compileFormula('IF(Amount > 10, Name & TEXT(Close), "-")', scopeOf(fields));
        const other = scopeOf({ ...fields, Amount: number("10") });

        const answers = [fields, fields].map((each) => formula.evaluate(scopeOf(each), "blankAsZero"));

        assert.deepEqual(answers, ["Acme Corp2026-01-31", "Acme Corp2026-01-31"]);
        assert.equal(formula.evaluate(other, "blankAsZero"), "-");
    });

    it("takes a chain as long as a formula may be", () => {
        const ones = `1${"+1".repeat(1_949)}`;

        assert.equal(result(ones), "1950");
    });
});
