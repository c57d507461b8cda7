import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OrgWithControls } from "../../createOrg.ts";
import { saveRecords } from "../../save/saveRecords.ts";
import { componentRows } from "../componentRows.ts";
import { createDeployed } from "../deployedRegistry.ts";
import { redeployStored } from "../redeployStored.ts";
import { retrieveFiles } from "../retrieveFiles.ts";
import { contextOf, deploy, file, manifest, newOrg, problemsOf, textField, validationRule } from "./deployed.ts";

const inOpportunity = (language: string): string => `objectTranslations/Opportunity-${language}.objectTranslation`;
const refusal = (name: string, message: string): string =>
    `<validationRules><errorMessage>${message}</errorMessage><name>${name}</name></validationRules>`;
const label = (name: string, text: string): string => `<fields><label>${text}</label><name>${name}</name></fields>`;

function translate(held: OrgWithControls, language: string, content: string) {
    return deploy(
        held,
        { CustomObjectTranslation: [`Opportunity-${language}`] },
        { [inOpportunity(language)]: file("CustomObjectTranslation", content) }
    );
}

/** With a field, two rules that refuse every deal, and the given languages. */
function orgSpeaking(...languages: string[]): OrgWithControls {
    const held = newOrg({ languages });
    const content = textField("Word__c") + validationRule("First", "true") + validationRule("Second", "true");
    const members = { CustomObject: ["Opportunity"] };
    const report = deploy(held, members, { "objects/Opportunity.object": file("CustomObject", content) });
    assert.deepEqual(problemsOf(report), []);
    return held;
}

function refusals({ org, administrator }: OrgWithControls, language: string): string[] {
    const object = org.schema.object("Opportunity");
    const users = org.schema.object("User");
    assert.ok(object && users);
    org.store.update(users, administrator.id, { LanguageLocaleKey: language });
    const user = org.people.user(administrator.id);
    assert.ok(user);
    const records = [{ Name: "Deal", StageName: "Prospecting", CloseDate: "2026-02-01" }];
    const outcomes = saveRecords(org, { operation: "insert", object, records, allOrNone: true, user });
    return outcomes.flatMap(({ errors }) => errors.map(({ message }) => message));
}

function retrieved(held: OrgWithControls, name: string): string {
    const { files } = retrieveFiles(contextOf(held), [{ type: "CustomObjectTranslation", names: [name] }]);
    return new TextDecoder().decode(Buffer.from(files.get(`objectTranslations/${name}.objectTranslation`) ?? ""));
}

const english = "Add a product first.";

describe("a translated refusal", () => {
    it("is in the language of who saves, and in English for everybody else", () => {
        const held = orgSpeaking("zh_TW", "zh_CN");

        const report = translate(held, "zh_TW", refusal("First", "請先新增產品。"));

        assert.deepEqual(problemsOf(report), []);
        assert.deepEqual(refusals(held, "zh_TW"), ["請先新增產品。", english]);
        assert.deepEqual(refusals(held, "zh_CN"), [english, english]);
        assert.deepEqual(refusals(held, "en_US"), [english, english]);
    });

    it("adds to what is translated already, and a retrieve gives both", () => {
        const held = orgSpeaking("zh_TW");
        translate(held, "zh_TW", refusal("First", "一") + label("Word__c", "字"));

        translate(held, "zh_TW", refusal("Second", "二") + label("Word__c", "詞"));

        assert.deepEqual(refusals(held, "zh_TW"), ["一", "二"]);
        assert.match(retrieved(held, "Opportunity-zh_TW"), /一[\s\S]*二[\s\S]*詞/);
        assert.doesNotMatch(retrieved(held, "Opportunity-zh_TW"), /字/);
    });

    it("goes with the rule that it translates, and not before", () => {
        const held = orgSpeaking("zh_TW");
        translate(held, "zh_TW", refusal("First", "一") + refusal("Second", "二"));
        const without = (members: Record<string, string[]>) =>
            deploy(held, {}, { "destructiveChanges.xml": manifest(members) });

        const refused = without({ CustomObjectTranslation: ["Opportunity-zh_TW"] });
        assert.match(problemsOf(refused).join(), /a translation can't be deleted through the API/);
        assert.deepEqual(problemsOf(without({ ValidationRule: ["Opportunity.First"] })), []);

        assert.doesNotMatch(retrieved(held, "Opportunity-zh_TW"), /一/);
        assert.deepEqual(refusals(held, "zh_TW"), ["二"]);
        const again = file("CustomObject", validationRule("First", "true"));
        deploy(held, { ValidationRule: ["Opportunity.First"] }, { "objects/Opportunity.object": again });
        assert.deepEqual(refusals(held, "zh_TW").toSorted(), [english, "二"].toSorted(), "a new rule speaks anew");
    });

    it("is spoken again by an org that was reopened", () => {
        const held = orgSpeaking("zh_TW");
        translate(held, "zh_TW", refusal("First", "一"));
        const deployed = createDeployed(componentRows(held.org.store));
        const again = { ...held, deployed, org: { ...held.org, deployed } };

        redeployStored(contextOf(again), componentRows(held.org.store));

        assert.deepEqual(refusals(again, "zh_TW"), ["一", english]);
    });
});

describe("a translation that can't be deployed", () => {
    const cases: readonly (readonly [what: string, language: string, content: string, problem: RegExp])[] = [
        ["into a language that isn't active", "zh_CN", "", /Not available for deploy for this organization/],
        ["of a rule that isn't there", "zh_TW", refusal("Third", "三"), /no ValidationRule named Opportunity\.Third/],
        ["of a field that isn't there", "zh_TW", label("Ghost__c", "鬼"), /no CustomField named Opportunity\.Ghost__c/],
        [
            "longer than a message can be",
            "zh_TW",
            refusal("First", "長".repeat(256)),
            /256 characters; 255 is the most/
        ],
        ["with an element of no translation", "zh_TW", "<magic>1</magic>", /element magic is not supported/]
    ];
    for (const [what, language, content, problem] of cases) {
        it(`is one ${what}`, () => {
            const held = orgSpeaking("zh_TW");

            const report = translate(held, language, content);

            assert.match(problemsOf(report).join(), problem);
            assert.deepEqual(refusals(held, language), [english, english]);
        });
    }

    it("takes the rest of its deploy with it", () => {
        const held = orgSpeaking();

        deploy(
            held,
            { CustomObjectTranslation: ["Opportunity-zh_TW"], CustomField: ["Opportunity.Other__c"] },
            {
                [inOpportunity("zh_TW")]: file("CustomObjectTranslation", ""),
                "objects/Opportunity.object": file("CustomObject", textField("Other__c"))
            }
        );

        const object = held.org.schema.object("Opportunity");
        assert.ok(object);
        assert.equal(held.org.schema.field(object, "Other__c"), undefined);
    });
});
