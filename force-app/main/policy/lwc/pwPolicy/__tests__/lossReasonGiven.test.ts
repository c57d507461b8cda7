import { lossReasonGiven } from "../rules/lossReasonGiven.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    lossReasonGiven,
    { level: "Block" },
    {
        met: [opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Loss_Reason__c: "Price" })],
        unmet: [opportunity({ PW_Kind__c: "lost", PW_Position__c: "0" })],
        notApplicable: [opportunity(), opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })],
        unknown: [
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Loss_Reason__c: undefined }),
            opportunity({ ...unlistedStage })
        ]
    }
);
