import type { FlowTest } from "../flowTests/flowTestFile.ts";
import { someDeal } from "../flowTests/stampTests.ts";
import { toldFields } from "./copiedAlertsFlow.ts";

/** The format takes no flows that run by the clock. */
export const alertTests: readonly FlowTest[] = [
    {
        name: "PW_Clone_Was_Never_Told",
        flow: "PW_Forget_Copied_Alerts",
        description: "Of a clone nobody was told yet, whatever was told of the opportunity that it copies.",
        initial: { ...someDeal, [toldFields.due]: "2026-01-31", [toldFields.overdue]: "2026-01-31" },
        expects: Object.values(toldFields).map((field) => ({
            field,
            is: null,
            message: "A new opportunity says that somebody was told of its close date."
        }))
    }
];
