import { Exact } from "../../exact.ts";
import { groupBy } from "../../groupBy.ts";
import type { AuditResult, Finding, StageKind } from "../../result.ts";

/** One opportunity with all that was found on it. */
export interface FoundOpportunity {
    readonly recordId: string;
    readonly recordName: string;
    readonly owner: string | null;
    readonly stage: string | null;
    readonly amount: string | null;
    readonly currency: string | null;
    readonly kind: StageKind;
    /** Breaks a rule; otherwise all that was found is that it can't be told. */
    readonly isToMend: boolean;
    readonly findings: readonly Finding[];
}

export interface Tally {
    readonly toMend: number;
    readonly toMendOpen: number;
    /** Breaks no rule that could be judged, and at least one could not. */
    readonly cannotTell: number;
    /** Decimal text of what is to be mended; null where amounts may not be added up. */
    readonly amount: string | null;
}

/** Open ones first, since a closed one only teaches; else in the order of the findings, which is worst first. */
export function listFound({ findings, funnel }: AuditResult): FoundOpportunity[] {
    const kinds = new Map(funnel.stages.map(({ stage, kind }) => [stage, kind]));
    return [...groupBy(findings, (finding) => finding.recordId).values()]
        .flatMap((group) => {
            const [first] = group;
            return first === undefined ? [] : [opportunityOf(first, group, kinds.get(first.stage) ?? "open")];
        })
        .toSorted((one, other) => Number(one.kind !== "open") - Number(other.kind !== "open"));
}

function opportunityOf(first: Finding, findings: readonly Finding[], kind: StageKind): FoundOpportunity {
    const { recordId, recordName, owner, stage, amount, currency } = first;
    const isToMend = findings.some(({ verdict }) => verdict === "unmet");
    return { recordId, recordName, owner, stage, amount, currency, kind, isToMend, findings };
}

export function tallyOf(found: readonly FoundOpportunity[], { funnel }: AuditResult): Tally {
    const toMend = found.filter((each) => each.isToMend);
    return {
        toMend: toMend.length,
        toMendOpen: toMend.filter((each) => each.kind === "open").length,
        cannotTell: found.length - toMend.length,
        // The funnel has no total where amounts are unreadable or of several currencies.
        amount: funnel.open.amount === null ? null : sumOf(toMend)
    };
}

function sumOf(opportunities: readonly FoundOpportunity[]): string {
    return opportunities.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Exact(0)).toFixed();
}
