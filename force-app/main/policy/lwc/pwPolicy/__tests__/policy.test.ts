import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import {
    adviceSettings,
    constantName,
    describeCondition,
    developerName,
    historyRules,
    languageFor,
    languages,
    processRules,
    rules
} from "c/pwPolicy";

const policyFolder = join(__dirname, "..");
const root = join(policyFolder, "../../../../..");
const adviceRules = [...processRules, ...historyRules];

function namesIn(folder: string, suffix: string): string[] {
    return readdirSync(join(root, folder))
        .filter((name) => name.endsWith(suffix))
        .map((name) => name.slice(0, -suffix.length));
}

describe("every rule is spelled alike in every world", () => {
    const recordRuleIds = rules.map(({ id }) => id);
    const ids = [...rules, ...adviceRules].map(({ id }) => id);
    const folder = "force-app/main/policy/lwc/pwPolicy";

    it("has an id of its own, whatever its kind", () => {
        expect(new Set(ids).size).toBe(ids.length);
    });
    it("has a file in rules/ that exports it, and no file is left out of the list", () => {
        expect(
            namesIn(`${folder}/rules`, ".ts")
                .filter((name) => name !== "index")
                .sort()
        ).toEqual(ids.map(constantName).sort());
        for (const id of ids) {
            const source = readFileSync(join(policyFolder, "rules", `${constantName(id)}.ts`), "utf8");
            expect(source).toContain(`export const ${constantName(id)}:`);
        }
    });
    it("has a test table", () => {
        expect(namesIn(`${folder}/__tests__`, ".test.ts")).toEqual(expect.arrayContaining(ids.map(constantName)));
    });
    it("has a page, and no page speaks of a rule that is not there", () => {
        expect(
            namesIn("docs/rules", ".md")
                .filter((name) => name !== "README")
                .sort()
        ).toEqual([...ids].sort());
    });
    it("has a rule record and a validation rule in the overlay if it may block, and none if it advises", () => {
        const records = namesIn("force-app/overlay/customMetadata", ".md-meta.xml").filter((name) =>
            name.startsWith("PW_Rule.")
        );
        expect(records.sort()).toEqual(recordRuleIds.map((id) => `PW_Rule.${developerName(id)}`).sort());
        expect(
            namesIn("force-app/overlay/objects/Opportunity/validationRules", ".validationRule-meta.xml").sort()
        ).toEqual(recordRuleIds.map((id) => `PW_${developerName(id)}`).sort());
    });
});

describe("a rule that advises", () => {
    it.each(adviceRules.map((rule) => [rule.id, rule] as const))(
        "%s says where each of its limits comes from",
        (_id, rule) => {
            for (const { value, source, basis } of Object.values(rule.defaults.thresholds)) {
                expect(value).toMatch(/^\d+(\.\d+)?$/);
                expect(source).toMatch(/^.{20,}\.$/);
                expect(basis === "ownChoice").toBe(/our own choice/i.test(source));
            }
            expect(rule.definitions.length).toBeGreaterThan(0);
        }
    );
    it("takes the limits an admin sets, and refuses one it doesn't have", () => {
        const [stageCount] = processRules;
        if (stageCount === undefined) throw new Error("No process rule.");

        expect(adviceSettings(stageCount, { thresholds: { most: "8" } }).thresholds).toMatchObject({
            fewest: "5",
            most: "8"
        });
        expect(() => adviceSettings(stageCount, { thresholds: { mots: "8" } })).toThrow(
            'The rule stage-count has no threshold "mots"; it has tooFew, fewest, most, tooMany.'
        );
    });
});

function argumentsOf(sentence: string): string[] {
    return [...new Set(sentence.match(/\{\w+\}/g))].sort();
}

describe("words", () => {
    it.each(rules.map((rule) => [rule.id, rule] as const))("of %s differ from language to language", (_id, rule) => {
        for (const part of ["title", "why", "fix", "message"] as const) {
            expect(new Set(languages.map((language) => rule.words[language][part])).size).toBe(languages.length);
        }
    });
    it.each(adviceRules.map((rule) => [rule.id, rule] as const))(
        "of %s differ from language to language and take the same arguments",
        (_id, rule) => {
            for (const part of ["title", "why", "fix"] as const) {
                expect(new Set(languages.map((language) => rule.words[language][part])).size).toBe(languages.length);
            }
            for (const [code, sentence] of Object.entries(rule.words.en.findings)) {
                const sentences = languages.map((language) => rule.words[language].findings[code] ?? "");
                expect(new Set(sentences).size).toBe(languages.length);
                for (const each of sentences) {
                    expect(argumentsOf(each)).toEqual(argumentsOf(sentence));
                }
            }
        }
    );
    it.each(languages)("say what a rule applies to and requires in %s", (language) => {
        for (const rule of rules) {
            for (const condition of [rule.when, rule.requires]) {
                const text = describeCondition(
                    condition,
                    { level: "Block", fromPosition: "7", minimum: "2" },
                    language
                );
                expect(text).not.toMatch(/undefined|PW_|__c/);
            }
        }
    });
    it.each([
        ["zh_TW", "zh_TW"],
        ["zh_HK", "zh_TW"],
        ["zh-Hant-MO", "zh_TW"],
        ["zh_CN.UTF-8", "zh_CN"],
        ["zh", "zh_CN"],
        ["en_US.UTF-8", "en"],
        ["fr_FR", "en"],
        ["", "en"]
    ])("for locale %p are %s", (locale, language) => {
        expect(languageFor(locale)).toBe(language);
    });
});
