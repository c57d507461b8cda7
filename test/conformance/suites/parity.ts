import { rules, type RecordRule } from "c/pwPolicy";
import { randomOf } from "../../../local-org/sample/random.ts";
import { shareOf, verdicts, type JudgedRule } from "../parity/shareOf.ts";
import type { ConformanceResult, ConformanceSuite } from "../suite.ts";

const opportunities = 100_000;
/** Enough to see what differs. */
const mostMisses = 20;

export const suite: ConformanceSuite = {
    id: "parity",
    title: "The policy: truth, formula and SOQL",
    source: "Our own: three readings of one rule, which must agree with each other. What the local org's formulas and queries are worth, the other suites say.",
    needsShared: false,
    run: () => Promise.resolve(run())
};

function run(): ConformanceResult {
    const judged = rules.map((rule, index) => {
        const share = Math.floor((opportunities + index) / rules.length);
        return { rule, ...shareOf(rule, share, randomOf(20260131, `parity of ${rule.id}`)) };
    });
    const misses = judged.flatMap(({ rule, disagreements }) =>
        disagreements.map((found) => ({ name: rule.id, expected: "one answer", found, reason: null }))
    );
    const disagreeing = judged.reduce((sum, { disagreeing: count }) => sum + count, 0);
    const total = judged.reduce((sum, { settings }) => sum + settings.opportunities, 0);
    return {
        passed: total - disagreeing,
        total,
        misses: misses.slice(0, mostMisses),
        refusals: [],
        remarks: [how, table(judged)]
    };
}

const how =
    "Each opportunity is judged by one rule under one of that rule's drawn settings: thresholds, record types and amounts that are set, left blank, 0, negative, or name what isn't there; facts that are blank. Truth is compared with the condition as a formula, with the formula in the deployed file on a move that opens its guard, both with blanks read as zero and as blank, and with SOQL wherever SOQL can ask.";

function table(judged: readonly (JudgedRule & { readonly rule: RecordRule })[]): string {
    const number = (value: number): string => value.toLocaleString("en-US");
    const rows = judged.map(({ rule, settings, counts }) => [
        rule.id,
        ...[settings.opportunities, settings.drawn, ...verdicts.map((verdict) => counts[verdict])].map(number),
        ...[settings.asked.unmet, settings.asked.unknown].map(number)
    ]);
    const heading = [
        ...["rule", "opportunities", "settings", "met", "unmet", "not applicable", "unknown"],
        ...["settings under which SOQL finds the unmet", "and the unknown"]
    ];
    const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
    return [line(heading), line(heading.map(() => "---")), ...rows.map(line)].join("\n");
}
