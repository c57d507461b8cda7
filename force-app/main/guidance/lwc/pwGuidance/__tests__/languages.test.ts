import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { languages } from "c/pwPolicy";
import { words } from "../words/index.ts";
import { closePanel, openPanel, show } from "./openPanel.ts";
import { textOf } from "./renderComponent.ts";

jest.mock("@salesforce/i18n/lang", () => ({ __esModule: true, default: "zh-TW" }), { virtual: true });
jest.mock("@salesforce/i18n/timeZone", () => ({ __esModule: true, default: "Asia/Taipei" }), { virtual: true });

describe("the guidance panel in Traditional Chinese", () => {
    let panel: HTMLElement;

    beforeEach(async () => {
        panel = await openPanel();
    });

    afterEach(closePanel);

    it("says everything in Chinese, the rules' own words too", async () => {
        expect(textOf(panel)).toContain("正在查看此商機");

        await show({ HasOpportunityLineItem: false, CloseDate: undefined }, { roles: [] });

        const shown = textOf(panel);
        expect(shown).toContain("目前階段：Qualification");
        expect(shown).toContain("進入「Proposal」之前");
        expect(shown).toContain("商機上有產品");
        expect(shown).toContain("您看不到結案日期。");
        expect(shown).toContain("12:30:00 查看");
        expect(shown.replaceAll(/Qualification|Proposal/g, "")).not.toMatch(/[A-Za-z]{2}/);
        jest.useRealTimers();
        await expect(panel).toBeAccessible();
    });
});

describe("the words of the panel", () => {
    it.each(languages)("are all there in %s", (language) => {
        const sentences = Object.values(words[language]).flatMap((entry: unknown) =>
            typeof entry === "object" ? Object.values(entry as object) : [entry]
        );

        expect(sentences.filter((sentence) => typeof sentence === "string" && sentence.trim() === "")).toEqual([]);
    });

    it("count one rule and several in English", () => {
        expect([1, 2].map((count) => words.en.met(count))).toEqual(["1 rule met", "2 rules met"]);
    });
});
