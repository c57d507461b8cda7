import type { FactName, Facts } from "c/pwPolicy";
import type { Random } from "../../../local-org/sample/random.ts";

/** The day on which every vector is judged. */
export const parityToday = "2026-01-31";

/** Two of which one begins like the other. */
export const recordTypes: readonly string[] = ["Enterprise", "Enterprise_Renewal"];

const stages = ["Prospecting", "Proposal/Price Quote", "Closed Won", "Closed Lost"];
const days = ["1999-12-31", "2026-01-30", parityToday, "2026-02-01", "2030-01-01"];

/**
 * Facts that a record can hold: a number is blank exactly when its witness is, choices are among their
 * values, and nothing is unreadable, for a validation rule sees every field. A blank close date can't be
 * saved but can be evaluated.
 */
export function storableFacts(random: Random): Facts {
    const kind = random.pick(["open", "open", "won", "lost", null]);
    const stage = random.pick(stages);
    const isStamped = random.happens(0.8);
    const count = (most: number) => (isStamped ? String(random.whole(0, most)) : null);
    return {
        StageName: stage,
        CloseDate: random.happens(0.1) ? null : random.pick(days),
        Amount: random.pick([null, "0", "0.01", "49999.99", "50000", "125000.5"]),
        NextStep: random.pick([null, "Call on Friday"]),
        LeadSource: random.pick([null, "Web"]),
        HasOpportunityLineItem: random.happens(0.5),
        PW_Stage_Stamp__c: isStamped ? stage : null,
        PW_Kind__c: kind,
        PW_Record_Type__c: random.pick([null, ...recordTypes]),
        PW_Position__c: kind === null ? null : String(random.whole(0, 10)),
        PW_Contact_Roles__c: count(4),
        PW_Primary_Roles__c: count(1),
        PW_Decision_Roles__c: count(2),
        PW_Unnamed_Roles__c: count(2),
        PW_Line_Count__c: random.pick([null, "0", "1", "4"]),
        PW_Unpriced_Lines__c: random.pick([null, "0", "1"]),
        PW_Lines_Without_List__c: random.pick([null, "0", "0", "1"]),
        PW_Largest_Discount__c: random.pick([null, "0", "1.99", "2", "2.5", "10.25", "33.33"]),
        PW_Logged_Discount__c: random.pick([null, "0", "1.5", "9.75", "9.74", "50"]),
        PW_Approved_Discount__c: random.pick([null, "0", "1.5", "9.75", "9.74", "50"]),
        PW_Loss_Reason__c: random.pick([null, "Price"])
    };
}

export const numberFacts: readonly FactName[] = ["PW_Position__c", "PW_Contact_Roles__c"];
export const stageNames: readonly string[] = stages;

/** Roll-ups, of which a blank says the same as 0. */
export const zeroFacts: readonly FactName[] = ["PW_Largest_Discount__c", "PW_Logged_Discount__c", "PW_Line_Count__c"];
