import { gathered, rawOpportunity, someRules } from "../../../__tests__/records.ts";
import type { Gathered, RawOpportunity } from "../../../gathered.ts";
import { judgeGathered } from "../../../judgeGathered.ts";
import type { AuditResult } from "../../../result.ts";

/** An audit of what was gathered, with the policy's own rules and settings. */
export function auditOf(values: Partial<Gathered> = {}): AuditResult {
    const judged = judgeGathered(gathered(values), { rules: someRules, config: { rules: {} }, without: [] });
    return { ...judged, run: { id: "run-1", seconds: 1.25, ...judged.run } };
}

/** Breaks two rules: without products and without contact roles in Proposal. */
export function bare(values: Partial<RawOpportunity> = {}): RawOpportunity {
    return rawOpportunity({ StageName: "Proposal", HasOpportunityLineItem: false, ...values });
}
