import { stageGuideOf, type StageGuide } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { customMetadataFile, customMetadataPath, type CustomMetadataValue } from "./customMetadata.ts";
import { hashedName, stageRecordName } from "./stageRecordName.ts";
import type { PlacedProcessStage } from "./stages.ts";

/** The record of one stage, for one record type or, by "*", for all that have none of their own. */
export function stageRecordFile(
    recordType: string,
    stage: PlacedProcessStage,
    name: string = stageRecordName(recordType, stage.name)
): WrittenFile {
    return customMetadataFile("PW_Stage", name, labelOf(stage.name), {
        ...guideValues(stage.guide ?? stageGuideOf(stage.name, stage.kind)),
        Kind__c: stage.kind,
        Position__c: { number: stage.position },
        Record_Type__c: recordType,
        Stage__c: stage.name
    });
}

/** Where that record may be kept, below the overlay's folder: by its hash where another has its name. */
export function stageRecordPaths(recordType: string, stage: string): readonly string[] {
    return [hashedName(recordType, stage), stageRecordName(recordType, stage)].map((name) =>
        customMetadataPath("PW_Stage", name)
    );
}

/** A record's label has 40 characters at most, a stage's name 255; Stage__c has it whole. */
function labelOf(stage: string): string {
    const cut = stage.slice(0, 40);
    // Not half of a letter that takes two.
    return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}

/** Blank for a stage without a guide: the panel then shows none. */
function guideValues(guide: StageGuide | null): Record<string, CustomMetadataValue> {
    const { en, zh_TW, zh_CN } = guide?.texts ?? {};
    return {
        Exit_Criteria__c: linesOf(en?.exitCriteria),
        Exit_Criteria_zh_CN__c: linesOf(zh_CN?.exitCriteria),
        Exit_Criteria_zh_TW__c: linesOf(zh_TW?.exitCriteria),
        Goal__c: orBlank(en?.goal),
        Goal_zh_CN__c: orBlank(zh_CN?.goal),
        Goal_zh_TW__c: orBlank(zh_TW?.goal),
        Key_Fields__c: orBlank(guide?.keyFields.join(";"))
    };
}

function linesOf(criteria: readonly string[] | undefined): string | null {
    return orBlank(criteria?.join("\n"));
}

function orBlank(text: string | undefined): string | null {
    return text === undefined || text === "" ? null : text;
}
