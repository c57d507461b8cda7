import { readFileSync } from "node:fs";
import { DISAGREEMENTS } from "../../../local-org/soql/leftOutSyntax.ts";
import { sharedData } from "../shared.ts";
import { companyOrg } from "../soql/companyOrg.ts";
import { judge } from "../soql/judgeCase.ts";
import type { Judgement, Outcome } from "../soql/judgeCase.ts";
import type { ConformanceMiss, ConformanceRefusal, ConformanceResult, ConformanceSuite } from "../suite.ts";

interface ParserCase {
    readonly testCase: number;
    readonly soql: string;
    /** Absent in the file of parse results, all of which are valid. */
    readonly isValid?: boolean;
    /** SOQL inside Apex only: bind variables. */
    readonly options?: { readonly allowApexBindVariables?: boolean };
}

interface Judged {
    readonly name: string;
    readonly each: ParserCase;
    readonly isValid: boolean;
    readonly judgement: Judgement;
}

const FILES = ["test-cases-for-is-valid", "test-cases"];

/** What the cases call valid and the platform's grammar does not have, by the construct that decides. */
const ARGUED: readonly (readonly [pattern: RegExp, construct: string])[] = [
    [/\bcount\(\)\s+\w+\s+from\b/i, "An alias of COUNT()"],
    [/\b(?:count|grouping)\(\w+,\s*\w+\)/i, "An aggregate of two fields"],
    [/\bin\s*\(\s*select\s+typeof\b/i, "TYPEOF within a semi-join"]
];

export const suite: ConformanceSuite = {
    id: "soql-cases",
    title: "SOQL: what is SOQL and what is not",
    source: "The cases of soql-parser-js (jetstreamapp/soql-parser-js, MIT): texts that are valid, and texts that are not.",
    needsShared: true,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const { context } = companyOrg();
    const judged = FILES.flatMap((file) =>
        readCases(file).map((each): Judged => ({
            name: `${file} ${each.testCase}: ${each.soql.trim().replace(/\s+/g, " ")}`,
            each,
            isValid: each.isValid !== false && !isApexOnly(each),
            judgement: judge(context, each.soql)
        }))
    );
    const misses = judged.filter((one) => !isPassed(one)).map(missOf);
    return {
        passed: judged.length - misses.length,
        total: judged.length,
        misses,
        refusals: refusalsOf(judged.filter(({ isValid }) => isValid)),
        remarks: [countsRemark(judged), disagreementsRemark()]
    };
}

function readCases(file: string): readonly ParserCase[] {
    const text = readFileSync(new URL(`soql/${file}.json`, sharedData), "utf8");
    return (JSON.parse(text) as { default: ParserCase[] }).default;
}

/** Some cases carry the option without a bind variable in them. */
function isApexOnly({ soql, options }: ParserCase): boolean {
    return options?.allowApexBindVariables === true && /(?:=|\bIN)\s*:/i.test(soql);
}

function arguedIn(soql: string): string | undefined {
    return ARGUED.find(([pattern]) => pattern.test(soql))?.[1];
}

function isPassed({ each, isValid, judgement: { outcome } }: Judged): boolean {
    if (isValid && arguedIn(each.soql) === undefined) return outcome !== "malformed";
    return outcome !== "ran" && outcome !== "unknown here";
}

function missOf({ name, isValid, judgement }: Judged): ConformanceMiss {
    return {
        name,
        expected: isValid ? "understood" : "refused",
        found: `${judgement.outcome} ${judgement.message}`.trim(),
        reason: null
    };
}

function refusalsOf(valid: readonly Judged[]): readonly ConformanceRefusal[] {
    const counts = new Map<string, number>();
    for (const { judgement } of valid) {
        if (judgement.outcome !== "by name") continue;
        const what = constructOf(judgement.message);
        counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return [...counts].sort().map(([what, count]) => ({ what, count, why: reasonFor(what) }));
}

/** Without the scope or the amount that one text names. */
function constructOf(message: string): string {
    return message
        .replace(/^\w+: | is not supported by this local org$/g, "")
        .replace(/^(USING SCOPE|The currency literal) .*$/, "$1");
}

/** Why a construct is left out, by the beginning of its name. */
const REASONS: readonly (readonly [beginning: RegExp, why: string])[] = [
    [/^USING SCOPE|^A scope/, "This org has no list-view scopes: a query sees what its user sees."],
    [/^TYPEOF/, "No query of this product or of sf asks it; What.Name and What.Type run."],
    [/^(?:GROUPING|ROLLUP|CUBE)/, "Subtotals: nothing here reads them."],
    [/^(?:FORMAT|CONVERTCURRENCY)|currency literal/i, "One currency and no locale formats in this org."],
    [/^(?:DISTANCE|GEOLOCATION)/, "No geolocation fields."],
    [/^WITH DATA CATEGORY|^UPDATE/, "No Knowledge articles."],
    [/^WITH SYSTEM_MODE/, "Every query runs as its user; only Apex may ask for more."],
    [/^FOR /, "Would write LastViewedDate or lock rows: a query here only reads."],
    [/polymorphic/, "Of What, Who and Parent this org gives Id, Name and Type."],
    [/^A comment/, "Neither parser knows comments; the reference has none."]
];

function reasonFor(what: string): string {
    const argued = DISAGREEMENTS.find(({ construct }) => construct === what)?.because;
    return (
        argued ?? REASONS.find(([beginning]) => beginning.test(what))?.[1] ?? "Left out; see local-org/soql/README.md."
    );
}

function countsRemark(judged: readonly Judged[]): string {
    const valid = judged.filter(({ each, isValid }) => isValid && arguedIn(each.soql) === undefined);
    const count = (outcome: Outcome): number => valid.filter(({ judgement }) => judgement.outcome === outcome).length;
    const rows = [
        ["valid: parsed and run", count("ran")],
        ["valid: parsed; an object, field or relationship is not in this org", count("unknown here")],
        ["valid: parsed; the construct is refused by name", count("by name")],
        ["valid: parsed; refused by a rule of the platform (not filterable, not grouped, no LIMIT)", count("by rule")],
        [
            "called valid; argued below that the platform refuses it",
            judged.filter(({ each, isValid }) => isValid && arguedIn(each.soql) !== undefined).length
        ],
        ["valid inside Apex only (bind variables): refused", judged.filter(({ each }) => isApexOnly(each)).length],
        [
            "invalid: refused",
            judged.filter(
                ({ each, isValid, judgement }) => !isValid && !isApexOnly(each) && judgement.outcome !== "ran"
            ).length
        ]
    ];
    return [
        "### How far the cases get",
        "",
        "The cases speak of objects of many orgs. A text that names one this org has not is parsed and checked up to that name; it counts as understood, not as run.",
        "",
        "| Case | Count |",
        "| --- | ---: |",
        ...rows.map(([what, number]) => `| ${what} | ${number} |`)
    ].join("\n");
}

function disagreementsRemark(): string {
    const rows = DISAGREEMENTS.map(
        ({ construct, example, parserJs, grammar, refused, because }) =>
            `| ${construct} | \`${example.replaceAll("|", "\\|")}\` | ${parserJs} | ${grammar} | ${refused} | ${because} |`
    );
    return [
        "### Where the two parsers disagree",
        "",
        "A query is refused if either parser refuses it: soql-parser-js, or the grammar that Salesforce publishes in `@salesforce/soql-common`. What the platform would run is refused by name.",
        "",
        "| Construct | Example | soql-parser-js | grammar | refused | because |",
        "| --- | --- | --- | --- | --- | --- |",
        ...rows
    ].join("\n");
}
