import { afterEach, describe, expect, it } from "@jest/globals";
import { settled, textOf } from "../../pwGuidance/__tests__/renderComponent.ts";
import {
    answer,
    answers,
    chinese,
    criteriaShown,
    english,
    keyFieldsShown,
    openGuide,
    readFields,
    records
} from "./openGuide.ts";

describe("the guide of a stage", () => {
    afterEach(() => document.body.replaceChildren());

    it("shows the goal, each exit criterion, and the state of each key field, by the org's labels", async () => {
        const guide = await openGuide();
        await answer({ "*": english });
        await readFields({ Amount: "Amount", NextStep: "Next Step" });

        expect(textOf(guide)).toContain("Goal of Proposal Make an offer.");
        expect(criteriaShown(guide)).toEqual(["The offer is there.", "The customer said what must change."]);
        expect(keyFieldsShown(guide)).toEqual(["Amount: filled", "Next Step: blank", "Secret__c: you can't see it"]);
        await expect(guide).toBeAccessible();
    });

    it("asks for the stage's own records, and for its key fields alone", async () => {
        await openGuide();
        await answer({ "*": english });

        expect(answers.getLastConfig().variables).toEqual({ stage: "Proposal" });
        expect(records.getLastConfig().optionalFields).toEqual([
            "Opportunity.Amount",
            "Opportunity.NextStep",
            "Opportunity.Secret__c"
        ]);
    });

    it("takes the record of the opportunity's record type before the one for all", async () => {
        const guide = await openGuide("Renewal");
        await answer({ "*": english, renewal: { Goal__c: "Renew in time." } });

        expect(textOf(guide)).toBe("Goal of Proposal Renew in time.");
    });

    it("speaks English to whom English is shown, whatever else is written", async () => {
        const guide = await openGuide();
        await answer({ "*": { ...english, ...chinese } });

        expect(textOf(guide)).not.toContain("報價");
    });

    it.each([
        ["nobody wrote anything", { "*": { Goal__c: null, Exit_Criteria__c: " ", Key_Fields__c: "" } }],
        ["the stage has a record for another record type alone", { Other: english }],
        ["the stage has no record", {}]
    ])("shows nothing where %s", async (_what, records_) => {
        const guide = await openGuide();
        await answer(records_);

        expect(textOf(guide)).toBe("");
        await expect(guide).toBeAccessible();
    });

    it("shows nothing where the user may not read stage records: the panel says so", async () => {
        const guide = await openGuide();
        answers.emitErrors([{ message: "Cannot query field 'PW_Stage__mdt'" }]);
        await settled();

        expect(textOf(guide)).toBe("");
    });

    it("passes over what is no field's name", async () => {
        await openGuide();
        await answer({ "*": { ...english, Key_Fields__c: "Amount; Next Step ;Opportunity.Name; CloseDate" } });

        expect(records.getLastConfig().optionalFields).toEqual(["Opportunity.Amount", "Opportunity.CloseDate"]);
    });
});
