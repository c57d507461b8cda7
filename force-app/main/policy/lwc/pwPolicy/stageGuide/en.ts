import type { GuidedStage, GuideTexts } from "./guideTexts.ts";

export const en: Readonly<Record<GuidedStage, GuideTexts>> = {
    Prospecting: {
        goal: "Find out whether this company has a need that we can meet.",
        exitCriteria: [
            "Somebody at the customer has agreed to talk about a need.",
            "The customer has said where that need comes from."
        ]
    },
    Qualification: {
        goal: "Find out whether going on is worth it for both sides.",
        exitCriteria: [
            "The customer confirms that the problem matters enough to be solved.",
            "The customer names a budget, or says how one is found.",
            "The customer names a time by which it should be solved."
        ]
    },
    "Needs Analysis": {
        goal: "Understand the need in the customer's own words.",
        exitCriteria: [
            "The customer agrees with our written summary of the need.",
            "The customer says what it costs to leave things as they are.",
            "The customer has named everybody who is affected."
        ]
    },
    "Value Proposition": {
        goal: "Show what changes for the customer, in the customer's own figures.",
        exitCriteria: [
            "The customer confirms the benefit in its own figures.",
            "The customer says why our solution deserves a closer look."
        ]
    },
    "Id. Decision Makers": {
        goal: "Know who decides, how, and by when.",
        exitCriteria: [
            "The customer has named who decides and who signs.",
            "Whoever decides has spoken with us.",
            "The customer has described the steps that lead to a decision."
        ]
    },
    "Perception Analysis": {
        goal: "Learn how those who decide see us and the alternatives.",
        exitCriteria: [
            "Everybody who decides has said what speaks for us and against us.",
            "The customer has named the alternatives, doing nothing among them.",
            "The customer says that its doubts are answered."
        ]
    },
    "Proposal/Price Quote": {
        goal: "Make an offer that the customer can say yes to.",
        exitCriteria: [
            "The customer has the offer and confirms that it fits the need.",
            "The customer has said what must still change for a yes."
        ]
    },
    "Negotiation/Review": {
        goal: "Agree on the terms, and on what comes back for each concession.",
        exitCriteria: [
            "The customer has agreed to price and terms in writing.",
            "The customer's purchasing and legal review is over.",
            "The customer has named the day of the signature."
        ]
    },
    "Closed Won": {
        goal: "Hand over so that the customer gets what was promised.",
        exitCriteria: ["The customer has signed.", "The customer knows who takes over and what comes next."]
    },
    "Closed Lost": {
        goal: "Learn why, and part on good terms.",
        exitCriteria: [
            "The customer has told us the reason in its own words.",
            "The customer has said whether and when to talk again."
        ]
    }
};
