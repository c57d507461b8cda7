import { productsPresent } from "../rules/productsPresent.ts";
import { opportunity, testRule, unlistedStage } from "./testRule.ts";

const proposal = { StageName: "Proposal/Price Quote", PW_Position__c: "7" };
const none = { HasOpportunityLineItem: false };

testRule(
    productsPresent,
    { level: "Block", fromPosition: "7" },
    {
        met: [
            opportunity(proposal),
            opportunity({ StageName: "Negotiation/Review", PW_Position__c: "8" }),
            opportunity({ StageName: "Closed Won", PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        unmet: [
            opportunity({ ...proposal, ...none }),
            opportunity({ ...proposal, ...none, PW_Position__c: "8" }),
            opportunity({ ...none, StageName: "Closed Won", PW_Kind__c: "won", PW_Position__c: "9" })
        ],
        notApplicable: [
            opportunity(none),
            opportunity({ ...none, PW_Position__c: "1" }),
            opportunity({ ...none, PW_Kind__c: "lost", PW_Position__c: "0" }),
            opportunity({ ...none, PW_Kind__c: "lost", PW_Position__c: "9" })
        ],
        unknown: [
            opportunity({ ...none, ...unlistedStage }),
            opportunity({ ...proposal, HasOpportunityLineItem: undefined }),
            opportunity({ ...proposal, ...none, PW_Position__c: undefined }),
            opportunity({ ...proposal, ...none, PW_Kind__c: "paused" })
        ]
    }
);

testRule(
    productsPresent,
    { level: "Block", fromPosition: null },
    {
        met: [],
        unmet: [],
        notApplicable: [opportunity({ ...none, PW_Kind__c: "lost" })],
        unknown: [opportunity(proposal), opportunity({ ...proposal, ...none })]
    }
);
