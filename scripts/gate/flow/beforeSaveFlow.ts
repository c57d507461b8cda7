import type { WrittenFile } from "../../written/writtenFolder.ts";
import { triggeredFlowFile, type TriggeredFlow } from "./triggeredFlow.ts";

/** A flow that runs before a record is saved. */
export type BeforeSaveFlow = Omit<TriggeredFlow, "when" | "recordUpdates"> & { readonly entersWhen: string };

export function beforeSaveFlowFile(flow: BeforeSaveFlow): WrittenFile {
    return triggeredFlowFile({ ...flow, when: "beforeSave" });
}
