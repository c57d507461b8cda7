import { closeDateNotPast } from "../rules/closeDateNotPast.ts";
import { opportunity, testRule, today, unlistedStage } from "./testRule.ts";

testRule(
    closeDateNotPast,
    { level: "Block", fromPosition: "1" },
    {
        met: [
            opportunity({ CloseDate: today }),
            opportunity({ CloseDate: "2026-01-02" }),
            opportunity({ CloseDate: "2030-12-31" })
        ],
        unmet: [
            opportunity({ CloseDate: "2025-12-31" }),
            opportunity({ CloseDate: "1999-01-01", PW_Position__c: "1" }),
            opportunity({ CloseDate: null })
        ],
        notApplicable: [
            opportunity({ CloseDate: "2025-12-31", PW_Kind__c: "won", PW_Position__c: "9" }),
            opportunity({ CloseDate: "2025-12-31", PW_Kind__c: "lost", PW_Position__c: "0" })
        ],
        unknown: [opportunity({ CloseDate: undefined }), opportunity({ CloseDate: "2025-12-31", ...unlistedStage })]
    }
);
