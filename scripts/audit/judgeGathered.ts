import type { HistoryRule, ProcessRule, RecordRule } from "c/pwPolicy";
import { settleAdvice } from "./derive/adviceInForce.ts";
import type { AuditConfig } from "./derive/configFile.ts";
import { deriveFacts } from "./derive/deriveFacts.ts";
import { adviseOn } from "./derive/history/advisedProcesses.ts";
import { choicesInForce, settleRules, unusedRuleRecords } from "./derive/ruleSettings.ts";
import { placeStages } from "./derive/stagePlaces.ts";
import { listUnreadable } from "./derive/unreadable.ts";
import type { Gathered, RawOpportunity } from "./gathered.ts";
import { judgeHistories, judgeProcesses } from "./judge/judgeAdvice.ts";
import { judgeRules } from "./judge/judgeRules.ts";
import { listExceptions } from "./judge/listExceptions.ts";
import { sumFunnel } from "./judge/sumFunnel.ts";
import { worstFirst } from "./judge/worstFirst.ts";
import { countUnmapped, describeProcesses } from "./processResults.ts";
import type { AuditResult, Run } from "./result.ts";

export interface Terms {
    readonly rules: readonly RecordRule[];
    readonly historyRules?: readonly HistoryRule[];
    readonly processRules?: readonly ProcessRule[];
    readonly config: AuditConfig;
    /** Rule ids that are not judged in this run. */
    readonly without: readonly string[];
}

/** From records to the answer, with no look at the world: the same records and terms give the same answer. */
export function judgeGathered(
    gathered: Gathered,
    terms: Terms
): Omit<AuditResult, "run"> & { run: Omit<Run, "id" | "seconds"> } {
    const { historyRules = [], processRules = [] } = terms;
    const kept = <R extends { readonly id: string }>(rules: readonly R[]): R[] =>
        rules.filter((rule) => !terms.without.includes(rule.id));
    const places = placeStages(gathered);
    const currency = terms.config.currency ?? gathered.currency;
    const inScope = { ...gathered, opportunities: gathered.opportunities.filter((raw) => isInScope(raw, gathered)) };
    const opportunities = deriveFacts(inScope, places, currency, choicesInForce(gathered, terms.config));
    const advised = adviseOn(gathered, places);
    const inForce = {
        record: settleRules(kept(terms.rules), gathered, terms.config),
        history: settleAdvice(kept(historyRules), gathered, terms.config),
        process: settleAdvice(kept(processRules), gathered, terms.config)
    };
    const records = judgeRules(inForce.record, opportunities, gathered.asOf);
    const histories = judgeHistories(inForce.history, advised, opportunities);
    const processes = judgeProcesses(inForce.process, advised);
    const rules = [...records.rules, ...histories.rules, ...processes.rules];
    return {
        run: {
            org: "value" in gathered.org ? gathered.org.value : null,
            url: gathered.url,
            asOf: gathered.asOf,
            closedSince: gathered.closedSince,
            opportunities: opportunities.length,
            apiCalls: gathered.apiCalls,
            user: "value" in gathered.user ? gathered.user.value : null,
            seesAll: seesAllOf(gathered),
            settingsFrom: [...new Set(inForce.record.map((each) => each.source))],
            without: terms.without,
            unreadable: listUnreadable(gathered, places, opportunities),
            unmappedStages: countUnmapped(opportunities, advised),
            unusedRuleRecords: unusedRuleRecords([...terms.rules, ...historyRules, ...processRules], gathered)
        },
        rules,
        findings: worstFirst([...records.findings, ...histories.findings], rules),
        exceptions: listExceptions(opportunities, gathered.asOf),
        processes: describeProcesses(advised, processes.advice, opportunities),
        funnel: sumFunnel(opportunities, {
            stages: "value" in gathered.stages ? gathered.stages.value : [],
            timeZone: gathered.timeZone,
            currency,
            isAmountReadable: gathered.opportunityFields.includes("Amount")
        })
    };
}

/** Gathered are those of twelve months at least, since the use of stages is counted over them. */
function isInScope(raw: RawOpportunity, { closedSince }: Gathered): boolean {
    return !raw.IsClosed || (closedSince !== null && (raw.CloseDate ?? "") >= closedSince);
}

function seesAllOf({ seesAll }: Gathered): Run["seesAll"] {
    if ("unreadable" in seesAll) {
        return "notKnown";
    }
    return seesAll.value ? "yes" : "no";
}
