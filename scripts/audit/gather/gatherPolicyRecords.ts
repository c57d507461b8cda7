import { z } from "zod";
import type { Artifact, RawException, RuleRecord, StageRecord } from "../gathered.ts";
import type { OrgReader } from "./orgReader.ts";
import { attempt, OrgRefusal } from "./refusal.ts";

const blankable = z.string().nullable();

const stageRowSchema = z.object({
    Record_Type__c: blankable,
    Stage__c: z.string(),
    Position__c: blankable,
    Kind__c: blankable
});

const ruleRowSchema = z.object({
    DeveloperName: z.string(),
    Level__c: blankable,
    From_Position__c: blankable,
    Minimum__c: blankable,
    Tolerance__c: blankable,
    Decision_Roles__c: blankable,
    Exempt_Families__c: blankable,
    Record_Types__c: blankable,
    Minimum_Amount__c: blankable,
    Larger_Minimum__c: blankable,
    Larger_From_Position__c: blankable,
    Larger_From_Amount__c: blankable,
    Larger_Record_Types__c: blankable,
    Field__c: blankable
});

const exceptionRowSchema = z.object({
    Opportunity__c: z.string(),
    Rule__c: z.string(),
    Status__c: blankable,
    Expires_On__c: blankable,
    Reason__c: blankable,
    Approver__r: z.object({ Name: blankable }).nullable()
});

/** PW_Stage__mdt; null where the type is not deployed. */
export function gatherStageRecords(reader: OrgReader): Promise<Artifact<StageRecord[] | null>> {
    return attempt(async () => {
        const rows = await queryIfDeployed(reader, selectionOf("PW_Stage__mdt", stageRowSchema));
        return rows === null
            ? null
            : z
                  .array(stageRowSchema)
                  .parse(rows)
                  .map((row) => ({
                      recordType: row.Record_Type__c ?? "*",
                      stage: row.Stage__c,
                      position: row.Position__c,
                      kind: row.Kind__c
                  }));
    });
}

/** PW_Rule__mdt; null where the type is not deployed. */
export function gatherRuleRecords(reader: OrgReader): Promise<Artifact<RuleRecord[] | null>> {
    return attempt(async () => {
        const rows = await queryIfDeployed(reader, selectionOf("PW_Rule__mdt", ruleRowSchema));
        return rows === null
            ? null
            : z
                  .array(ruleRowSchema)
                  .parse(rows)
                  .map((row) => ({
                      developerName: row.DeveloperName,
                      level: row.Level__c,
                      fromPosition: row.From_Position__c,
                      minimum: row.Minimum__c,
                      tolerance: row.Tolerance__c,
                      decisionRoles: row.Decision_Roles__c,
                      exemptFamilies: row.Exempt_Families__c,
                      recordTypes: row.Record_Types__c,
                      minimumAmount: row.Minimum_Amount__c,
                      largerMinimum: row.Larger_Minimum__c,
                      largerFromPosition: row.Larger_From_Position__c,
                      largerFromAmount: row.Larger_From_Amount__c,
                      largerRecordTypes: row.Larger_Record_Types__c,
                      field: row.Field__c
                  }));
    });
}

/** PW_Exception__c that have not expired on `asOf`; null where the object is not deployed. */
export function gatherExceptions(reader: OrgReader, asOf: string): Promise<Artifact<RawException[] | null>> {
    return attempt(async () => {
        const rows = await queryIfDeployed(
            reader,
            `SELECT Opportunity__c, Rule__c, Status__c, Expires_On__c, Reason__c, Approver__r.Name FROM PW_Exception__c WHERE Expires_On__c >= ${asOf} ORDER BY Name`
        );
        return rows === null
            ? null
            : z
                  .array(exceptionRowSchema)
                  .parse(rows)
                  .map((row) => ({
                      opportunityId: row.Opportunity__c,
                      ruleId: row.Rule__c,
                      status: row.Status__c,
                      expiresOn: row.Expires_On__c,
                      approver: row.Approver__r?.Name ?? null,
                      reason: row.Reason__c
                  }));
    });
}

function selectionOf(type: string, { shape }: { readonly shape: object }): string {
    return `SELECT ${Object.keys(shape).join(", ")} FROM ${type} ORDER BY DeveloperName`;
}

async function queryIfDeployed(reader: OrgReader, soql: string): Promise<unknown[] | null> {
    try {
        return await reader.query(soql);
    } catch (error) {
        if (error instanceof OrgRefusal && error.errorCode === "INVALID_TYPE") {
            return null;
        }
        throw error;
    }
}
