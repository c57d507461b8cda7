import type { WrittenFile } from "../../written/writtenFolder.ts";
import { metadataXml, type XmlElements } from "../xml.ts";

/** A flow that runs before a record is saved. */
export interface BeforeSaveFlow {
    /** "PW_Note_Move", labelled "PW Note Move". */
    readonly name: string;
    readonly description: string;
    readonly object: "Opportunity" | "OpportunityLineItem";
    /** The entry condition. */
    readonly entersWhen: string;
    readonly first: string;
    /** 1 to 2000; flows without one run between 1000 and 1001. */
    readonly triggerOrder: number;
    readonly assignments: readonly XmlElements[];
    readonly decisions?: readonly XmlElements[];
    readonly formulas: readonly XmlElements[];
    readonly loops?: readonly XmlElements[];
    readonly recordLookups?: readonly XmlElements[];
    readonly variables?: readonly XmlElements[];
}

export function beforeSaveFlowFile(flow: BeforeSaveFlow): WrittenFile {
    const { name, assignments, decisions = [], formulas, loops = [], recordLookups = [], variables = [] } = flow;
    const label = name.replaceAll("_", " ");
    return {
        path: `flows/${name}.flow-meta.xml`,
        content: metadataXml("Flow", {
            apiVersion: "66.0",
            assignments,
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
            start: {
                locationX: "0",
                locationY: "0",
                connector: { targetReference: flow.first },
                filterFormula: flow.entersWhen,
                object: flow.object,
                recordTriggerType: "CreateAndUpdate",
                triggerType: "RecordBeforeSave"
            },
            status: "Active",
            triggerOrder: String(flow.triggerOrder),
            ...(variables.length > 0 ? { variables } : {})
        })
    };
}
