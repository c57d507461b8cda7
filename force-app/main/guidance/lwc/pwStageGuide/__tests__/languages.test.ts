import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { textOf } from "../../pwGuidance/__tests__/renderComponent.ts";
import { words } from "../words.ts";
import { answer, chinese, criteriaShown, english, keyFieldsShown, openGuide, readFields } from "./openGuide.ts";

jest.mock("@salesforce/i18n/lang", () => ({ __esModule: true, default: "zh-TW" }), { virtual: true });

describe("the guide of a stage in Traditional Chinese", () => {
    afterEach(() => document.body.replaceChildren());

    it("says everything in Chinese", async () => {
        const guide = await openGuide();
        await answer({ "*": { ...english, ...chinese } });
        await readFields({ Amount: "金額", NextStep: "下一步" });

        expect(textOf(guide)).toContain("「Proposal」的目標 提出報價。");
        expect(criteriaShown(guide)).toEqual(["客戶已收到報價。"]);
        expect(keyFieldsShown(guide).slice(0, 2)).toEqual(["金額: 已填寫", "下一步: 空白"]);
        await expect(guide).toBeAccessible();
    });

    it("shows what is not written in Chinese in English", async () => {
        const guide = await openGuide();
        await answer({ "*": { ...english, Goal_zh_TW__c: "提出報價。" } });

        expect(textOf(guide)).toContain("提出報價。");
        expect(criteriaShown(guide)).toHaveLength(2);
    });

    it("has its own words in every language", () => {
        for (const { goal, exitCriteria, keyFields, states } of Object.values(words)) {
            for (const text of [goal("x"), exitCriteria, keyFields, ...Object.values(states)]) {
                expect(text.trim()).not.toBe("");
            }
        }
    });
});
