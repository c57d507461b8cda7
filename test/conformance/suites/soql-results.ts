import { executeSoql } from "../../../local-org/soql/executeSoql.ts";
import { companyOrg } from "../soql/companyOrg.ts";
import type { CompanyOrg } from "../soql/companyOrg.ts";
import { cellsOf, inAnyOrder } from "../soql/readAnswer.ts";
import type { RuleAnswers } from "../soql/results/answers.ts";
import { CONDITIONS } from "../soql/results/conditions.ts";
import { DATES } from "../soql/results/dates.ts";
import { GROUPS } from "../soql/results/groups.ts";
import { ORDER } from "../soql/results/order.ts";
import { RELATIONSHIPS } from "../soql/results/relationships.ts";
import { TEXT } from "../soql/results/text.ts";
import type { ConformanceMiss, ConformanceResult, ConformanceSuite } from "../suite.ts";

const RULES: readonly RuleAnswers[] = [...TEXT, ...CONDITIONS, ...DATES, ...RELATIONSHIPS, ...GROUPS, ...ORDER];

export const suite: ConformanceSuite = {
    id: "soql-results",
    title: "SOQL: answers over a small company",
    source: "The SOQL and SOSL Reference, section by section, applied by hand to the tables of test/conformance/soql/smallCompany.ts.",
    needsShared: false,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const orgs = new Map<number, CompanyOrg>();
    const orgOf = ({ fiscalStartMonth = 1 }: RuleAnswers): CompanyOrg => {
        const org = orgs.get(fiscalStartMonth) ?? companyOrg(fiscalStartMonth);
        orgs.set(fiscalStartMonth, org);
        return org;
    };
    const total = RULES.reduce((sum, { answers }) => sum + answers.length, 0);
    const misses = RULES.flatMap((rule) => missesOf(orgOf(rule), rule));
    return { passed: total - misses.length, total, misses, refusals: [], remarks: [rulesRemark()] };
}

function missesOf({ context, idOf }: CompanyOrg, { answers, allRows = false }: RuleAnswers): ConformanceMiss[] {
    return answers.flatMap(([query, rows]) => {
        const text = query.replace(/\{(\w+)(:15)?\}/g, (_, key: string, short?: string) =>
            idOf(key).slice(0, short === undefined ? 18 : 15)
        );
        const order = isOrdered(text) ? same : inAnyOrder;
        const expected = JSON.stringify(order(rows));
        const found = foundBy(() => order(cellsOf(executeSoql(context, text, { allRows }).records)));
        return found === expected ? [] : [{ name: query, expected, found, reason: null }];
    });
}

/** By an ORDER BY of its own, outside of every parenthesis. */
function isOrdered(query: string): boolean {
    const outside = query.replace(/\([^()]*\)/g, "");
    return outside === query ? query.includes(" ORDER BY ") : isOrdered(outside);
}

const same = <Value>(rows: readonly Value[]): readonly Value[] => rows;

function foundBy(ask: () => unknown): string {
    try {
        return JSON.stringify(ask());
    } catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

function rulesRemark(): string {
    return [
        "### Rules and where they stand",
        "",
        "| Rule | Source | Queries |",
        "| --- | --- | ---: |",
        ...RULES.map(({ rule, source, answers }) => `| ${rule} | ${source} | ${answers.length} |`)
    ].join("\n");
}
