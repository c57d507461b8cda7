import type { WrittenFile } from "../../written/writtenFolder.ts";
import type { OverlayPlan } from "../overlayPlan.ts";
import { closeDateFlowFile } from "./closeDateFlow.ts";
import { copiedAlertsFlowFile } from "./copiedAlertsFlow.ts";

/** The flows of the alerts; none where they were not chosen. */
export function alertFiles({ modules, postLanguage }: OverlayPlan): WrittenFile[] {
    return modules.includes("alerts") ? [closeDateFlowFile(postLanguage), copiedAlertsFlowFile()] : [];
}
