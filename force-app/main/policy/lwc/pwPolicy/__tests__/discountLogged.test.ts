import { discountLogged } from "../rules/discountLogged.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    discountLogged,
    { level: "Block", fromPosition: "6", minimum: "10", tolerance: "0.5" },
    {
        met: [
            opportunity({ PW_Logged_Discount__c: "12.50" }),
            opportunity({ PW_Logged_Discount__c: "12.00" }),
            opportunity({ PW_Logged_Discount__c: "40" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", PW_Logged_Discount__c: "12.50" })
        ],
        unmet: [
            opportunity({ PW_Logged_Discount__c: null }),
            opportunity({ PW_Logged_Discount__c: "0" }),
            opportunity({ PW_Logged_Discount__c: "11.99" }),
            opportunity({ PW_Largest_Discount__c: "10", PW_Logged_Discount__c: "9.49" }),
            opportunity({ PW_Logged_Discount__c: "5", PW_Lines_Without_List__c: "1" })
        ],
        notApplicable: [
            opportunity({ PW_Largest_Discount__c: "9.99", PW_Logged_Discount__c: null }),
            opportunity({ PW_Largest_Discount__c: null, PW_Logged_Discount__c: null }),
            opportunity({ PW_Position__c: "5", PW_Logged_Discount__c: null }),
            opportunity({ HasOpportunityLineItem: false, PW_Line_Count__c: null, PW_Largest_Discount__c: null }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Logged_Discount__c: null })
        ],
        unknown: [
            opportunity({ PW_Logged_Discount__c: undefined }),
            opportunity({ PW_Largest_Discount__c: "0", PW_Lines_Without_List__c: "1" }),
            opportunity({ PW_Logged_Discount__c: "12.50", PW_Lines_Without_List__c: "2" }),
            opportunity({ PW_Line_Count__c: null, PW_Largest_Discount__c: null, PW_Logged_Discount__c: null }),
            opportunity({ ...unlistedStage, PW_Logged_Discount__c: null })
        ]
    }
);
