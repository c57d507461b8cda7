import { isInForce } from "c/pwPolicy";
import type { DerivedOpportunity } from "../derive/deriveFacts.ts";
import type { ExceptionResult } from "../result.ts";

/** Every exception in force, also of rules that would not apply; the first to end goes first. `today`: "YYYY-MM-DD". */
export function listExceptions(opportunities: readonly DerivedOpportunity[], today: string): ExceptionResult[] {
    return opportunities
        .flatMap((opportunity) =>
            opportunity.exceptions
                .filter((exception) => isInForce(exception, today))
                .map(({ ruleId, expiresOn, approver, reason }) => ({
                    ruleId,
                    recordId: opportunity.id,
                    recordName: opportunity.name,
                    owner: opportunity.owner,
                    stage: opportunity.stage,
                    expiresOn: expiresOn ?? "",
                    approver,
                    reason
                }))
        )
        .toSorted((one, other) => one.expiresOn.localeCompare(other.expiresOn));
}
