/** A rule set aside for one opportunity, as the org keeps it in PW_Exception__c. */
export interface RuleException {
    readonly ruleId: string;
    /** "Requested", "Approved" or "Rejected". */
    readonly status: string | null;
    /** The last day on which it holds, "YYYY-MM-DD". */
    readonly expiresOn: string | null;
    /** The approver's name; null where it can't be read. */
    readonly approver: string | null;
}

/** Approved, and not past its last day. `today`: "YYYY-MM-DD" in the running user's time zone. */
export function isInForce({ status, expiresOn }: Omit<RuleException, "approver">, today: string): boolean {
    return status === "Approved" && expiresOn !== null && expiresOn >= today;
}

/** The query for the opportunities on which an exception sets the rule aside, as `isInForce` says it. */
export function soqlOfExempt(ruleId: string, today: string): string {
    return `SELECT Opportunity__c FROM PW_Exception__c WHERE Rule__c = '${ruleId}' AND Status__c = 'Approved' AND Expires_On__c >= ${today}`;
}

/** Of the exceptions of one opportunity the one that sets this rule aside longest; undefined: none does today. */
export function exceptionInForce<E extends RuleException>(
    exceptions: readonly E[],
    ruleId: string,
    today: string
): E | undefined {
    return exceptions
        .filter((each) => each.ruleId === ruleId && isInForce(each, today))
        .toSorted((one, other) => ((one.expiresOn ?? "") < (other.expiresOn ?? "") ? 1 : -1))[0];
}
