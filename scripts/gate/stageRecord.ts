import type { WrittenFile } from "../written/writtenFolder.ts";
import { customMetadataFile } from "./customMetadata.ts";
import type { PlacedProcessStage } from "./stages.ts";

/** The record of one stage, for one record type or, by "*", for all that have none of their own. */
export function stageRecordFile(recordType: string, stage: PlacedProcessStage): WrittenFile {
    const prefix = recordType === "*" ? "All" : recordType;
    return customMetadataFile("PW_Stage", `${prefix}_${asDeveloperName(stage.name)}`, stage.name, {
        Kind__c: stage.kind,
        Position__c: { number: stage.position },
        Record_Type__c: recordType,
        Stage__c: stage.name
    });
}

/** "Id. Decision Makers" → "Id_Decision_Makers". Names that differ only in other characters would collide. */
function asDeveloperName(stageName: string): string {
    return stageName.replaceAll(/[^A-Za-z0-9]+/g, "_").replaceAll(/^_+|_+$/g, "");
}
