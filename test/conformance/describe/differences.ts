/**
 * Why a field of the recorded org is not here, or is here in another way. The local org has the standard fields of a
 * new org without optional features; each reason names the feature, or the object, that brings the field.
 */
const reasons: readonly (readonly [why: string, fields: readonly string[]])[] = [
    [
        "a custom field of the recorded org, there under a made-up name; the local org has it once it is deployed",
        [
            "Account.Primary_Contact__c",
            "Account.ns__Description__c",
            "Account.History__c",
            "Account.ns__LinkedAccount__c"
        ]
    ],
    [
        "a compound address: the local org keeps the parts alone, and a query for the whole is refused by name",
        [
            "Account.BillingAddress",
            "Account.ShippingAddress",
            "Contact.OtherAddress",
            "Contact.MailingAddress",
            "Lead.Address"
        ]
    ],
    [
        "brought by partner and customer portals, which the local org doesn't have",
        [
            "Account.IsPartner",
            "Account.IsCustomerPortal",
            "Account.ChannelProgramName",
            "Account.ChannelProgramLevelName"
        ]
    ],
    [
        "brought by Data.com, which the local org doesn't have",
        [
            "Account.Jigsaw",
            "Account.JigsawCompanyId",
            "Account.CleanStatus",
            "Account.DunsNumber",
            "Account.Tradestyle",
            "Account.NaicsCode",
            "Account.NaicsDesc",
            "Account.YearStarted",
            "Account.SicDesc",
            "Account.DandbCompanyId",
            "Contact.Jigsaw",
            "Contact.JigsawContactId",
            "Contact.CleanStatus",
            "Lead.Jigsaw",
            "Lead.JigsawContactId",
            "Lead.CleanStatus",
            "Lead.CompanyDunsNumber",
            "Lead.DandbCompanyId"
        ]
    ],
    ["refers to OperatingHours, an object of Field Service", ["Account.OperatingHoursId"]],
    ["refers to Individual, an object of the data protection feature", ["Contact.IndividualId", "Lead.IndividualId"]],
    ["refers to Campaign, an object the local org doesn't have", ["Opportunity.CampaignId"]],
    ["a queue, of the object Group, can own no lead here", ["Lead.OwnerId"]]
];

const reasonByField: ReadonlyMap<string, string> = new Map(
    reasons.flatMap(([why, fields]) => fields.map((field) => [field, why] as const))
);

/** Null for a difference that nobody has explained. */
export const reasonFor = (field: string): string | null => reasonByField.get(field) ?? null;

/** Fields that stand in the table above. */
export const explainedFields: ReadonlySet<string> = new Set(reasonByField.keys());

/** Fields that a new org has now and the recorded one had not. */
export const newerFields: Readonly<Record<string, string>> = {
    "Opportunity.PushCount": "younger than the recorded describe; the local org counts with it"
};
