import type { Condition } from "./condition.ts";
import type { FactName } from "./facts.ts";

/** Some line is discounted by the minimum set for the rule or more, from its position on. */
export const isDiscounted: Condition = {
    all: [
        { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
        { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" },
        { flag: "HasOpportunityLineItem", is: true },
        {
            any: [
                {
                    number: "PW_Largest_Discount__c",
                    is: "atLeast",
                    than: { setting: "minimum" },
                    whenBlank: "zero"
                },
                // A line whose discount can't be known may have one that is large enough.
                {
                    number: "PW_Lines_Without_List__c",
                    is: "above",
                    than: { literal: "0" },
                    whenBlank: "zero",
                    holds: "unknown"
                },
                // Lines that no roll-up has counted yet can't be judged.
                {
                    number: "PW_Line_Count__c",
                    is: "atMost",
                    than: { literal: "0" },
                    whenBlank: "zero",
                    holds: "unknown"
                }
            ]
        }
    ]
};

/** The discount that the fact keeps covers the largest one of a line, within the tolerance set for the rule. */
export function coversLargestDiscount(fact: FactName): Condition {
    return {
        all: [
            {
                number: fact,
                is: "atLeast",
                than: { fact: "PW_Largest_Discount__c", lessTolerance: "tolerance" },
                whenBlank: "zero"
            },
            {
                number: "PW_Lines_Without_List__c",
                is: "atMost",
                than: { literal: "0" },
                whenBlank: "zero",
                otherwise: "unknown"
            }
        ]
    };
}
