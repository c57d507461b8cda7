import { developerName, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../../written/writtenFolder.ts";
import type { OverlayPlan } from "../overlayPlan.ts";
import { metadataXml, type XmlElements } from "../xml.ts";
import { decisionWords } from "./words/decisionWords.ts";
import { exceptionWords } from "./words/exceptionWords.ts";
import { lineItemWords } from "./words/lineItemWords.ts";
import type { FieldWords, ObjectWords, TranslatedInto } from "./words/objectWords.ts";
import { opportunityWords } from "./words/opportunityWords.ts";

/** By object; custom metadata and settings are for administrators, and stay in English. */
export const translatedObjects: Readonly<Record<string, ObjectWords>> = {
    Opportunity: opportunityWords,
    OpportunityLineItem: lineItemWords,
    PW_Decision__c: decisionWords,
    PW_Exception__c: exceptionWords
};

/** The permission rule of decisions is written with their bands, so without discounts there is none to translate. */
const writtenWithBands = "PW_Approver_Holds_Permission";

/**
 * What people read of the package, in each language that the plan names: the refusals of the rules given and of the
 * package's own, labels, help, picklist values and actions. One file an object and one a field, as `sf` keeps them.
 */
export function translationFiles(plan: OverlayPlan, rules: readonly RecordRule[]): WrittenFile[] {
    return plan.translations.flatMap((language) =>
        Object.entries(translatedObjects).flatMap(([object, words]) => {
            const folder = `objectTranslations/${object}-${language}`;
            const refusals = [
                ...(object === "Opportunity" ? refusalsOf(rules, language) : []),
                ...own(words, language)
            ];
            const kept = refusals.filter(([name]) => name !== writtenWithBands || plan.modules.includes("discounts"));
            return [
                objectFile(`${folder}/${object}-${language}`, words, kept, language),
                ...Object.entries(words.fields).map(([field, byLanguage]) =>
                    fieldFile(`${folder}/${field}`, field, byLanguage[language])
                )
            ];
        })
    );
}

type Refusal = readonly [name: string, message: string];

function refusalsOf(rules: readonly RecordRule[], language: TranslatedInto): Refusal[] {
    return rules.map((rule) => [`PW_${developerName(rule.id)}`, rule.words[language].message]);
}

function own({ refusals }: ObjectWords, language: TranslatedInto): Refusal[] {
    return Object.entries(refusals).map(([name, message]) => [name, message[language]]);
}

/** A Chinese noun has one form, so there is no plural to give. */
function objectFile(
    path: string,
    { object, quickActions }: ObjectWords,
    refusals: readonly Refusal[],
    language: TranslatedInto
): WrittenFile {
    const actions = Object.entries(quickActions).map(([name, label]) => ({ label: label[language], name }));
    const called = object?.[language];
    const content: XmlElements = {
        ...(called === undefined
            ? {}
            : { caseValues: { plural: "false", value: called.label }, nameFieldLabel: called.nameField }),
        ...(actions.length === 0 ? {} : { quickActions: actions }),
        ...(refusals.length === 0
            ? {}
            : { validationRules: byName(refusals).map(([name, errorMessage]) => ({ errorMessage, name })) })
    };
    return {
        path: `${path}.objectTranslation-meta.xml`,
        content: metadataXml("CustomObjectTranslation", content)
    };
}

function fieldFile(path: string, name: string, { label, help, relationshipLabel, values }: FieldWords): WrittenFile {
    const content: XmlElements = {
        help,
        label,
        name,
        ...(values === undefined
            ? {}
            : {
                  picklistValues: Object.entries(values).map(([masterLabel, translation]) => ({
                      masterLabel,
                      translation
                  }))
              }),
        ...(relationshipLabel === undefined ? {} : { relationshipLabel })
    };
    return { path: `${path}.fieldTranslation-meta.xml`, content: metadataXml("CustomFieldTranslation", content) };
}

function byName(refusals: readonly Refusal[]): Refusal[] {
    return refusals.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
