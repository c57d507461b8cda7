import { developerName, type FormulaSpelling, type NumberSetting } from "c/pwPolicy";

const settingFields: Readonly<Record<NumberSetting, string>> = {
    fromPosition: "From_Position__c",
    minimum: "Minimum__c",
    tolerance: "Tolerance__c"
};

/** The field of PW_Rule__mdt that keeps a number an admin sets. */
export function settingField(setting: NumberSetting): string {
    return settingFields[setting];
}

/** A rule's own record as formulas name it: `$CustomMetadata.PW_Rule__mdt.Products_Present`. */
export function ruleRecordReference(ruleId: string): string {
    return `$CustomMetadata.PW_Rule__mdt.${developerName(ruleId)}`;
}

/** Names as a validation rule on Opportunity spells them. */
export function validationRuleSpelling(ruleId: string): FormulaSpelling {
    return {
        fact: (name) => name,
        setting: (name) => `${ruleRecordReference(ruleId)}.${settingField(name)}`
    };
}

/** Names as a formula resource of a record-triggered flow spells them. */
export function flowSpelling(ruleId: string): FormulaSpelling {
    return {
        fact: (name) => `{!$Record.${name}}`,
        setting: (name) => `{!${ruleRecordReference(ruleId)}.${settingField(name)}}`
    };
}
