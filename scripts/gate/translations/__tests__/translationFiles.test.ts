import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, it } from "node:test";
import { rules } from "c/pwPolicy";
import { packageRoot } from "../../../org/packageRoot.ts";
import { standardPlan } from "../../overlayPlan.ts";
import { translatedObjects, translationFiles } from "../translationFiles.ts";
import type { TranslatedInto } from "../words/objectWords.ts";

const both: readonly TranslatedInto[] = ["zh_TW", "zh_CN"];
const chinese = /\p{Script=Han}/u;
const recordRules = rules.filter((rule) => rule.kind === "record");

function sources(kind: string, object: string): { name: string; xml: string }[] {
    const paths = globSync(`force-app/{main/*,overlay}/objects/${object}/${kind}/*.xml`, { cwd: packageRoot() });
    return paths.sort().map((path) => ({
        name: basename(path).split(".")[0] ?? "",
        xml: readFileSync(`${packageRoot()}/${path}`, "utf8")
    }));
}

const textIn = (xml: string, tag: string): string[] =>
    [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, text]) =>
        (text ?? "").replaceAll("&apos;", "'").replaceAll("&amp;", "&")
    );

/** Labels of the values of a picklist field, as its file has them. */
function valuesOf(xml: string): string[] {
    return [...xml.matchAll(/<value>([\s\S]*?)<\/value>/g)].flatMap(([, value]) => textIn(value ?? "", "label"));
}

describe("the words of our objects in Chinese", () => {
    for (const [object, words] of Object.entries(translatedObjects)) {
        it(`tell every field and picklist value of ${object}, and no field that isn't there`, () => {
            const fields = sources("fields", object);
            assert.ok(fields.length > 0);
            assert.deepEqual(
                Object.keys(words.fields).sort(),
                fields.map(({ name }) => name)
            );
            for (const { name, xml } of fields) {
                for (const language of both) {
                    const field = words.fields[name]?.[language];
                    assert.match(field?.label ?? "", chinese, `${name} ${language} label`);
                    assert.match(field?.help ?? "", chinese, `${name} ${language} help`);
                    assert.ok((field?.label.length ?? 0) <= 40 && (field?.help.length ?? 0) <= 510, name);
                    assert.deepEqual(Object.keys(field?.values ?? {}).sort(), valuesOf(xml).sort(), name);
                    const isTranslated = textIn(xml, "relationshipLabel").length > 0;
                    assert.equal(field?.relationshipLabel !== undefined, isTranslated, `${name} relationshipLabel`);
                }
            }
        });

        it(`tell every refusal of ${object}`, () => {
            const ofPolicy = recordRules.map(({ id }) => `PW_${id.replaceAll("-", "_")}`.toLowerCase());
            const own = sources("validationRules", object)
                .map(({ name }) => name)
                .filter((name) => object !== "Opportunity" || !ofPolicy.includes(name.toLowerCase()));
            assert.deepEqual(Object.keys(words.refusals).sort(), own.sort());
            for (const [name, message] of Object.entries(words.refusals)) {
                for (const language of both) {
                    assert.match(message[language], chinese, name);
                    assert.ok(message[language].length <= 255, name);
                }
            }
        });
    }

    it("use traditional characters in the one and simplified in the other", () => {
        const texts = (language: TranslatedInto): string =>
            translationFiles({ ...standardPlan, translations: [language] }, recordRules)
                .map(({ content }) => content)
                .join("");

        assert.doesNotMatch(
            texts("zh_TW"),
            /[业务阶机会产价变类时间规则户请问题设权选择确认说联结标记录没买卖让给从]/u
        );
        assert.doesNotMatch(
            texts("zh_CN"),
            /[業務階機會產價變類時間規則戶請問題設儲權選擇確認說聯連絡結標記錄沒買賣讓給從]/u
        );
    });
});

describe("the files of translations", () => {
    const paths = (plan: Partial<typeof standardPlan>, chosen = recordRules): string[] =>
        translationFiles({ ...standardPlan, ...plan }, chosen).map(({ path }) => path);

    it("are none where the org speaks English alone", () => {
        assert.deepEqual(paths({}), []);
    });

    it("are written for the languages of the plan alone", () => {
        const written = paths({ translations: ["zh_TW"] });

        assert.ok(
            written.includes("objectTranslations/Opportunity-zh_TW/Opportunity-zh_TW.objectTranslation-meta.xml")
        );
        assert.ok(written.includes("objectTranslations/Opportunity-zh_TW/PW_Kind__c.fieldTranslation-meta.xml"));
        assert.ok(!written.some((path) => path.includes("zh_CN")));
    });

    it("hold the refusals of the chosen rules, and none of a rule that isn't written", () => {
        const plan = { ...standardPlan, translations: both, modules: ["hygiene"] as const };
        const chosen = recordRules.filter(({ practice }) => practice === "hygiene");

        const content = translationFiles(plan, chosen)
            .map((file) => file.content)
            .join("");

        for (const rule of recordRules) {
            const isTold = both.some((language) => content.includes(rule.words[language].message));
            assert.equal(isTold, rule.practice === "hygiene", rule.id);
        }
        assert.doesNotMatch(content, /PW_Approver_Holds_Permission/);
    });
});
