import { productsPriced } from "../rules/productsPriced.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    productsPriced,
    { level: "Block", fromPosition: "6" },
    {
        met: [
            opportunity(),
            opportunity({ PW_Unpriced_Lines__c: null }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ PW_Unpriced_Lines__c: "1" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", PW_Unpriced_Lines__c: "3" })
        ],
        notApplicable: [
            opportunity({ PW_Position__c: "5", PW_Unpriced_Lines__c: "1" }),
            opportunity({ HasOpportunityLineItem: false, PW_Line_Count__c: "0" }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Unpriced_Lines__c: "1" })
        ],
        unknown: [
            opportunity({ PW_Unpriced_Lines__c: undefined }),
            opportunity({ PW_Line_Count__c: null, PW_Unpriced_Lines__c: null }),
            opportunity({ PW_Line_Count__c: "0" }),
            opportunity({ ...unlistedStage })
        ]
    }
);
