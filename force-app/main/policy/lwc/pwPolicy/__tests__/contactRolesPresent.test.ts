import { contactRolesPresent } from "../rules/contactRolesPresent.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

const analysis = { StageName: "Needs Analysis", PW_Position__c: "3" };

testRule(
    contactRolesPresent,
    { level: "Block", fromPosition: "3", minimum: "2" },
    {
        met: [
            opportunity({ ...analysis, PW_Contact_Roles__c: "2" }),
            opportunity({ ...analysis, PW_Contact_Roles__c: "10" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ ...analysis, PW_Contact_Roles__c: "1" }),
            opportunity({ ...analysis, PW_Contact_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "won", PW_Position__c: "9", PW_Contact_Roles__c: "1" })
        ],
        notApplicable: [
            opportunity({ PW_Position__c: "2", PW_Contact_Roles__c: "0" }),
            opportunity({ PW_Kind__c: "lost", PW_Position__c: "0", PW_Contact_Roles__c: "0" })
        ],
        unknown: [
            opportunity({ ...analysis, PW_Contact_Roles__c: null, PW_Stage_Stamp__c: null }),
            opportunity({ ...analysis, PW_Contact_Roles__c: undefined }),
            opportunity({ ...unlistedStage, PW_Contact_Roles__c: "0" })
        ]
    }
);
