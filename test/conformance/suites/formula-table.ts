import { FormulaEvaluationError } from "../../../local-org/formula/formula.ts";
import { openNamedOrg } from "../formula/namedOrg.ts";
import type { NamedOrg } from "../formula/namedOrg.ts";
import { nameRows, unknownNames } from "../formula/nameRows.ts";
import { recordRows } from "../formula/recordRows.ts";
import { answersOf, describeRecord } from "../formula/row.ts";
import type { FormulaRow } from "../formula/row.ts";
import { unknownFunctions } from "../formula/unknownFunctions.ts";
import { valueRows } from "../formula/valueRows.ts";
import { code } from "../page.ts";
import type { ConformanceMiss, ConformanceRefusal, ConformanceResult, ConformanceSuite } from "../suite.ts";

const writtenRows = [...recordRows, ...valueRows];

export const suite: ConformanceSuite = {
    id: "formula-table",
    title: "Formulas: what the engine's data lacks, by hand",
    source: "Salesforce Help, Formula Operators and Functions and the pages named in each row: our reading of them, for nobody else judges these.",
    needsShared: false,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const org = openNamedOrg();
    const misses = [...writtenRows.flatMap(missOfRow), ...nameMisses(org), ...refusalMisses(org)];
    org.close();
    const refused = Object.keys(unknownFunctions).length;
    const total = writtenRows.length + nameRows.length * 2 + refused + unknownNames.length;
    return {
        passed: total - misses.length,
        total,
        misses,
        refusals: refusals(),
        remarks: [recordTable(), nameTable(), unknownTable()]
    };
}

function missOfRow(row: FormulaRow): ConformanceMiss[] {
    const found = answersOrError(row);
    if (found.every((answer) => answer === row.expected)) return [];
    const name = `${row.formula} of ${describeRecord(row)}${row.nullMode === undefined ? "" : `, ${row.nullMode}`}`;
    return [{ name, expected: String(row.expected), found: found.map(String).join(" / "), reason: null }];
}

function answersOrError(row: FormulaRow): (string | boolean | null)[] {
    try {
        return answersOf(row);
    } catch (error) {
        if (error instanceof FormulaEvaluationError) return ["#Error!"];
        throw error;
    }
}

function nameMisses(org: NamedOrg): ConformanceMiss[] {
    return nameRows.flatMap(({ formula, rep, administrator = rep }) =>
        (
            [
                ["rep", rep],
                ["administrator", administrator]
            ] as const
        ).flatMap(([who, expected]) => {
            const found = org.answer(formula, who);
            const name = `${formula} for the ${who}`;
            return found === expected ? [] : [{ name, expected: String(expected), found: String(found), reason: null }];
        })
    );
}

/** A deploy of what is unknown has to fail by its name. */
function refusalMisses(org: NamedOrg): ConformanceMiss[] {
    const cases = [
        ...Object.keys(unknownFunctions).map((name) => [name, `${name}(Name) = "x"`] as const),
        ...unknownNames.map((name) => [name, `ISBLANK(${name})`] as const)
    ];
    return cases.flatMap(([name, formula]) => {
        const found = org.problemOfRule(formula) ?? "the deploy succeeds";
        const expected = `the deploy fails and names ${name}`;
        return found.includes(name) ? [] : [{ name: `a rule with ${formula}`, expected, found, reason: null }];
    });
}

function refusals(): ConformanceRefusal[] {
    const reasons = [...new Set(Object.values(unknownFunctions))];
    return reasons.map((why) => {
        const names = Object.keys(unknownFunctions).filter((name) => unknownFunctions[name] === why);
        return { what: names.join(", "), why, count: names.length };
    });
}

function recordTable(): string {
    const rows = writtenRows.map(
        (row) =>
            `| ${code(row.formula)} | ${code(describeRecord(row))} | ${code(String(row.expected))} | ${row.nullMode ?? "both"} | ${row.source} |`
    );
    return [
        "### Functions",
        "",
        "| Formula | Record | Result | Blanks | Page |",
        "| --- | --- | --- | --- | --- |",
        ...rows
    ].join("\n");
}

function nameTable(): string {
    const rows = nameRows.map(
        ({ formula, rep, administrator = rep, source }) =>
            `| ${code(formula)} | ${code(String(rep))} | ${code(String(administrator))} | ${source} |`
    );
    return [
        "### Names",
        "",
        "| Formula | As the rep | As the administrator | Page |",
        "| --- | --- | --- | --- |",
        ...rows
    ].join("\n");
}

const unknownTable = (): string =>
    `### Unknown names\n\nA rule that reads one of these fails its deploy by that name: ${unknownNames.map(code).join(", ")}.`;
