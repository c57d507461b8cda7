import { decisionRoleNamed } from "../rules/decisionRoleNamed.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

testRule(
    decisionRoleNamed,
    { level: "Block", fromPosition: "5" },
    {
        met: [
            opportunity({ PW_Position__c: "5", PW_Decision_Roles__c: "1" }),
            opportunity({ PW_Position__c: "5", PW_Decision_Roles__c: "3" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ PW_Position__c: "5", PW_Decision_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", PW_Decision_Roles__c: "0" })
        ],
        notApplicable: [
            opportunity({ PW_Position__c: "4", PW_Decision_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Decision_Roles__c: "0" })
        ],
        unknown: [
            opportunity({ PW_Decision_Roles__c: null, PW_Stage_Stamp__c: null }),
            opportunity({ PW_Decision_Roles__c: undefined }),
            opportunity({ ...unlistedStage, PW_Decision_Roles__c: "0" })
        ]
    }
);
