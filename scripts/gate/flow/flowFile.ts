import type { WrittenFile } from "../../written/writtenFolder.ts";
import { metadataXml, type XmlElements } from "../xml.ts";

/** What a flow holds, whatever starts it. */
export interface FlowBody {
    /** "PW_Note_Move", labelled "PW Note Move". */
    readonly name: string;
    readonly description: string;
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

/** An active flow. `triggerOrder` is null where no save starts it. */
export function flowFile(flow: FlowBody, start: XmlElements, triggerOrder: number | null): WrittenFile {
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
            start,
            status: "Active",
            ...(textTemplates.length > 0 ? { textTemplates } : {}),
            ...(triggerOrder === null ? {} : { triggerOrder: String(triggerOrder) }),
            ...(variables.length > 0 ? { variables } : {})
        })
    };
}
