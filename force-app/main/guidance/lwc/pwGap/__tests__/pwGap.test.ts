import { describe, expect, it } from "@jest/globals";
import PwGap from "../pwGap.ts";
import { allOf, renderComponent, textOf } from "../../pwGuidance/__tests__/renderComponent.ts";

const gap = {
    icon: "utility:error",
    iconVariant: "error",
    title: "Products are on the opportunity",
    verdict: "Not met",
    level: "Blocks the move",
    levelClass: "slds-theme_error",
    why: "Without products the amount is a guess.",
    lead: "What to do: ",
    advice: "Add products."
};

describe("a gap", () => {
    it("shows its title, verdict and level, why it matters and what to do", async () => {
        const element = await renderComponent("c-pw-gap", PwGap, { gap });

        for (const said of [gap.title, gap.verdict, gap.level, gap.why, gap.lead, gap.advice]) {
            expect(textOf(element)).toContain(said);
        }
        await expect(element).toBeAccessible();
    });

    it("has a heading below that of its group", async () => {
        const element = await renderComponent("c-pw-gap", PwGap, { gap });

        expect(allOf(element, "h4").map((heading) => heading.textContent)).toEqual([gap.title]);
    });

    it("is empty until it is given one", async () => {
        expect(textOf(await renderComponent("c-pw-gap", PwGap, {}))).toBe("");
    });
});
