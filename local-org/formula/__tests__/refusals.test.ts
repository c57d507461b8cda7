import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compileFormula } from "../compileFormula.ts";
import { FormulaError } from "../formula.ts";
import { boolean, date, datetime, number, picklist, scopeOf, text } from "./scopeOf.ts";

const names = scopeOf({
    Name: text("a"),
    Amount: number("1"),
    StageName: picklist("b"),
    CloseDate: date(null),
    CreatedDate: datetime(null),
    IsWon: boolean(true),
    "Account.Name": text("c")
});

/** A formula, and what the message must say. */
const refused: readonly (readonly [formula: string, message: RegExp])[] = [
    ['VLOOKUP(Name, "x")', /^Unknown function VLOOKUP\. \(line 1, column 1\)$/],
    ["1 +\n  GETSESSIONID()", /^Unknown function GETSESSIONID\. \(line 2, column 3\)$/],
    ["Foo__c", /^Field Foo__c does not exist\. Check spelling\. \(line 1, column 1\)$/],
    [
        "NOT(\n$Permission.Nobody)",
        /^Field \$Permission\.Nobody does not exist\. Check spelling\. \(line 2, column 1\)$/
    ],
    ["IF(IsWon, 1", /Missing '\)'.*column 12/],
    ["1 2", /Extra '2'/],
    ["", /ends too early/],
    ["1 +", /ends too early/],
    [".5", /Found '\.'/],
    ['"open', /closing quotation mark/],
    ['"line\nbreak"', /closing quotation mark/],
    ['"a\\d"', /'\\d' is no escape sequence/],
    ["1 /* open", /Missing '\*\/'/],
    ["{!Name}", /Found '\{'/],
    [
        'StageName = "b"',
        /^Field StageName is a picklist field\. Picklist fields are only supported in certain functions\./
    ],
    ["StageName", /Field StageName is a picklist field/],
    ["LEN(StageName)", /Field StageName is a picklist field/],
    ['IF(IsWon, StageName, "")', /Field StageName is a picklist field/],
    ['PRIORVALUE(StageName) = "b"', /picklist/],
    ['ISPICKVAL(Name, "a")', /Field Name is not a picklist field/],
    ["ISPICKVAL(StageName, Name)", /literal text only/],
    ["CASE(StageName, Name, 1, 2)", /literal texts only/],
    ["ISCHANGED(Account.Name)", /Field Account\.Name may not be used with function 'ISCHANGED\(\)'/],
    ["PRIORVALUE(1)", /takes a field/],
    ["Name + 1", /Incorrect parameter type for operator '\+'\. Expected Text, received Number\./],
    ["Name & 1", /operator '&'\. Expected Text, received Number/],
    ["Name = 1", /operator '='\. Expected Text, received Number/],
    ['Name < "b"', /operator '<'/],
    ["CloseDate = CreatedDate", /Expected Date, received DateTime/],
    ["CloseDate < CreatedDate", /Expected Date, received DateTime/],
    ["CloseDate + CloseDate", /operator '\+'/],
    ["1 - CloseDate", /operator '-'/],
    ["CreatedDate - CloseDate", /Expected DateTime, received Date/],
    ["-Name", /operator '-'\. Expected Number, received Text/],
    ["NOT(1)", /'NOT\(\)'\. Expected Boolean, received Number/],
    ["AND(IsWon, 1)", /'AND\(\)'\. Expected Boolean, received Number/],
    ['IF(1, "a", "b")', /'IF\(\)'\. Expected Boolean, received Number/],
    ['IF(IsWon, 1, "b")', /'IF\(\)'\. Expected Number, received Text/],
    ["CASE(IsWon, TRUE, 1, 2)", /'CASE\(\)'/],
    ["CASE(Amount, 1, TRUE, FALSE)", /'CASE\(\)'/],
    ["CASE(Amount, 1, 2, 3, 4, 5)".replace(", 5", ""), /else result is missing/],
    ["ISBLANK(IsWon)", /'ISBLANK\(\)'/],
    ["TEXT(Name)", /Expected Number, Date, DateTime, Picklist, received Text/],
    ["DATEVALUE(CloseDate)", /Expected DateTime, Text, received Date/],
    ["LEFT(Name)", /Incorrect number of parameters for function 'LEFT\(\)'\. Expected 2, received 1\./],
    ["TODAY(1)", /Expected 0, received 1/]
];

describe("what a formula may not be", () => {
    for (const [formula, message] of refused) {
        it(`refuses ${JSON.stringify(formula)}`, () => {
            assert.throws(
                () => compileFormula(formula, names),
                (error) => {
                    assert.ok(error instanceof FormulaError);
                    assert.match(error.message, message);
                    return true;
                }
            );
        });
    }

    it("refuses a bare name where names are written {!...}", () => {
        assert.throws(() => compileFormula("Name", names, { mergeFields: true }), /written \{!Name\}/);
    });

    it("refuses more than 3,900 characters", () => {
        assert.throws(() => compileFormula(`"${"x".repeat(3_900)}"`, names), /too long \(3902 characters\)/);
    });

    for (const [what, open, close] of [
        ["parentheses", "(", ")"],
        ["functions", "ABS(", ")"],
        ["signs", "-", ""],
        ["NOT", "NOT ", ""]
    ] as const) {
        it(`refuses ${what} nested deeper than 200 levels, and takes 190`, () => {
            const core = what === "NOT" ? "TRUE" : "1";
            const nested = (levels: number): string => open.repeat(levels) + core + close.repeat(levels);

            assert.throws(() => compileFormula(nested(201), names), /nested deeper than 200 levels/);
            assert.doesNotThrow(() => compileFormula(nested(190), names).evaluate(names, "blankAsZero"));
        });
    }
});

describe("what a formula tells about itself", () => {
    for (const [formula, returns] of [
        ["Amount > 1", "boolean"],
        ["Amount * 2", "number"],
        ["Name & Name", "text"],
        ["CloseDate + 1", "date"],
        ["CreatedDate + 1", "datetime"],
        ["1 + CloseDate", "date"],
        ["CloseDate - CloseDate", "number"],
        ["TEXT(StageName)", "text"],
        ["IF(IsWon, NULL, CloseDate)", "date"],
        ["CASE(Amount, 1, NULL, 2)", "number"],
        ["TIMEVALUE(CreatedDate)", "time"]
    ] as const) {
        it(`${formula} returns ${returns}`, () => assert.equal(compileFormula(formula, names).returns, returns));
    }

    it("lists the fields that it reads, once each", () => {
        const { reads } = compileFormula(
            "Amount > 1 && ISPICKVAL(PRIORVALUE(StageName), Account.Name & '')".replace("Account.Name & ''", "'x'") +
                " && Amount < LEN(Account.Name)",
            names
        );

        assert.deepEqual(reads, ["Amount", "StageName", "Account.Name"]);
    });
});
