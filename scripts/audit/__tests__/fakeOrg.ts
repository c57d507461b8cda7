import type { OrgConnection } from "../gather/orgReader.ts";

/** Rows by object, a refusal, or a JSON text as the org would send it. */
export type Answer = readonly object[] | Refusal | { readonly text: string };

export interface Refusal {
    readonly errorCode: string;
    readonly message: string;
}

export interface FakeOrg {
    readonly [object: string]: Answer;
}

const opportunityFields = [
    "Id",
    "Name",
    "StageName",
    "CloseDate",
    "CreatedDate",
    "Amount",
    "HasOpportunityLineItem",
    "IsClosed",
    "IsWon",
    "AccountId",
    "NextStep",
    "LeadSource",
    "OwnerId"
];

const standardStages = ["Prospecting", "Needs Analysis", "Proposal/Price Quote", "Closed Won", "Closed Lost"];
const probabilities = [10, 20, 75, 100, 0];

/** An org with five stages and nothing of ours; `tables` replaces answers by object or path. */
export function fakeOrg(tables: FakeOrg = {}): OrgConnection & { readonly asked: string[] } {
    const org: FakeOrg = { ...plainOrg, ...tables };
    const asked: string[] = [];
    return {
        instanceUrl: "https://example.my.salesforce.com/",
        asked,
        request: (path) => {
            asked.push(decodeURIComponent(path));
            return answer(org, decodeURIComponent(path));
        }
    };
}

export function opportunity(values: object = {}): object {
    return {
        Id: "006000000000001AAA",
        Name: "Fleet renewal",
        StageName: "Prospecting",
        CloseDate: "2026-12-31",
        CreatedDate: "2026-01-01T09:00:00.000+0000",
        Amount: 1000,
        HasOpportunityLineItem: false,
        IsClosed: false,
        IsWon: false,
        AccountId: "001000000000001AAA",
        Owner: { Name: "Rita Rep" },
        ...values
    };
}

/** Describe without the named fields, as for a user who may not read them. */
export function describeWithout(...hidden: readonly string[]): { text: string } {
    const fields = opportunityFields.filter((name) => !hidden.includes(name)).map((name) => ({ name }));
    return { text: JSON.stringify({ fields, recordTypeInfos: [] }) };
}

const plainOrg: FakeOrg = {
    "/sobjects/Opportunity/describe": describeWithout(),
    "/sobjects/OpportunityContactRole/describe": {
        text: JSON.stringify({ fields: [{ name: "OpportunityId" }, { name: "ContactId" }, { name: "Role" }] })
    },
    "/services/oauth2/userinfo": {
        text: JSON.stringify({
            user_id: "005A",
            name: "Ada",
            preferred_username: "ada@example.com",
            zoneinfo: "Asia/Taipei"
        })
    },
    Organization: [{ Id: "00DA", Name: "Acme", IsSandbox: true, DefaultOpportunityAccess: "None" }],
    User: [{ Profile: { PermissionsViewAllData: false } }],
    PermissionSetAssignment: [{ PermissionSet: { PermissionsViewAllData: true } }],
    OpportunityStage: standardStages.map((name, index) => ({
        ApiName: name,
        MasterLabel: name,
        IsActive: true,
        SortOrder: index + 1,
        IsClosed: name.startsWith("Closed"),
        IsWon: name === "Closed Won",
        DefaultProbability: probabilities[index],
        ForecastCategoryName: "Pipeline"
    })),
    PW_Stage__mdt: { errorCode: "INVALID_TYPE", message: "sObject type 'PW_Stage__mdt' is not supported." },
    PW_Rule__mdt: { errorCode: "INVALID_TYPE", message: "sObject type 'PW_Rule__mdt' is not supported." },
    PW_Exception__c: { errorCode: "INVALID_TYPE", message: "sObject type 'PW_Exception__c' is not supported." },
    Opportunity: [],
    OpportunityContactRole: [],
    OpportunityLineItem: [],
    OpportunityHistory: []
};

function answer(org: FakeOrg, path: string): Promise<string> {
    const object = /FROM (\w+)/.exec(path)?.[1] ?? path;
    const found = org[object];
    if (found === undefined) {
        return Promise.reject(new Error(`The fake org was not asked to answer ${path}.`));
    }
    if ("errorCode" in found) {
        // As jsforce does when the body is read as text.
        const error = Object.assign(new Error(JSON.stringify([found])), { errorCode: "ERROR_HTTP_400" });
        return Promise.reject(error);
    }
    return Promise.resolve(
        "text" in found ? found.text : JSON.stringify({ done: true, totalSize: found.length, records: found })
    );
}
