import type { WrittenFile } from "../../written/writtenFolder.ts";
import { beforeSaveFlowFile } from "../flow/beforeSaveFlow.ts";
import { assignment, variable } from "../flow/elements.ts";

/** Which close date the owner was told of, by alert. */
export const toldFields = { due: "PW_Due_Alert_For__c", overdue: "PW_Overdue_Alert_For__c" } as const;

/** The flow that forgets the alerts of the opportunity that a new one is cloned from: nobody was told of the new one. */
export function copiedAlertsFlowFile(): WrittenFile {
    const isCopied = Object.values(toldFields).map((field) => `NOT(ISBLANK({!$Record.${field}}))`);
    return beforeSaveFlowFile({
        name: "PW_Forget_Copied_Alerts",
        description:
            "Written with the alerts. A clone copies which close date its owner was told of; a new opportunity starts without.",
        object: "Opportunity",
        entersWhen: `AND(ISNEW(), OR(${isCopied.join(", ")}))`,
        first: "Forget_What_Was_Copied",
        triggerOrder: 1500,
        assignments: [
            assignment(
                { name: "Forget_What_Was_Copied" },
                Object.values(toldFields).map((field) => ({ to: `$Record.${field}`, value: { from: "noDate" } })),
                null
            )
        ],
        formulas: [],
        variables: [variable({ name: "noDate", description: "Never given a value: stands for a blank date." }, "Date")]
    });
}
