/** What the wires answer, in the shapes of UI API and GraphQL; a test says what differs. */
import type { GraphqlResult } from "lightning/graphql";
import type { RecordData } from "lightning/uiRecordApi";

export const recordId = "006000000000001AAA";

export function recordOf(fields: Readonly<Record<string, unknown>> = {}): RecordData {
    const all = {
        StageName: "Qualification",
        CloseDate: "2026-03-31",
        Amount: 1000,
        NextStep: "Call on Friday",
        LeadSource: "Web",
        HasOpportunityLineItem: true,
        PW_Line_Count__c: 1,
        PW_Unpriced_Lines__c: 0,
        PW_Lines_Without_List__c: 0,
        PW_Largest_Discount__c: 0,
        PW_Logged_Discount__c: null,
        PW_Approved_Discount__c: null,
        PW_Loss_Reason__c: null,
        ...fields
    };
    return {
        id: recordId,
        fields: Object.fromEntries(
            Object.entries(all)
                .filter(([, value]) => value !== undefined)
                .map(([name, value]) => [name, { value, displayValue: null }])
        )
    };
}

export type Node = Readonly<Record<string, unknown>>;

export function node(fields: Node): Node {
    const values = Object.entries(fields).map(([name, value]) => [name, { value }]);
    return { Id: "x", ...Object.fromEntries(values) };
}

export function stageNode(stage: string, position: number, kind = "open", recordType = "*"): Node {
    return node({ Stage__c: stage, Record_Type__c: recordType, Position__c: position, Kind__c: kind });
}

export const stageNodes: readonly Node[] = [
    stageNode("Prospecting", 1),
    stageNode("Proposal", 3),
    stageNode("Qualification", 2),
    stageNode("Closed Won", 4, "won"),
    stageNode("Closed Lost", 0, "lost")
];

const noScope: Node = {
    Record_Types__c: null,
    Minimum_Amount__c: null,
    Larger_Minimum__c: null,
    Larger_From_Position__c: null,
    Larger_From_Amount__c: null,
    Larger_Record_Types__c: null,
    Field__c: null
};

export function ruleNode(
    developerName: string,
    level: string | null,
    from: number | null = 1,
    minimum?: number,
    createdFrom?: string
): Node {
    return node({
        DeveloperName: developerName,
        Level__c: level,
        From_Position__c: from,
        Minimum__c: minimum ?? null,
        Tolerance__c: null,
        ...noScope,
        Created_From__c: createdFrom ?? null,
        Decision_Roles__c: null
    });
}

/** Products from Proposal on, contact roles from Qualification on, the close date always. */
export const ruleNodes: readonly Node[] = [
    ruleNode("Products_Present", "Block", 3),
    ruleNode("Contact_Roles_Present", "Warn", 2, 1),
    ruleNode("Close_Date_Not_Past", "Observe", 1)
];

export function roleNode(ContactId: string | null, Role: string | null, IsPrimary = false): Node {
    return node({ ContactId, Role, IsPrimary });
}

/** Undefined or null: the part is not in the data. */
export interface Parts {
    readonly roles?: readonly unknown[] | null;
    readonly exceptions?: readonly unknown[] | null;
    readonly stages?: readonly unknown[] | null;
    readonly rules?: readonly unknown[] | null;
}

/** An approved exception from products-present; Approver__r is another record. */
export function exceptionNode(fields: Node = {}, approver: string | null = "Ada Approver"): Node {
    const values = { Rule__c: "products-present", Status__c: "Approved", Expires_On__c: "2026-01-31", ...fields };
    return { ...node(values), Approver__r: approver === null ? null : node({ Name: approver }) };
}

export function dataOf({
    roles = [roleNode("003A", "Decision Maker")],
    exceptions = [],
    stages,
    rules
}: Parts = {}): unknown {
    return {
        uiapi: {
            query: {
                OpportunityContactRole: connection(roles),
                PW_Exception__c: connection(exceptions),
                PW_Stage__mdt: connection(stages === undefined ? stageNodes : stages),
                PW_Rule__mdt: connection(rules === undefined ? ruleNodes : rules)
            }
        }
    };
}

export function answerOf(parts: Parts = {}): GraphqlResult {
    return { data: dataOf(parts) };
}

function connection(nodes: readonly unknown[] | null): unknown {
    return nodes && { edges: nodes.map((each) => ({ node: each })) };
}
