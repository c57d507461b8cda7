import { rules } from "c/pwPolicy";
import type { Gathered, RawException, RawOpportunity, RawStage } from "../gathered.ts";

/** An open opportunity of Acme in Prospecting, created half a year before the as-of date. */
export function rawOpportunity(values: Partial<RawOpportunity> = {}): RawOpportunity {
    return {
        Id: "006A",
        Name: "Fleet renewal",
        StageName: "Prospecting",
        CloseDate: "2026-12-31",
        CreatedDate: "2026-01-01T09:00:00.000+0000",
        Amount: "1000",
        NextStep: "Call on Friday",
        LeadSource: "Web",
        HasOpportunityLineItem: true,
        IsClosed: false,
        IsWon: false,
        AccountId: "001A",
        Owner: { Name: "Rita Rep" },
        ...values
    };
}

export function rawStage(apiName: string, sortOrder: number, values: Partial<RawStage> = {}): RawStage {
    return {
        apiName,
        label: apiName,
        isActive: true,
        sortOrder,
        isClosed: false,
        isWon: false,
        probability: "10",
        ...values
    };
}

/** Three open stages, won and lost, in the org's order. */
export const fiveStages: RawStage[] = [
    rawStage("Prospecting", 1),
    rawStage("Needs Analysis", 2, { probability: "20" }),
    rawStage("Proposal", 3, { probability: "75" }),
    rawStage("Closed Won", 4, { isClosed: true, isWon: true, probability: "100" }),
    rawStage("Closed Lost", 5, { isClosed: true, probability: "0" })
];

/** What gather brings from a readable org with nothing of ours, seen by its administrator on 2026-06-30. */
export function gathered(values: Partial<Gathered> = {}): Gathered {
    return {
        url: "https://example.my.salesforce.com",
        asOf: "2026-06-30",
        asOfTime: "2026-06-30T23:59:59.999Z",
        timeZone: "UTC",
        closedSince: "2025-06-30",
        apiCalls: 9,
        org: { value: { id: "00DA", name: "Acme", isSandbox: true } },
        currency: null,
        user: { value: { id: "005A", name: "Ada", username: "ada@example.com" } },
        seesAll: { value: true },
        opportunityFields: [
            "Id",
            "Name",
            "StageName",
            "CloseDate",
            "CreatedDate",
            "Amount",
            "HasOpportunityLineItem",
            "AccountId",
            "NextStep",
            "LeadSource",
            "OwnerId"
        ],
        stages: { value: fiveStages },
        salesProcesses: [{ recordTypeId: null, developerName: null, name: "Master", stages: { value: null } }],
        stageRecords: { value: null },
        ruleRecords: { value: null },
        opportunities: [rawOpportunity()],
        contactRoles: { value: [] },
        lines: { value: [] },
        exceptions: { value: null },
        history: { value: [] },
        ...values
    };
}

/** Of the opportunity 006A, approved, for a month more. */
export function rawException(values: Partial<RawException> = {}): RawException {
    return {
        opportunityId: "006A",
        ruleId: "products-present",
        status: "Approved",
        expiresOn: "2026-07-31",
        approver: "Ada Approver",
        reason: "Agreed on paper",
        ...values
    };
}

const someIds = ["products-present", "contact-roles-present", "close-date-not-past"];

/** Judging and reports are the same whatever the rules are: their tests must not change with each new one. */
export const someRules = rules.filter(({ id }) => someIds.includes(id));
