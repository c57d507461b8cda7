import { primaryContactSet } from "../rules/primaryContactSet.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    primaryContactSet,
    { level: "Block", fromPosition: "3" },
    {
        met: [
            opportunity({ PW_Position__c: "3", PW_Primary_Roles__c: "1" }),
            opportunity({ PW_Position__c: "3", PW_Primary_Roles__c: "2" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ PW_Position__c: "3", PW_Primary_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", PW_Primary_Roles__c: "0" })
        ],
        notApplicable: [
            opportunity({ PW_Position__c: "2", PW_Primary_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Primary_Roles__c: "0" })
        ],
        unknown: [
            opportunity({ PW_Primary_Roles__c: null, PW_Stage_Stamp__c: null }),
            opportunity({ PW_Primary_Roles__c: undefined }),
            opportunity({ ...unlistedStage, PW_Primary_Roles__c: "0" })
        ]
    }
);
