/**
 * What a rule may know of one opportunity. A fact is a value, blank (`null`) or unreadable (absent:
 * no such field, no access, not gathered). Numbers are decimal text ("12.50"), so that no float ever
 * decides a verdict; dates are "YYYY-MM-DD".
 */
export type FactValue = string | boolean;

export type Facts = Readonly<Partial<Record<FactName, FactValue | null>>>;

export type FactType = "number" | "text" | "picklist" | "boolean" | "date";

/**
 * Every fact a record rule may name, under the API name of the field that keeps it in an org. The
 * `PW_` ones are written by the stamp; the audit derives them from raw records instead.
 */
export const factTypes = {
    StageName: "picklist",
    CloseDate: "date",
    HasOpportunityLineItem: "boolean",
    PW_Kind__c: "text",
    PW_Position__c: "number",
    PW_Contact_Roles__c: "number"
} as const satisfies Record<string, FactType>;

export type FactName = keyof typeof factTypes;
