import type { RecordValues, Value } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";

/** How the org is set to convert leads; the platform has only the first as a setting. */
export interface LeadConversionSettings {
    /** "Require Validation for Converted Leads": validation rules are asked. */
    requiresValidation: boolean;
    /** Whether record-triggered flows run is not certain on the platform. */
    runsFlows: boolean;
}

export const newLeadConversionSettings = (): LeadConversionSettings => ({ requiresValidation: true, runsFlows: true });

/** One lead to convert, as the Partner API's convertLead takes it. */
export interface LeadToConvert {
    readonly leadId: string;
    readonly convertedStatus: string;
    /** An account or contact that is there already; null: a new one. */
    readonly accountId: string | null;
    readonly contactId: string | null;
    /** The lead's company unless given. */
    readonly opportunityName: string | null;
    readonly doNotCreateOpportunity: boolean;
    /** Of a contact that is there already. */
    readonly overwriteLeadSource: boolean;
    /** The lead's owner unless given. */
    readonly ownerId: string | null;
}

const address = ["Street", "City", "State", "PostalCode", "Country"] as const;
const addressFields = (prefix: string): Record<string, string> =>
    Object.fromEntries(address.map((part) => [prefix + part, part]));

/** Salesforce Help, "Lead Conversion Field Mapping": a field of the new record, and the lead's that it comes from. */
const mappings = {
    Account: {
        Name: "Company",
        Phone: "Phone",
        Fax: "Fax",
        Website: "Website",
        Industry: "Industry",
        Rating: "Rating",
        AnnualRevenue: "AnnualRevenue",
        NumberOfEmployees: "NumberOfEmployees",
        AccountSource: "LeadSource",
        ...addressFields("Billing")
    },
    Contact: {
        Salutation: "Salutation",
        FirstName: "FirstName",
        LastName: "LastName",
        Title: "Title",
        Phone: "Phone",
        MobilePhone: "MobilePhone",
        Fax: "Fax",
        Email: "Email",
        Description: "Description",
        LeadSource: "LeadSource",
        ...addressFields("Mailing")
    }
} as const;

/** What the lead says for an account or contact, blanks left out. */
export function mappedValues(object: ObjectSchema, name: keyof typeof mappings, lead: RecordValues): RecordValues {
    const pairs = Object.entries(mappings[name]).map(([field, from]): [string, Value] => [field, lead[from] ?? null]);
    return Object.fromEntries(pairs.filter(([field, value]) => value !== null && object.fields.has(field)));
}

/** The last day of the quarter that the day is in; both "YYYY-MM-DD". */
export function endOfQuarter(day: string): string {
    const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
    const lastMonth = Math.ceil(month / 3) * 3;
    return new Date(Date.UTC(year, lastMonth, 0)).toISOString().slice(0, 10);
}
