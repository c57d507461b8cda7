import { evaluateRule, exceptionInForce, factDefinition, fieldsRead } from "c/pwPolicy";
import type { FactName, Facts, RecordRule, RuleSettings, Verdict } from "c/pwPolicy";
import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import type { RuleInForce } from "../derive/ruleSettings.ts";
import type { Finding, Reason, RuleResult } from "../result.ts";
import { countReasons } from "./countReasons.ts";
import { worstFirst } from "./worstFirst.ts";

type Evaluate = typeof evaluateRule;

interface Judgement {
    readonly verdict: Verdict;
    readonly reason: Reason | null;
    /** It would apply, but for an exception. */
    readonly isExempt?: true;
}

/**
 * Every rule on every opportunity. A rule that is Off, or asks for a field that the org lacks, is listed with zeros; one that throws, or whose
 * settings can't be known, is unknown for that opportunity. One that an exception sets aside does not apply. `today`: "YYYY-MM-DD".
 */
export function judgeRules(
    inForce: readonly RuleInForce[],
    opportunities: readonly DerivedOpportunity[],
    today: string,
    evaluate: Evaluate = evaluateRule
): { rules: RuleResult[]; findings: Finding[] } {
    const findings: Finding[] = [];
    const rules = inForce.map((ruleInForce) => {
        const isOff = ruleInForce.level === "Off" && ruleInForce.trouble === null;
        const judged = isOff || ruleInForce.absentField !== null ? [] : opportunities;
        const judgements = judged.map((opportunity) => {
            const settings = ruleInForce.settingsIn(opportunity.process);
            const judgement = exempted(
                judge(ruleInForce, opportunity.facts, settings, today, evaluate),
                exceptionInForce(opportunity.exceptions, ruleInForce.rule.id, today) !== undefined
            );
            if (judgement.verdict === "unmet" || judgement.verdict === "unknown") {
                findings.push(findingOf(ruleInForce.rule, opportunity, settings, judgement.verdict, judgement.reason));
            }
            return judgement;
        });
        return summaryOf(ruleInForce, judgements, opportunities.length);
    });
    return { rules, findings: worstFirst(findings, rules) };
}

function exempted(judgement: Judgement, hasException: boolean): Judgement {
    return hasException && judgement.verdict !== "notApplicable"
        ? { verdict: "notApplicable", reason: null, isExempt: true }
        : judgement;
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
        return { verdict, reason: verdict === "unknown" ? reasonFor(rule, facts, settings) : null };
    } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { verdict: "unknown", reason: { code: "ruleThrew", detail: `${rule.id}: ${detail}` } };
    }
}

function reasonFor(rule: RecordRule, facts: Facts, settings: RuleSettings): Reason {
    const read = fieldsRead(rule, settings);
    const absent = read.filter((name) => facts[name] === undefined);
    return absent.length > 0
        ? { code: "factUnreadable", detail: absent.join(", ") }
        : { code: "undecided", detail: undecidedBy(read, facts).join(", ") };
}

const place: readonly FactName[] = ["PW_Kind__c", "PW_Position__c"];

/** Without a place nothing else counts; a blank that is as good as 0 leaves nothing open. */
function undecidedBy(read: readonly FactName[], facts: Facts): FactName[] {
    const blank = read.filter((name) => facts[name] === null && factDefinition(name).blankIsZero !== true);
    const unplaced = blank.filter((name) => place.includes(name));
    if (blank.length === 0 && read.includes("PW_Lines_Without_List__c")) {
        return ["PW_Lines_Without_List__c"];
    }
    return unplaced.length > 0 ? unplaced : blank;
}

function findingOf(
    rule: RecordRule,
    opportunity: DerivedOpportunity,
    settings: RuleSettings,
    verdict: Finding["verdict"],
    reason: Reason | null
): Finding {
    const facts = fieldsRead(rule, settings).flatMap((name) => {
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

function summaryOf(
    { rule, level, source, absentField }: RuleInForce,
    judgements: readonly Judgement[],
    opportunities: number
): RuleResult {
    const count = (verdict: Verdict): number => judgements.filter((each) => each.verdict === verdict).length;
    const [met, unmet, unknown] = [count("met"), count("unmet"), count("unknown")];
    return {
        id: rule.id,
        kind: rule.kind,
        practice: rule.practice,
        level,
        settingsFrom: source,
        applicable: met + unmet + unknown,
        met,
        unmet,
        unknown,
        exempt: judgements.filter(({ isExempt }) => isExempt === true).length,
        reasons:
            absentField === null
                ? countReasons(judgements.map(({ reason }) => reason))
                : [{ code: "noSuchField", detail: `Opportunity.${absentField}`, count: opportunities }]
    };
}
