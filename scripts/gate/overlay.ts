import {
    developerName,
    positionFromProbability,
    rules,
    standardBands,
    standardDecisionRoles,
    type RecordRule
} from "c/pwPolicy";
import { contactRoleFlowFiles } from "./contactRoleFlows.ts";
import { bandFiles } from "./decisions/bandFiles.ts";
import { postDecisionFlowFile } from "./decisions/postDecisionFlow.ts";
import { stampDecisionFlowFile } from "./decisions/stampDecisionFlow.ts";
import { supersedeDecisionsFlowFile } from "./decisions/supersedeDecisionsFlow.ts";
import { customMetadataFile, type CustomMetadataValue } from "./customMetadata.ts";
import { lineFlowFile } from "./lineFlow.ts";
import { noteFlowFile } from "./noteFlow.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { placeIn, type PlacedProcessStage, type ProcessStage } from "./stages.ts";
import { stampFlowFile } from "./stampFlow.ts";
import { validationRuleFile } from "./validationRule.ts";

/** Everything the overlay says for one sales process that serves every record type. */
export function overlayFiles(stages: readonly ProcessStage[]): WrittenFile[] {
    const placed = placeIn(stages);
    const recordRules = rules.filter((rule) => rule.kind === "record");
    return [
        ...placed.map(stageRecordFile),
        ...recordRules.map((rule) => ruleRecordFile(rule, placed)),
        ...recordRules.map(validationRuleFile),
        stampFlowFile(recordRules),
        ...contactRoleFlowFiles(recordRules),
        lineFlowFile(),
        noteFlowFile(recordRules),
        ...bandFiles(standardBands),
        stampDecisionFlowFile(),
        postDecisionFlowFile(),
        supersedeDecisionsFlowFile(recordRules)
    ];
}

function stageRecordFile(stage: PlacedProcessStage): WrittenFile {
    return customMetadataFile("PW_Stage", `All_${asDeveloperName(stage.name)}`, stage.name, {
        Kind__c: stage.kind,
        Position__c: { number: stage.position },
        Record_Type__c: "*",
        Stage__c: stage.name
    });
}

function ruleRecordFile(rule: RecordRule, stages: readonly PlacedProcessStage[]): WrittenFile {
    const { level, fromProbability, minimum, tolerance } = rule.defaults;
    const fromPosition = positionFromProbability(stages, fromProbability);
    const values: Record<string, CustomMetadataValue> = {
        Created_From__c: null,
        Decision_Roles__c: rule.id === "decision-role-named" ? standardDecisionRoles.join(";") : null,
        Exempt_Families__c: null,
        From_Position__c: fromPosition === null ? null : { number: fromPosition },
        Level__c: level,
        Minimum__c: minimum === undefined ? null : { number: minimum },
        Tolerance__c: tolerance === undefined ? null : { number: tolerance }
    };
    return customMetadataFile("PW_Rule", developerName(rule.id), rule.words.en.title, values);
}

/** "Id. Decision Makers" → "Id_Decision_Makers". Names that differ only in other characters would collide. */
function asDeveloperName(stageName: string): string {
    return stageName.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
}
