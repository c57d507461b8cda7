import { levels } from "c/pwPolicy";
import { Exact } from "../exact.ts";
import type { Finding, RuleResult } from "../result.ts";

/** Unmet before unknown, then the higher level, then the larger amount; the Id settles the rest. */
export function worstFirst(findings: readonly Finding[], rules: readonly RuleResult[]): Finding[] {
    const severity = new Map(rules.map((rule) => [rule.id, levels.indexOf(rule.level)]));
    const severityOf = (finding: Finding): number => severity.get(finding.ruleId) ?? 0;
    const isUnknown = (finding: Finding): number => Number(finding.verdict === "unknown");
    const amountOf = (finding: Finding): InstanceType<typeof Exact> => new Exact(finding.amount ?? "-Infinity");
    return findings
        .map((finding) => ({ finding, amount: amountOf(finding) }))
        .toSorted(
            (one, other) =>
                isUnknown(one.finding) - isUnknown(other.finding) ||
                severityOf(other.finding) - severityOf(one.finding) ||
                other.amount.comparedTo(one.amount) ||
                one.finding.recordId.localeCompare(other.finding.recordId)
        )
        .map(({ finding }) => finding);
}
