import { Exact } from "../../exact.ts";
import { groupBy } from "../../groupBy.ts";
import type { AuditResult } from "../../result.ts";
import { tallyOf } from "./tally.ts";
import type { FoundOpportunity, Tally } from "./tally.ts";

export interface OwnerGroup {
    /** Null: the owner's name can't be read. */
    readonly owner: string | null;
    readonly opportunities: readonly FoundOpportunity[];
    readonly tally: Tally;
    /** Where the owner's list begins on the page. */
    readonly anchor: string;
}

/** The owner with most to mend first, then the larger amount. */
export function groupByOwner(found: readonly FoundOpportunity[], result: AuditResult): OwnerGroup[] {
    return [...groupBy(found, ({ owner }) => owner)]
        .map(([owner, opportunities]) => ({ owner, opportunities, tally: tallyOf(opportunities, result) }))
        .toSorted(
            ({ tally: one }, { tally: other }) =>
                other.toMend - one.toMend || new Exact(other.amount ?? 0).comparedTo(one.amount ?? 0)
        )
        .map((group, index) => ({ ...group, anchor: `owner-${index + 1}` }));
}
