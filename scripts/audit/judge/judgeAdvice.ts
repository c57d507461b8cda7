import type { AdviceFinding, AdviceRule, HistoryRule, Judgement, ProcessRule } from "c/pwPolicy";
import type { AdviceInForce } from "../derive/adviceInForce.ts";
import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import type { AdvisedProcess } from "../derive/history/advisedProcesses.ts";
import type { Finding, ProcessAdvice, Reason, RuleResult } from "../result.ts";
import { countReasons } from "./countReasons.ts";

interface Advised extends Judgement {
    readonly reason: Reason | null;
}

/** Every process rule on every process: a result a rule, and what each process is told, in the order of the processes. */
export function judgeProcesses(
    inForce: readonly AdviceInForce<ProcessRule>[],
    processes: readonly AdvisedProcess[]
): { rules: RuleResult[]; advice: ProcessAdvice[][] } {
    const judged = inForce.map((each) => ({
        each,
        judgements: isOff(each)
            ? []
            : processes.map(({ facts }) => judge(each, () => each.rule.judge(facts, each.settings)))
    }));
    return {
        rules: judged.map(({ each, judgements }) => summaryOf(each, "process", judgements)),
        advice: processes.map((_process, index) =>
            judged.flatMap(({ each, judgements }) => {
                const judgement = judgements[index];
                return judgement === undefined ? [] : [{ ruleId: each.rule.id, ...judgement }];
            })
        )
    };
}

/** Every history rule on every open opportunity. What is closed can't be put right. */
export function judgeHistories(
    inForce: readonly AdviceInForce<HistoryRule>[],
    processes: readonly AdvisedProcess[],
    opportunities: readonly DerivedOpportunity[]
): { rules: RuleResult[]; findings: Finding[] } {
    const open = opportunities.filter(({ kind }) => kind === "open");
    const processOf = new Map(processes.map((process) => [process.places, process]));
    const findings: Finding[] = [];
    const rules = inForce.map((each) => {
        const judgements = (isOff(each) ? [] : open).map((opportunity) => {
            const process = processOf.get(opportunity.process);
            if (process === undefined) {
                throw new Error(`The process of ${opportunity.id} was not derived.`);
            }
            const facts = process.historyFacts(opportunity.id, opportunity.stage);
            const judgement = judge(each, () => each.rule.judge(facts, each.settings));
            if (judgement.verdict === "unmet" || judgement.verdict === "unknown") {
                findings.push(findingOf(each.rule, opportunity, judgement.verdict, judgement));
            }
            return judgement;
        });
        return summaryOf(each, "history", judgements);
    });
    return { rules, findings };
}

/** A rule that is Off is listed with zeros; trouble with its settings is shown all the same. */
function isOff({ level, trouble }: AdviceInForce): boolean {
    return level === "Off" && trouble === null;
}

function judge({ rule, trouble }: AdviceInForce, ask: () => Judgement): Advised {
    if (trouble !== null) {
        return { verdict: "unknown", findings: [], reason: trouble };
    }
    try {
        const { verdict, findings } = ask();
        const reasonsFirst = findings.toSorted((one, other) => rankOf(one) - rankOf(other));
        const found = verdict === "unknown" ? reasonsFirst[0] : undefined;
        const reason = found === undefined ? null : { code: "advice" as const, detail: found.code, found };
        return { verdict, findings: reasonsFirst, reason };
    } catch (error) {
        const detail = `${rule.id}: ${error instanceof Error ? error.message : String(error)}`;
        return { verdict: "unknown", findings: [], reason: { code: "ruleThrew", detail } };
    }
}

function rankOf({ weight }: AdviceFinding): number {
    return ["problem", "warning", "cannotTell", "remark"].indexOf(weight);
}

function findingOf(
    rule: AdviceRule,
    opportunity: DerivedOpportunity,
    verdict: Finding["verdict"],
    { findings, reason }: Advised
): Finding {
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
            PW_Kind__c: opportunity.kind,
            ...(reason === null ? {} : { reason: reason.code, detail: reason.detail })
        },
        advice: findings
    };
}

function summaryOf(
    { rule, level, source }: AdviceInForce,
    kind: RuleResult["kind"],
    judged: readonly Advised[]
): RuleResult {
    const count = (verdict: Advised["verdict"]): number => judged.filter((each) => each.verdict === verdict).length;
    const [met, unmet, unknown] = [count("met"), count("unmet"), count("unknown")];
    return {
        id: rule.id,
        kind,
        practice: rule.practice,
        level,
        settingsFrom: source,
        applicable: met + unmet + unknown,
        met,
        unmet,
        unknown,
        reasons: countReasons(judged.map(({ reason }) => reason))
    };
}
