import { amountHasProducts } from "../rules/amountHasProducts.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    amountHasProducts,
    { level: "Block", fromPosition: "4" },
    {
        met: [
            opportunity(),
            opportunity({ PW_Position__c: "4" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ HasOpportunityLineItem: false }),
            opportunity({ PW_Position__c: "4", Amount: "0.01", HasOpportunityLineItem: false }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", HasOpportunityLineItem: false })
        ],
        notApplicable: [
            opportunity({ Amount: null, HasOpportunityLineItem: false }),
            opportunity({ Amount: "0", HasOpportunityLineItem: false }),
            opportunity({ PW_Position__c: "3", HasOpportunityLineItem: false }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", HasOpportunityLineItem: false })
        ],
        unknown: [
            opportunity({ Amount: undefined, HasOpportunityLineItem: false }),
            opportunity({ HasOpportunityLineItem: undefined }),
            opportunity({ ...unlistedStage, HasOpportunityLineItem: false })
        ]
    }
);
