/** What the stamp says and may have come to say wrongly. What speaks of one move (gaps, bypass) is not here. */
export const stampTypes = {
    PW_Stage_Stamp__c: "text",
    PW_Kind__c: "text",
    PW_Record_Type__c: "text",
    PW_Position__c: "number",
    PW_From_Position__c: "number",
    PW_Contact_Roles__c: "number",
    PW_Primary_Roles__c: "number",
    PW_Decision_Roles__c: "number",
    PW_Unnamed_Roles__c: "number",
    PW_Roles_Uncounted__c: "boolean"
} as const;

export type StampField = keyof typeof stampTypes;

export const stampFields = Object.keys(stampTypes) as StampField[];

/** Numbers are decimal text, as the org wrote them; a blank is null. */
export type StampValue = string | boolean | null;

export type Stamp = Readonly<Record<StampField, StampValue>>;

/** An opportunity's stamp as it stands. */
export interface StampedOpportunity {
    readonly id: string;
    readonly stage: string | null;
    readonly stamp: Stamp;
}

/** What one opportunity needs: the fields that differ, with their value before and after. */
export interface Change {
    readonly id: string;
    readonly name: string;
    /** The stage for which this was worked out. */
    readonly stage: string | null;
    readonly before: Readonly<Partial<Record<StampField, StampValue>>>;
    readonly after: Readonly<Partial<Record<StampField, StampValue>>>;
}

/** The change that takes this one back. */
export function reverse(change: Change): Change {
    return { ...change, before: change.after, after: change.before };
}

/**
 * What became of a change by now: `open` where everything stands as when it was worked out, `done` where
 * everything says what it should, `passed` where somebody else was there since, or the record is gone.
 */
export function standOf(change: Change, now: StampedOpportunity | undefined): "open" | "done" | "passed" {
    if (now === undefined || now.stage !== change.stage) return "passed";
    const says = (values: Change["after"]): boolean =>
        stampFields.every((field) => values[field] === undefined || values[field] === now.stamp[field]);
    if (says(change.after)) return "done";
    return says(change.before) ? "open" : "passed";
}
