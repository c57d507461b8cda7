import type { WrittenFile } from "../../written/writtenFolder.ts";
import type { XmlElements } from "../xml.ts";
import { flowFile, type FlowBody } from "./flowFile.ts";

/** When a flow runs. After the commit it can neither hold up nor refuse the save that started it. */
export type Moment = "beforeSave" | "afterSave" | "afterCommit" | "beforeDelete";

/** A flow that a record starts. */
export interface TriggeredFlow extends FlowBody {
    readonly when: Moment;
    readonly object: "Opportunity" | "OpportunityLineItem" | "OpportunityContactRole" | "PW_Decision__c";
    /** The entry condition; before a deletion there is none. */
    readonly entersWhen?: string;
    readonly first: string;
    /** 1 to 2000; flows without one run between 1000 and 1001. */
    readonly triggerOrder: number;
}

export function triggeredFlowFile(flow: TriggeredFlow): WrittenFile {
    return flowFile(flow, startOf(flow), flow.triggerOrder);
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
