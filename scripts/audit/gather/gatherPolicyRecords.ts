import { z } from "zod";
import type { Artifact, RuleRecord, StageRecord } from "../gathered.ts";
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
    Exempt_Families__c: blankable
});

/** PW_Stage__mdt; null where the type is not deployed. */
export function gatherStageRecords(reader: OrgReader): Promise<Artifact<StageRecord[] | null>> {
    return attempt(async () => {
        const rows = await queryIfDeployed(reader, "PW_Stage__mdt", Object.keys(stageRowSchema.shape));
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
        const rows = await queryIfDeployed(reader, "PW_Rule__mdt", Object.keys(ruleRowSchema.shape));
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
                      exemptFamilies: row.Exempt_Families__c
                  }));
    });
}

async function queryIfDeployed(
    reader: OrgReader,
    object: string,
    fields: readonly string[]
): Promise<unknown[] | null> {
    try {
        return await reader.query(`SELECT ${fields.join(", ")} FROM ${object} ORDER BY DeveloperName`);
    } catch (error) {
        if (error instanceof OrgRefusal && error.errorCode === "INVALID_TYPE") {
            return null;
        }
        throw error;
    }
}
