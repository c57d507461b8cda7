import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { registerRefreshHandler, unregisterRefreshHandler } from "lightning/refresh";
import { notifyRecordUpdateAvailable } from "lightning/uiRecordApi";
import { recordId, recordOf } from "./answers.ts";
import { closePanel, gapsShown, headings, openPanel, pass, records, refresh, show } from "./openPanel.ts";
import { allOf, settled, textOf } from "./renderComponent.ts";

jest.mock("@salesforce/i18n/timeZone", () => ({ __esModule: true, default: "Asia/Taipei" }), { virtual: true });

let panel: HTMLElement;

beforeEach(async () => {
    panel = await openPanel();
});

afterEach(closePanel);

describe("looking again", () => {
    it("happens as often as the page says, while it is visible", async () => {
        await show();

        await pass(29);
        expect(refresh).toHaveBeenCalledTimes(0);
        await pass(1);
        expect(refresh).toHaveBeenCalledTimes(1);
        expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId }]);
        expect(textOf(panel)).toContain("Looked at 12:30:30 AM");
    });

    it("rests while the page is hidden, and happens at once when it is shown again", async () => {
        await show();
        const visibility = jest.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
        await pass(90);
        expect(refresh).toHaveBeenCalledTimes(0);

        visibility.mockReturnValue("visible");
        document.dispatchEvent(new CustomEvent("visibilitychange"));
        await settled();

        expect(refresh).toHaveBeenCalledTimes(1);
        visibility.mockRestore();
    });

    it("takes a setting that would burden the org for the usual minute", async () => {
        Object.assign(panel, { refreshSeconds: 1 });
        await show();

        await pass(59);
        expect(refresh).toHaveBeenCalledTimes(0);
        await pass(1);
        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it("happens at a click", async () => {
        await show();

        allOf(panel, "lightning-button-icon")[0]?.dispatchEvent(new CustomEvent("click"));
        await settled();

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it("happens when the page is told to refresh, and says whether it could", async () => {
        await show();
        const [, handler] = jest.mocked(registerRefreshHandler).mock.lastCall!;

        expect(await handler()).toBe(true);
        refresh.mockRejectedValueOnce(new Error("offline"));
        expect(await handler()).toBe(false);
    });

    it("asks for roles and rules, not for the record, when the record was edited on the page", async () => {
        await show();

        records.emit(recordOf({ StageName: "Proposal" }));
        await settled();

        expect(refresh).toHaveBeenCalledTimes(1);
        expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(0);
        expect(headings(panel)).toEqual(["Now: Proposal", "Before you move to Closed Won"]);
    });

    it("asks once where its own question makes the record's wire speak", async () => {
        await show();
        jest.mocked(notifyRecordUpdateAvailable).mockImplementation(() => {
            records.emit(recordOf());
            return Promise.resolve();
        });

        await pass(30);

        expect(refresh).toHaveBeenCalledTimes(1);
    });

    it("keeps what it saw when it fails, and says of when that is", async () => {
        await show({ HasOpportunityLineItem: false });
        refresh.mockRejectedValueOnce(new Error("offline"));

        await pass(30);

        expect(textOf(panel)).toContain("Looking again failed. This is as it was at 12:30:00 AM.");
        expect(gapsShown(panel)).toHaveLength(1);

        await pass(30);
        expect(textOf(panel)).toContain("Looked at 12:31:00 AM");
    });

    it("forgets a record when it is given another", async () => {
        await show({ HasOpportunityLineItem: false });

        Object.assign(panel, { recordId: "006000000000002AAA" });
        await settled();

        expect(textOf(panel)).toContain("Looking at this opportunity…");
    });

    it("ends with the panel", async () => {
        await show();

        panel.remove();
        await pass(90);

        expect(refresh).toHaveBeenCalledTimes(0);
        expect(unregisterRefreshHandler).toHaveBeenCalledTimes(1);
    });
});
