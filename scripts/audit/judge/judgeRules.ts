import { evaluateRule, fieldsRead, levels } from "c/pwPolicy";
import type { Facts, RecordRule, RuleSettings, Verdict } from "c/pwPolicy";
import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import type { RuleInForce } from "../derive/ruleSettings.ts";
import { Exact } from "../exact.ts";
import type { Finding, Reason, ReasonCount, RuleResult } from "../result.ts";

type Evaluate = typeof evaluateRule;

interface Judgement {
    readonly verdict: Verdict;
    readonly reason: Reason | null;
}

/**
 * Every rule on every opportunity. A rule that is Off is listed with zeros; one that throws, or whose
 * settings can't be known, is unknown for that opportunity. `today`: "YYYY-MM-DD".
 */
export function judgeRules(
    inForce: readonly RuleInForce[],
    opportunities: readonly DerivedOpportunity[],
    today: string,
    evaluate: Evaluate = evaluateRule
): { rules: RuleResult[]; findings: Finding[] } {
    const findings: Finding[] = [];
    const rules = inForce.map((ruleInForce) => {
        const judged = ruleInForce.level === "Off" && ruleInForce.trouble === null ? [] : opportunities;
        const judgements = judged.map((opportunity) => {
            const settings = ruleInForce.settingsIn(opportunity.process);
            const judgement = judge(ruleInForce, opportunity.facts, settings, today, evaluate);
            if (judgement.verdict === "unmet" || judgement.verdict === "unknown") {
                findings.push(findingOf(ruleInForce.rule, opportunity, settings, judgement.verdict, judgement.reason));
            }
            return judgement;
        });
        return summaryOf(ruleInForce, judgements);
    });
    return { rules, findings: worstFirst(findings, rules) };
}

function judge(
    { rule, trouble }: RuleInForce,
    facts: Facts,
    settings: RuleSettings,
    today: string,
    evaluate: Evaluate
): Judgement {
    if (trouble !== null) {
        return { verdict: "unknown", reason: trouble };
    }
    try {
        const verdict = evaluate(rule, facts, settings, today);
        return { verdict, reason: verdict === "unknown" ? reasonFor(rule, facts) : null };
    } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { verdict: "unknown", reason: { code: "ruleThrew", detail: `${rule.id}: ${detail}` } };
    }
}

function reasonFor(rule: RecordRule, facts: Facts): Reason {
    const read = fieldsRead(rule);
    const absent = read.filter((name) => facts[name] === undefined);
    return absent.length > 0
        ? { code: "factUnreadable", detail: absent.join(", ") }
        : { code: "undecided", detail: read.filter((name) => facts[name] === null).join(", ") };
}

function findingOf(
    rule: RecordRule,
    opportunity: DerivedOpportunity,
    settings: RuleSettings,
    verdict: Finding["verdict"],
    reason: Reason | null
): Finding {
    const facts = fieldsRead(rule).flatMap((name) => {
        const value = opportunity.facts[name];
        return value === undefined ? [] : [[name, value] as const];
    });
    const { level: _level, ...numbers } = settings;
    return {
        ruleId: rule.id,
        verdict,
        recordId: opportunity.id,
        recordName: opportunity.name,
        owner: opportunity.owner,
        stage: opportunity.stage,
        amount: opportunity.amount,
        currency: opportunity.currency,
        args: {
            ...Object.fromEntries(facts),
            ...numbers,
            ...(reason === null ? {} : { reason: reason.code, detail: reason.detail })
        }
    };
}

function summaryOf({ rule, level, source }: RuleInForce, judgements: readonly Judgement[]): RuleResult {
    const count = (verdict: Verdict): number => judgements.filter((each) => each.verdict === verdict).length;
    const [met, unmet, unknown] = [count("met"), count("unmet"), count("unknown")];
    return {
        id: rule.id,
        practice: rule.practice,
        level,
        settingsFrom: source,
        applicable: met + unmet + unknown,
        met,
        unmet,
        unknown,
        reasons: countReasons(judgements)
    };
}

function countReasons(judgements: readonly Judgement[]): ReasonCount[] {
    const counts = new Map<string, ReasonCount>();
    for (const { reason } of judgements) {
        if (reason !== null) {
            const key = JSON.stringify(reason);
            counts.set(key, { ...reason, count: (counts.get(key)?.count ?? 0) + 1 });
        }
    }
    return [...counts.values()].toSorted((one, other) => other.count - one.count);
}

/** Unmet before unknown, then the higher level, then the larger amount; the Id settles the rest. */
function worstFirst(findings: readonly Finding[], rules: readonly RuleResult[]): Finding[] {
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
