import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { exceptionNode, recordId, recordOf, ruleNode, type Parts } from "./answers.ts";
import { answer, answers, closePanel, gapsShown, headings, openPanel, records, show } from "./openPanel.ts";
import { allOf, settled, textOf } from "./renderComponent.ts";

jest.mock("@salesforce/i18n/timeZone", () => ({ __esModule: true, default: "Asia/Taipei" }), { virtual: true });

let panel: HTMLElement;

beforeEach(async () => {
    panel = await openPanel();
});

afterEach(closePanel);

describe("the guidance panel", () => {
    it("says that it is looking until both wires have spoken", async () => {
        expect(textOf(panel)).toContain("Looking at this opportunity…");
        await expectAccessible();

        records.emit(recordOf());
        await settled();
        expect(textOf(panel)).toContain("Looking at this opportunity…");

        await answer();
        expect(textOf(panel)).not.toContain("Looking at this opportunity…");
    });

    it("shows each gap of this stage with what it does, why, and what to do", async () => {
        await show({ StageName: "Proposal", HasOpportunityLineItem: false });

        expect(gapsShown(panel)).toEqual(["Products are on the opportunity | Not met | Blocks the move"]);
        expect(textOf(panel)).toContain("Without products the amount is a guess");
        expect(textOf(panel)).toContain("Add what the customer is asking for under Products");
        await expectAccessible();
    });

    it("sets apart what only the next stage asks for", async () => {
        await show({ HasOpportunityLineItem: false, CloseDate: "2025-12-31" });

        expect(headings(panel)).toEqual([
            "Now: Qualification",
            "The close date lies ahead",
            "Before you move to Proposal",
            "Products are on the opportunity"
        ]);
    });

    it("is friendly where nothing is missing", async () => {
        await show();

        expect(allOf(panel, "section").map((section) => textOf(section))).toEqual([
            "Now: Qualification Everything asked for is there. 2 rules met",
            "Before you move to Proposal Everything asked for is there. 3 rules met"
        ]);
        expect(iconsShown()).toEqual(["utility:success", "utility:success"]);
        await expectAccessible();
    });

    it("does not say the same twice where the next stage asks for it too", async () => {
        await show({ StageName: "Proposal", HasOpportunityLineItem: false }, { roles: [] });

        expect(textOf(allOf(panel, "section")[1]!)).toBe("Before you move to Closed Won Nothing beyond the above.");
        expect(iconsShown()).not.toContain("utility:success");
    });

    it("does not send anybody to fix what they can't see", async () => {
        await show({}, { roles: null });

        expect(gapsShown(panel)).toEqual(["The people who decide are named | Can't tell | Warned"]);
        expect(textOf(panel)).toContain("you can't see the contact roles.");
        expect(textOf(panel)).not.toContain("Add the people involved");
        await expectAccessible();
    });

    const sentences: readonly [state: string, fields: Readonly<Record<string, unknown>>, parts: Parts, says: string][] =
        [
            ["the stage has no record", { StageName: "Odd" }, {}, 'Nobody has said where the stage "Odd" stands'],
            [
                "stages can't be read",
                {},
                { stages: null },
                "You can't see where the stages stand, so nothing is judged."
            ],
            [
                "rules and stages can't be read",
                {},
                { stages: null, rules: null },
                "You can't see where the stages stand and which rules are in force"
            ],
            ["no rule is on", {}, { rules: [ruleNode("Products_Present", "Off")] }, "No rule is switched on."],
            ["the opportunity is lost", { StageName: "Closed Lost" }, {}, "This opportunity is lost"]
        ];

    it.each(sentences)("says in one sentence that %s", async (_state, fields, parts, says) => {
        await show(fields, parts);

        expect(textOf(panel)).toContain(says);
        expect(headings(panel)).toEqual([]);
        await expectAccessible();
    });

    it("says that the opportunity can't be read, with the platform's own words", async () => {
        records.emitError({ body: [{ errorCode: "NOT_FOUND", message: "The requested resource does not exist" }] });
        await settled();

        expect(textOf(panel)).toContain("This opportunity can't be read.");
        expect(textOf(panel)).toContain("The requested resource does not exist");
        await expectAccessible();
    });

    it("says that the rules can't be read where the request itself failed", async () => {
        records.emit(recordOf());
        answers.emitErrors([{ message: "Service unavailable" }]);
        await settled();

        expect(textOf(panel)).toContain("The rules can't be read just now");
        expect(textOf(panel)).toContain("Service unavailable");
        await expectAccessible();
    });

    it("asks for the rest where the query was refused because of contact roles", async () => {
        records.emit(recordOf());
        answers.emitErrors([{ message: "Field 'Role' in type 'OpportunityContactRole' is undefined" }]);
        await settled();

        expect(answers.getLastConfig().variables).toEqual({});
        await answer({ roles: null });
        expect(gapsShown(panel)).toEqual(["The people who decide are named | Can't tell | Warned"]);
    });

    it("asks for the rest, contact roles included, where the query was refused because of exceptions", async () => {
        records.emit(recordOf({ StageName: "Proposal", HasOpportunityLineItem: false }));
        answers.emitErrors([{ message: "Field 'PW_Exception__c' in type 'RecordQuery' is undefined" }]);
        await settled();

        expect(answers.getLastConfig().variables).toEqual({ recordId });
        await answer({ exceptions: null });
        expect(gapsShown(panel)).toEqual(["Products are on the opportunity | Not met | Blocks the move"]);
    });

    it("says until when and by whom a rule is set aside, in place of its gap", async () => {
        await show({ StageName: "Proposal", HasOpportunityLineItem: false }, { exceptions: [exceptionNode()] });

        expect(gapsShown(panel)).toEqual([]);
        expect(textOf(panel)).toContain(
            "Products are on the opportunity: set aside until 2026-01-31, approved by Ada Approver."
        );
        await expectAccessible();
    });

    it("judges by the day of the user's time zone, where it is already next year", async () => {
        await show({ CloseDate: "2025-12-31" });

        expect(gapsShown(panel)).toEqual(["The close date lies ahead | Not met | Watched"]);
        expect(textOf(panel)).toContain("Looked at 12:30:00 AM");
    });

    it("tells those who hear the page when what is missing changes", async () => {
        await show({ HasOpportunityLineItem: false });
        const before = announced();
        await show({ HasOpportunityLineItem: true });

        expect(before).toBe(
            "Now: Qualification: Everything asked for is there. Before you move to Proposal: 1 to look at: Products are on the opportunity (Not met)."
        );
        expect(announced()).toBe(
            "Now: Qualification: Everything asked for is there. Before you move to Proposal: Everything asked for is there."
        );
    });

    it("asks only for fields that the rules read", () => {
        expect(records.getLastConfig()).toEqual({
            recordId,
            fields: ["Opportunity.StageName"],
            optionalFields: [
                "Opportunity.Amount",
                "Opportunity.HasOpportunityLineItem",
                "Opportunity.PW_Line_Count__c",
                "Opportunity.PW_Unpriced_Lines__c",
                "Opportunity.PW_Largest_Discount__c",
                "Opportunity.PW_Lines_Without_List__c",
                "Opportunity.PW_Logged_Discount__c",
                "Opportunity.PW_Approved_Discount__c",
                "Opportunity.NextStep",
                "Opportunity.CloseDate",
                "Opportunity.LeadSource",
                "Opportunity.PW_Loss_Reason__c",
                "Opportunity.CreatedDate",
                "Opportunity.RecordType.DeveloperName"
            ]
        });
        expect(answers.getLastConfig().variables).toEqual({ recordId });
    });

    it.each([
        ["reads the org's own field that a rule's record names", "Why_Lost__c", true],
        ["reads nothing by a name that is no field's", "Why lost?", false]
    ])("%s", async (_says, field, isRead) => {
        await show({}, { rules: [{ ...ruleNode("Loss_Reason_Given", "Warn"), Field__c: { value: field } }] });

        const { optionalFields } = records.getLastConfig();
        expect(optionalFields).toHaveLength(isRead ? 15 : 14);
        expect((optionalFields as string[]).includes(`Opportunity.${field}`)).toBe(isRead);
    });
});

function iconsShown(): unknown[] {
    return allOf(panel, "lightning-icon").map((icon) => (icon as unknown as { iconName: string }).iconName);
}

function announced(): string {
    return allOf(panel, "[role=status]")[0]?.textContent ?? "";
}

/** axe waits by timers of its own. */
async function expectAccessible(): Promise<void> {
    jest.useRealTimers();
    await expect(panel).toBeAccessible();
}
