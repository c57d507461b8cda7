import { leadSourceSet } from "../rules/leadSourceSet.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    leadSourceSet,
    { level: "Block", fromPosition: "1" },
    {
        met: [
            opportunity(),
            opportunity({ PW_Position__c: "1" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ LeadSource: null }),
            opportunity({ PW_Position__c: "1", LeadSource: null }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", LeadSource: null })
        ],
        notApplicable: [opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", LeadSource: null })],
        unknown: [opportunity({ LeadSource: undefined }), opportunity({ ...unlistedStage, LeadSource: null })]
    }
);
