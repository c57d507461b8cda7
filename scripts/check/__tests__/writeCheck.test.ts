import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { languages } from "c/pwPolicy";
import { checkSetUp } from "../checkSetUp.ts";
import { writeCheck } from "../writeCheck.ts";
import { checkWords } from "../words/index.ts";
import { contents, setUpWith, stageRecord, stageRecords } from "./setUps.ts";

const textOf = (changes: Parameters<typeof setUpWith>[0], language: (typeof languages)[number]): string =>
    writeCheck(checkSetUp(setUpWith(changes), contents), checkWords[language])
        .flatMap((section) => (section.kind === "lines" ? [section.title ?? "", ...section.lines] : []))
        .join("\n");

describe("the printed check", () => {
    for (const language of languages) {
        it(`names the stage, and what to do, in ${language}`, () => {
            const text = textOf({ stageRecords: { value: [...stageRecords, stageRecord("報價", "2.5")] } }, language);

            assert.match(text, /報價.*[:：]/);
            assert.ok(text.includes(checkWords[language].severity.broken));
            assert.ok(!text.includes(checkWords[language].nothingWrong));
        });
        it(`says that nothing is wrong where nothing is, in ${language}`, () => {
            assert.ok(textOf({}, language).endsWith(checkWords[language].nothingWrong));
        });
        it(`doesn't say so where something could not be read, in ${language}`, () => {
            const text = textOf({ flows: { unreadable: "no" } }, language);

            assert.ok(!text.includes(checkWords[language].nothingWrong));
        });
    }
});
