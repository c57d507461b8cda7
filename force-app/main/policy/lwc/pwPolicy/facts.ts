/**
 * What a rule may know of one opportunity. A fact is a value, blank (`null`) or unreadable (absent:
 * no such field, no access, not gathered). Numbers are decimal text ("12.50"), so that no float ever
 * decides a verdict; dates are "YYYY-MM-DD".
 */
export type FactValue = string | boolean;

export type Facts = Readonly<Partial<Record<FactName, FactValue | null | undefined>>>;

export type FactType = "number" | "text" | "picklist" | "boolean" | "date";

interface FactDefinition {
    readonly type: FactType;
    /** All values the fact can have. Any other is a fault, so conditions on it are unknown. */
    readonly values?: readonly string[];
    /**
     * A formula that reads blanks as zero can't tell a blank number from 0, not even with ISBLANK. So a number
     * names the text fact that is blank exactly when it is; where there is none, rules may compare it only in
     * ways that come out alike for a blank and for 0.
     */
    readonly blankWith?: string;
    /** A roll-up over nothing: blank and 0 say the same. */
    readonly blankIsZero?: true;
}

/**
 * Every fact a record rule may name, under the API name of the field that keeps it in an org. The
 * `PW_` ones are written by the stamp; the audit derives them from raw records instead.
 */
export const factDefinitions = {
    StageName: { type: "picklist" },
    CloseDate: { type: "date" },
    Amount: { type: "number" },
    NextStep: { type: "text" },
    LeadSource: { type: "picklist" },
    HasOpportunityLineItem: { type: "boolean" },
    PW_Stage_Stamp__c: { type: "text" },
    PW_Kind__c: { type: "text", values: ["open", "won", "lost"] },
    PW_Record_Type__c: { type: "text" },
    PW_Position__c: { type: "number", blankWith: "PW_Kind__c" },
    PW_Contact_Roles__c: { type: "number", blankWith: "PW_Stage_Stamp__c" },
    PW_Primary_Roles__c: { type: "number", blankWith: "PW_Stage_Stamp__c" },
    PW_Decision_Roles__c: { type: "number", blankWith: "PW_Stage_Stamp__c" },
    PW_Unnamed_Roles__c: { type: "number", blankWith: "PW_Stage_Stamp__c" },
    PW_Line_Count__c: { type: "number", blankIsZero: true },
    PW_Unpriced_Lines__c: { type: "number", blankIsZero: true },
    PW_Lines_Without_List__c: { type: "number", blankIsZero: true },
    PW_Largest_Discount__c: { type: "number", blankIsZero: true },
    PW_Logged_Discount__c: { type: "number", blankIsZero: true },
    PW_Approved_Discount__c: { type: "number", blankIsZero: true },
    PW_Loss_Reason__c: { type: "picklist" }
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof factDefinitions;

export function factDefinition(name: FactName): FactDefinition {
    return factDefinitions[name];
}

/** The text fact that is blank exactly when this number is; undefined where no fact is. */
export function blankWitness(name: FactName): FactName | undefined {
    return factDefinition(name).blankWith as FactName | undefined;
}
