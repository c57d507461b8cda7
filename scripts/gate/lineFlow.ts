import type { WrittenFile } from "../written/writtenFolder.ts";
import { beforeSaveFlowFile } from "./flow/beforeSaveFlow.ts";
import { assignment, formula } from "./flow/elements.ts";
import { listOfNames } from "./flow/listOfNames.ts";
import { ruleRecordReference } from "./spelling.ts";

const family = "TEXT({!$Record.PricebookEntry.Product2.Family})";
const exempt = `{!${ruleRecordReference("products-priced")}.Exempt_Families__c}`;

/**
 * The flow that marks a line whose product family needs no price. A roll-up can't read the product, so the line
 * carries the answer. The family comes through the price book entry: the line's own product isn't filled yet where
 * only the entry was given.
 */
export function lineFlowFile(): WrittenFile {
    return beforeSaveFlowFile({
        name: "PW_Stamp_Line",
        description:
            "Written from the rules. Marks an opportunity product whose family needs no sales price, as the record of the rule products-priced says.",
        object: "OpportunityLineItem",
        entersWhen: "OR(ISNEW(), ISCHANGED({!$Record.UnitPrice}), ISCHANGED({!$Record.Quantity}))",
        first: "Mark_The_Line",
        triggerOrder: 1500,
        assignments: [
            assignment(
                { name: "Mark_The_Line" },
                [{ to: "$Record.PW_Price_Exempt__c", value: { from: "needsNoPrice" } }],
                null
            )
        ],
        formulas: [
            formula(
                { name: "needsNoPrice" },
                "Boolean",
                `AND(NOT(ISBLANK(${family})), CONTAINS(${listOfNames(exempt)}, ";" & ${family} & ";"))`
            )
        ]
    });
}
