import { nextStepFilled } from "../rules/nextStepFilled.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    nextStepFilled,
    { level: "Block", fromPosition: "3" },
    {
        met: [opportunity(), opportunity({ PW_Position__c: "3" })],
        unmet: [opportunity({ NextStep: null }), opportunity({ PW_Position__c: "3", NextStep: null })],
        notApplicable: [
            opportunity({ PW_Position__c: "2", NextStep: null }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", NextStep: null }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", NextStep: null })
        ],
        unknown: [opportunity({ NextStep: undefined }), opportunity({ ...unlistedStage, NextStep: null })]
    }
);
