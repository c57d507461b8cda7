import { z } from "zod";

/**
 * What gather brings and derive reads, as plain JSON: it can be saved and judged again later. Numbers
 * are decimal text, exactly as the org wrote them; a field that was not asked for is absent, a blank one null.
 */
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
const blankable = z.string().nullable();

/** Data, or the reason why there is none. */
function artifactOf<T extends z.ZodType>(value: T) {
    return z.union([z.strictObject({ value }), z.strictObject({ unreadable: z.string() })]);
}

/** Facts that nothing but the opportunity's own field tells. */
export const keptFacts = ["PW_Loss_Reason__c", "PW_Logged_Discount__c", "PW_Approved_Discount__c"] as const;

/** Of these, what a field of the org's own may keep in place of ours. */
export const mappableFacts = ["PW_Loss_Reason__c"] as const;

export const opportunitySchema = z.object({
    Id: z.string(),
    Name: blankable.optional(),
    StageName: blankable.optional(),
    CloseDate: blankable.optional(),
    CreatedDate: blankable.optional(),
    LastStageChangeDate: blankable.optional(),
    Amount: decimalText.nullable().optional(),
    CurrencyIsoCode: blankable.optional(),
    NextStep: blankable.optional(),
    LeadSource: blankable.optional(),
    /** Of our field, or of the org's own that the config file names in its place. */
    PW_Loss_Reason__c: blankable.optional(),
    PW_Logged_Discount__c: decimalText.nullable().optional(),
    PW_Approved_Discount__c: decimalText.nullable().optional(),
    HasOpportunityLineItem: z.boolean().nullable().optional(),
    IsClosed: z.boolean(),
    IsWon: z.boolean(),
    AccountId: blankable.optional(),
    RecordTypeId: blankable.optional(),
    Owner: z.object({ Name: blankable }).nullable().optional()
});

export const contactRoleSchema = z.object({
    OpportunityId: z.string(),
    ContactId: blankable,
    Role: blankable,
    IsPrimary: z.boolean().nullable().optional()
});

/** An Opportunity Product; the list price is that of its price book entry. */
export const lineSchema = z.object({
    OpportunityId: z.string(),
    Quantity: decimalText.nullable(),
    UnitPrice: decimalText.nullable(),
    TotalPrice: decimalText.nullable(),
    ListPrice: decimalText.nullable(),
    Product2: z.object({ Family: blankable }).nullable()
});

/** A row of OpportunityHistory, which the org writes for amounts and dates too. */
export const historyRowSchema = z.object({ OpportunityId: z.string(), StageName: z.string(), CreatedDate: z.string() });

/** A row of OpportunityStage: the org's whole list, not that of one sales process. */
export const stageSchema = z.object({
    apiName: z.string(),
    label: z.string(),
    isActive: z.boolean(),
    sortOrder: z.number(),
    isClosed: z.boolean(),
    isWon: z.boolean(),
    probability: decimalText.nullable(),
    forecastCategory: blankable.optional()
});

/** The stages a record type offers. `stages: null` stands for all active stages of the org. */
export const salesProcessSchema = z.object({
    recordTypeId: z.string().nullable(),
    developerName: z.string().nullable(),
    name: z.string(),
    stages: artifactOf(z.array(z.string()).nullable())
});

/** A PW_Stage__mdt record; record type `*` stands for every record type. */
export const stageRecordSchema = z.object({
    recordType: z.string(),
    stage: z.string(),
    position: decimalText.nullable(),
    kind: z.string().nullable()
});

/** A PW_Rule__mdt record. The level is as written there, right or wrong. */
export const ruleRecordSchema = z.object({
    developerName: z.string(),
    level: z.string().nullable(),
    fromPosition: decimalText.nullable(),
    minimum: decimalText.nullable(),
    tolerance: decimalText.nullable().optional(),
    /** ";"-separated developer names. */
    recordTypes: blankable.optional(),
    minimumAmount: decimalText.nullable().optional(),
    largerMinimum: decimalText.nullable().optional(),
    largerFromPosition: decimalText.nullable().optional(),
    largerFromAmount: decimalText.nullable().optional(),
    largerRecordTypes: blankable.optional(),
    /** API name of the org's own field that is read in place of ours. */
    field: blankable.optional(),
    /** ";"-separated product families. */
    exemptFamilies: blankable.optional(),
    /** ";"-separated API names of contact roles. */
    decisionRoles: blankable.optional()
});

/** A PW_Exception__c record, its status and last day as written there. */
export const exceptionSchema = z.object({
    opportunityId: z.string(),
    ruleId: z.string(),
    status: blankable,
    /** "YYYY-MM-DD". */
    expiresOn: blankable,
    approver: blankable,
    reason: blankable
});

export const gatheredSchema = z.object({
    url: z.string(),
    /** "YYYY-MM-DD", the day the audit speaks of, in `timeZone`. */
    asOf: z.string(),
    /** The instant to which time in a stage is counted. Files saved before it was kept mean the end of that day in UTC. */
    asOfTime: z.string().optional(),
    timeZone: z.string(),
    /** Closed opportunities are in scope from this close date on; null: open ones only. */
    closedSince: z.string().nullable(),
    apiCalls: z.number(),
    org: artifactOf(z.object({ id: z.string(), name: z.string(), isSandbox: z.boolean() })),
    /** The code of an org's one currency, which the API doesn't tell; null: not known. */
    currency: z.string().nullable(),
    user: artifactOf(z.object({ id: z.string(), name: z.string(), username: z.string() })),
    /** Whether that user sees every opportunity, through a permission or the org-wide default. */
    seesAll: artifactOf(z.boolean()),
    opportunityFields: z.array(z.string()),
    stages: artifactOf(z.array(stageSchema)),
    salesProcesses: z.array(salesProcessSchema),
    /** Null: the type is not deployed. */
    stageRecords: artifactOf(z.array(stageRecordSchema).nullable()),
    ruleRecords: artifactOf(z.array(ruleRecordSchema).nullable()),
    /** Open ones, and those closed since `closedSince` or in the last 12 months, whichever is longer: use is of a year. */
    opportunities: z.array(opportunitySchema),
    contactRoles: artifactOf(z.array(contactRoleSchema)),
    lines: artifactOf(z.array(lineSchema)).default({
        unreadable: "this file was saved before the opportunity products were read: gather again"
    }),
    /** Those that had not expired on `asOf`, whatever their status. Null: the object is not deployed, or not yet known. */
    exceptions: artifactOf(z.array(exceptionSchema).nullable()).default({ value: null }),
    /** Of these opportunities, in the order in which the org wrote it. */
    history: artifactOf(z.array(historyRowSchema)).default({
        unreadable: "this file was saved before the stage history was read: gather again"
    })
});

export type Artifact<T> = { value: T } | { unreadable: string };
export type RawOpportunity = z.infer<typeof opportunitySchema>;
export type RawContactRole = z.infer<typeof contactRoleSchema>;
export type RawLine = z.infer<typeof lineSchema>;
export type RawHistoryRow = z.infer<typeof historyRowSchema>;
export type RawStage = z.infer<typeof stageSchema>;
export type SalesProcess = z.infer<typeof salesProcessSchema>;
export type StageRecord = z.infer<typeof stageRecordSchema>;
export type RuleRecord = z.infer<typeof ruleRecordSchema>;
export type RawException = z.infer<typeof exceptionSchema>;
export type Gathered = z.infer<typeof gatheredSchema>;
