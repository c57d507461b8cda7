import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { constantName, describeCondition, developerName, languageFor, languages, rules } from "c/pwPolicy";

const policyFolder = join(__dirname, "..");
const root = join(policyFolder, "../../../../..");

function namesIn(folder: string, suffix: string): string[] {
    return readdirSync(join(root, folder))
        .filter((name) => name.endsWith(suffix))
        .map((name) => name.slice(0, -suffix.length));
}

describe("every rule is spelled alike in every world", () => {
    const ids = rules.map(({ id }) => id);
    const folder = "force-app/main/policy/lwc/pwPolicy";

    it("has an id of its own", () => {
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
    it("has a rule record and a validation rule in the overlay", () => {
        const records = namesIn("force-app/overlay/customMetadata", ".md-meta.xml").filter((name) =>
            name.startsWith("PW_Rule.")
        );
        expect(records.sort()).toEqual(ids.map((id) => `PW_Rule.${developerName(id)}`).sort());
        expect(
            namesIn("force-app/overlay/objects/Opportunity/validationRules", ".validationRule-meta.xml").sort()
        ).toEqual(ids.map((id) => `PW_${developerName(id)}`).sort());
    });
});

describe("words", () => {
    it.each(rules.map((rule) => [rule.id, rule] as const))("of %s differ from language to language", (_id, rule) => {
        for (const part of ["title", "why", "fix", "message"] as const) {
            expect(new Set(languages.map((language) => rule.words[language][part])).size).toBe(languages.length);
        }
    });
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
