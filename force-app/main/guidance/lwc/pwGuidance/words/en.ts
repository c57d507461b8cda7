import type { GuidanceWords } from "./guidanceWords.ts";

export const en: GuidanceWords = {
    locale: "en",
    title: "Opportunity guidance",
    loading: "Looking at this opportunity…",
    lookAgain: "Look again",
    lookedAt: (time) => `Looked at ${time}`,
    old: (time) => `Looking again failed. This is as it was at ${time}.`,
    cannotReadRecord: "This opportunity can't be read. It may be deleted, or you have no access to it.",
    cannotReadRules: "The rules can't be read just now, so nothing is judged. Look again in a moment.",
    noAccess: (parts) =>
        `You can't see ${parts}, so nothing is judged. Ask your administrator for the permission set Pipewright Rep.`,
    parts: { stages: "where the stages stand", rules: "which rules are in force" },
    noStageRecord: (stage) =>
        `Nobody has said where the stage "${stage}" stands, so nothing is judged. Ask your administrator to add it to Pipewright Stage.`,
    noRules: "No rule is switched on.",
    lost: "This opportunity is lost: no more is asked of it.",
    now: (stage) => `Now: ${stage}`,
    before: (stage) => `Before you move to ${stage}`,
    asksNothing: "This stage asks for nothing yet.",
    allMet: "Everything asked for is there.",
    nothingMore: "Nothing beyond the above.",
    met: (count) => (count === 1 ? "1 rule met" : `${count} rules met`),
    exempt: (title, lastDay, approver) =>
        `${title}: set aside until ${lastDay}${approver === null ? "" : `, approved by ${approver}`}.`,
    verdicts: { unmet: "Not met", unknown: "Can't tell" },
    levels: { Block: "Blocks the move", Warn: "Warned", Observe: "Watched" },
    whatToDo: "What to do: ",
    whyUnknown: "Why it can't be told: ",
    unseen: (facts) => `you can't see ${facts}. Ask your administrator for access.`,
    facts: {
        StageName: "the stage",
        CloseDate: "the close date",
        HasOpportunityLineItem: "whether there are products",
        Amount: "the amount",
        NextStep: "the next step",
        LeadSource: "the lead source",
        PW_Record_Type__c: "the record type",
        PW_Line_Count__c: "the number of products",
        PW_Unpriced_Lines__c: "the prices of the products",
        PW_Lines_Without_List__c: "which discounts are known",
        PW_Largest_Discount__c: "the largest discount",
        PW_Logged_Discount__c: "the discounts on record",
        PW_Approved_Discount__c: "the approved discounts",
        PW_Loss_Reason__c: "the loss reason",
        PW_Contact_Roles__c: "the contact roles",
        PW_Primary_Roles__c: "the contact roles",
        PW_Decision_Roles__c: "the contact roles",
        PW_Unnamed_Roles__c: "the contact roles"
    },
    notSet: "this rule is not set up completely. Ask your administrator to look at its record in Pipewright Rule.",
    badLevel:
        "the level of this rule is none of Off, Observe, Warn and Block. Ask your administrator to look at its record in Pipewright Rule.",
    failed: (detail) => `the rule failed with the message "${detail}"`,
    and: " and ",
    gapsAt: (heading, gaps) =>
        `${heading}: ${gaps.length} to look at: ${gaps.map(([title, verdict]) => `${title} (${verdict})`).join("; ")}.`,
    quietAt: (heading, sentence) => `${heading}: ${sentence}`
};
