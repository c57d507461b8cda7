import type { WrittenFile } from "../written/writtenFolder.ts";
import { customMetadataFile } from "./customMetadata.ts";
import { stageRecordName } from "./stageRecordName.ts";
import type { PlacedProcessStage } from "./stages.ts";

/** The record of one stage, for one record type or, by "*", for all that have none of their own. */
export function stageRecordFile(recordType: string, stage: PlacedProcessStage): WrittenFile {
    return customMetadataFile("PW_Stage", stageRecordName(recordType, stage.name), stage.name, {
        Kind__c: stage.kind,
        Position__c: { number: stage.position },
        Record_Type__c: recordType,
        Stage__c: stage.name
    });
}
