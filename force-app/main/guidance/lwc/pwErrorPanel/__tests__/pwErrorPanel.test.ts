import { describe, expect, it } from "@jest/globals";
import PwErrorPanel from "../pwErrorPanel.ts";
import { renderComponent, textOf } from "../../pwGuidance/__tests__/renderComponent.ts";
import { reasonsOf } from "../reasonsOf.ts";

describe("what the platform says went wrong", () => {
    const rows: readonly [from: string, errors: unknown, reasons: readonly string[]][] = [
        ["a UI API error", { status: 403, body: { message: "No access" } }, ["No access"]],
        ["a UI API error with several", { body: [{ message: "One" }, { message: "Two" }] }, ["One", "Two"]],
        ["GraphQL errors, each once", [{ message: "Same" }, { message: "Same" }], ["Same"]],
        ["a thrown error", new Error("offline"), ["offline"]],
        ["plain text", "Gone", ["Gone"]],
        ["nothing", undefined, []],
        ["an error without words", { status: 500 }, []]
    ];

    it.each(rows)("is read from %s", (_from, errors, reasons) => {
        expect(reasonsOf(errors)).toEqual(reasons);
    });
});

describe("the error panel", () => {
    it("says it for people first, then in the platform's words", async () => {
        const props = { message: "This can't be read.", errors: { body: { message: "No access" } } };
        const element = await renderComponent("c-pw-error-panel", PwErrorPanel, props);

        expect(textOf(element)).toBe("This can't be read. No access");
        await expect(element).toBeAccessible();
    });
});
