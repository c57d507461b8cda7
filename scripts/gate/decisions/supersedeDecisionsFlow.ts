import type { RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import { assignment, formula, variable } from "../flow/elements.ts";
import { triggeredFlowFile } from "../flow/triggeredFlow.ts";
import { updateRecordsWhere } from "../flow/updateRecordsWhere.ts";
import { gateInUse, isTheGateInUse } from "../gateInUse.ts";
import { ruleRecordReference } from "../spelling.ts";

const largest = "$Record.PW_Largest_Discount__c";
const logged = ruleRecordReference("discount-logged");

/**
 * The flow that supersedes decisions on smaller discounts once the largest discount of an opportunity rises above
 * them. The rules look at the numbers, not at the status: a decision that it missed lets nothing pass.
 */
export function supersedeDecisionsFlowFile(rules: readonly RecordRule[]): WrittenFile {
    const inUse = gateInUse(
        rules.filter(({ practice }) => practice === "discounts"),
        {
            next: "Supersede_Smaller_Ones",
            description: "While the gate is off, or every rule on discounts, the flow leaves before its first query."
        }
    );
    return triggeredFlowFile({
        when: "afterSave",
        name: "PW_Supersede_Decisions",
        description:
            "Written from the rules. When the largest discount of an opportunity rises, decisions on smaller ones are superseded, so that nobody takes an old approval for one of the new discount.",
        object: "Opportunity",
        entersWhen: `AND(NOT(ISNEW()), ISCHANGED({!${largest}}), {!${largest}} > BLANKVALUE(PRIORVALUE({!${largest}}), 0))`,
        first: isTheGateInUse,
        triggerOrder: 1500,
        assignments: [
            assignment(
                {
                    name: "Leave_Them",
                    description: "The line is worth more than the status of a decision that no rule counts any more."
                },
                [{ to: "problem", value: { from: "$Flow.FaultMessage" } }],
                null
            )
        ],
        decisions: [inUse.decision],
        formulas: [
            inUse.formula,
            {
                ...formula(
                    { name: "stillCovered", description: "Decisions on less than this no longer cover the discount." },
                    "Number",
                    `{!${largest}} - BLANKVALUE({!${logged}.Tolerance__c}, 0)`
                ),
                scale: "2"
            }
        ],
        recordUpdates: [
            updateRecordsWhere(
                { name: "Supersede_Smaller_Ones" },
                {
                    object: "PW_Decision__c",
                    where: [
                        ["Opportunity__c", "EqualTo", { from: "$Record.Id" }],
                        ["Kind__c", "EqualTo", { text: "Discount" }],
                        ["Percent__c", "LessThan", { from: "stillCovered" }],
                        ["Status__c", "NotEqualTo", { text: "Rejected" }],
                        ["Status__c", "NotEqualTo", { text: "Superseded" }]
                    ]
                },
                { Status__c: { text: "Superseded" } },
                "Leave_Them"
            )
        ],
        variables: [variable({ name: "problem", description: "Why the decisions could not be saved." }, "String")]
    });
}
