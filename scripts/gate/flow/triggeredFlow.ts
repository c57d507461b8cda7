import type { WrittenFile } from "../../written/writtenFolder.ts";
import { metadataXml, type XmlElements } from "../xml.ts";

/** When a flow runs. After the commit it can neither hold up nor refuse the save that started it. */
export type Moment = "beforeSave" | "afterSave" | "afterCommit" | "beforeDelete";

/** A flow that a record starts. */
export interface TriggeredFlow {
    readonly when: Moment;
    /** "PW_Note_Move", labelled "PW Note Move". */
    readonly name: string;
    readonly description: string;
    readonly object: "Opportunity" | "OpportunityLineItem" | "OpportunityContactRole" | "PW_Decision__c";
    /** The entry condition; before a deletion there is none. */
    readonly entersWhen?: string;
    readonly first: string;
    /** 1 to 2000; flows without one run between 1000 and 1001. */
    readonly triggerOrder: number;
    readonly actionCalls?: readonly XmlElements[];
    readonly assignments: readonly XmlElements[];
    readonly customErrors?: readonly XmlElements[];
    readonly decisions?: readonly XmlElements[];
    readonly formulas: readonly XmlElements[];
    readonly loops?: readonly XmlElements[];
    readonly recordLookups?: readonly XmlElements[];
    readonly recordUpdates?: readonly XmlElements[];
    readonly textTemplates?: readonly XmlElements[];
    readonly variables?: readonly XmlElements[];
}

export function triggeredFlowFile(flow: TriggeredFlow): WrittenFile {
    const { name, assignments, decisions = [], formulas, loops = [], recordLookups = [] } = flow;
    const { actionCalls = [], customErrors = [], recordUpdates = [], textTemplates = [] } = flow;
    const { variables = [] } = flow;
    const label = name.replaceAll("_", " ");
    return {
        path: `flows/${name}.flow-meta.xml`,
        content: metadataXml("Flow", {
            ...(actionCalls.length > 0 ? { actionCalls } : {}),
            apiVersion: "66.0",
            assignments,
            ...(customErrors.length > 0 ? { customErrors } : {}),
            ...(decisions.length > 0 ? { decisions } : {}),
            description: flow.description,
            environments: "Default",
            formulas,
            interviewLabel: `${label} {!$Flow.CurrentDateTime}`,
            label,
            ...(loops.length > 0 ? { loops } : {}),
            processMetadataValues: [
                { name: "BuilderType", value: { stringValue: "LightningFlowBuilder" } },
                { name: "CanvasMode", value: { stringValue: "AUTO_LAYOUT_CANVAS" } }
            ],
            processType: "AutoLaunchedFlow",
            ...(recordLookups.length > 0 ? { recordLookups } : {}),
            ...(recordUpdates.length > 0 ? { recordUpdates } : {}),
            start: startOf(flow),
            status: "Active",
            ...(textTemplates.length > 0 ? { textTemplates } : {}),
            triggerOrder: String(flow.triggerOrder),
            ...(variables.length > 0 ? { variables } : {})
        })
    };
}

function startOf({ when, object, entersWhen, first }: TriggeredFlow): XmlElements {
    const toFirst = { connector: { targetReference: first } };
    const entry: XmlElements = entersWhen === undefined ? {} : { filterFormula: entersWhen };
    const nowhere = { locationX: "0", locationY: "0" };
    const triggers = {
        beforeSave: { recordTriggerType: "CreateAndUpdate", triggerType: "RecordBeforeSave" },
        afterSave: { recordTriggerType: "CreateAndUpdate", triggerType: "RecordAfterSave" },
        beforeDelete: { recordTriggerType: "Delete", triggerType: "RecordBeforeDelete" },
        afterCommit: {
            recordTriggerType: "CreateAndUpdate",
            scheduledPaths: { ...toFirst, pathType: "AsyncAfterCommit" },
            triggerType: "RecordAfterSave"
        }
    };
    return { ...nowhere, ...(when === "afterCommit" ? {} : toFirst), ...entry, object, ...triggers[when] };
}
