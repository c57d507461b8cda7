import { assignment, formula, getRecords, loop, variable } from "./flow/elements.ts";

const exception = "For_Each_Exception";

/** The element that begins the list. */
export const firstOfExemptRules = "Get_Exceptions";

/** The field of the opportunity that keeps the list, and the variable in which a flow has made it: ";id;id;" or blank. */
export const exemptRulesField = { PW_Exempt_Rules__c: "exemptRules" } as const;

/**
 * The elements that list the rules which approved exceptions of the opportunity set aside today: one query, and `next`
 * goes on. Each id is listed once, so that all of them together fit into the field.
 */
export function listExemptRules(next: string) {
    return {
        assignments: [
            assignment(
                { name: "List_The_Rule" },
                [{ to: "exemptRules", value: { from: "exemptRulesWithThis" } }],
                exception
            )
        ],
        formulas: [
            formula({ name: "exemptRule" }, "String", `TEXT({!${exception}.Rule__c})`),
            formula(
                { name: "exemptRulesWithThis" },
                "String",
                'IF(ISBLANK({!exemptRules}), ";" & {!exemptRule} & ";", IF(CONTAINS({!exemptRules}, ";" & {!exemptRule} & ";"), {!exemptRules}, {!exemptRules} & {!exemptRule} & ";"))'
            )
        ],
        loops: [loop({ name: exception }, firstOfExemptRules, "List_The_Rule", next)],
        recordLookups: [getExceptions()],
        variables: [variable({ name: "exemptRules" }, "String")]
    };
}

function getExceptions() {
    return getRecords(
        { name: firstOfExemptRules, description: "Approved, and not past their last day." },
        {
            object: "PW_Exception__c",
            where: [
                ["Opportunity__c", "EqualTo", { from: "$Record.Id" }],
                ["Status__c", "EqualTo", { text: "Approved" }],
                ["Expires_On__c", "GreaterThanOrEqualTo", { from: "$Flow.CurrentDate" }]
            ],
            fields: ["Rule__c"],
            sortedBy: "Rule__c"
        },
        exception
    );
}
