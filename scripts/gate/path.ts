import { stageGuideOf, type Language, type StageGuide } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { stagesFor, type OverlayPlan } from "./overlayPlan.ts";
import type { PlacedProcessStage } from "./stages.ts";
import { escapeText, metadataXml, type XmlElements } from "./xml.ts";

/** Salesforce Help, "Considerations and Guidelines for Creating Paths": of the key fields of a step. */
const mostFields = 5;

/** Stands for opportunities without a record type. */
const master = "__MASTER__";

/**
 * The Path of each record type, or the master's where there are none, with each stage's goal, exit criteria and key
 * fields. An org takes one for a record type: who has one already keeps it. Guidance on a Path can't be translated, so
 * it is in the language that the org posts in.
 */
export function pathFiles(plan: OverlayPlan): WrittenFile[] {
    if (!plan.hasPath) {
        return [];
    }
    const recordTypes = plan.hasRecordTypes ? plan.recordTypes : [master];
    return recordTypes.map((recordType) => pathFile(recordType, stagesFor(plan, recordType), plan.postLanguage));
}

function pathFile(recordType: string, stages: readonly PlacedProcessStage[], language: Language): WrittenFile {
    const name = recordType === master ? "PW_Path" : `PW_Path_${recordType}`;
    return {
        path: `pathAssistants/${name}.pathAssistant-meta.xml`,
        content: metadataXml("PathAssistant", {
            active: "true",
            entityName: "Opportunity",
            fieldName: "StageName",
            masterLabel: recordType === master ? "Pipewright Path" : `Pipewright Path ${recordType}`,
            pathAssistantSteps: stages.flatMap((stage) => {
                const guide = stage.guide ?? stageGuideOf(stage.name, stage.kind);
                return guide === null ? [] : [stepOf(stage.name, guide, language)];
            }),
            recordTypeName: recordType
        })
    };
}

function stepOf(stage: string, { texts, keyFields }: StageGuide, language: Language): XmlElements {
    const { goal, exitCriteria } = texts[language] ?? texts.en;
    const criteria = exitCriteria.map((criterion) => `<li>${escapeText(criterion)}</li>`).join("");
    const info = [goal && `<p>${escapeText(goal)}</p>`, criteria && `<ul>${criteria}</ul>`].join("");
    return {
        ...(keyFields.length === 0 ? {} : { fieldNames: keyFields.slice(0, mostFields) }),
        ...(info === "" ? {} : { info }),
        picklistValueName: stage
    };
}
