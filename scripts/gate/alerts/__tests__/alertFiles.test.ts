import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languages } from "c/pwPolicy";
import { standardPlan } from "../../overlayPlan.ts";
import { alertFiles } from "../alertFiles.ts";
import { alertWords } from "../alertWords.ts";

/** The longest there are: Opportunity.Name, a date, and a user's first and last name. */
const longest = { name: "N".repeat(120), day: "2026-06-30", owner: "O".repeat(40 + 1 + 80) };
const filled = (words: string): string => words.replace(/\{(\w+)\}/g, (_, key: keyof typeof longest) => longest[key]);

describe("the words of alerts", () => {
    for (const language of languages) {
        it(`fit a notification in ${language}, however long the names are`, () => {
            for (const [alert, { title, body }] of Object.entries(alertWords[language])) {
                assert.ok(filled(title).length <= 250, `${alert}: the title has ${filled(title).length} characters`);
                assert.ok(filled(body).length <= 750, `${alert}: the body has ${filled(body).length} characters`);
                assert.doesNotMatch(filled(title + body), /undefined|"/);
            }
        });
    }

    it("say which opportunity and which day, and whose an overdue one is", () => {
        for (const language of languages) {
            const { due, overdue } = alertWords[language];
            for (const part of ["{name}", "{day}"]) assert.ok((due.title + due.body).includes(part), language);
            for (const part of ["{name}", "{day}", "{owner}"]) assert.ok(overdue.body.includes(part), language);
        }
    });
});

describe("the files of alerts", () => {
    it("are none where alerts were not chosen", () => {
        assert.deepEqual(alertFiles({ ...standardPlan, modules: ["products", "discounts"] }), []);
    });

    it("speak the language of the overlay where the settings say none", () => {
        const flow = alertFiles({ ...standardPlan, postLanguage: "zh_TW" }).map(({ content }) => content)[0] ?? "";
        assert.match(flow, /Language__c} = &quot;en&quot;.*&quot;zh_TW&quot;\)<\/expression>/);
    });
});
