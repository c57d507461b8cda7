import { developerName, type FactName, type FormulaSpelling, type ListSetting, type NumberSetting } from "c/pwPolicy";

const settingFields: Readonly<Record<NumberSetting | ListSetting, string>> = {
    fromPosition: "From_Position__c",
    minimum: "Minimum__c",
    tolerance: "Tolerance__c",
    minimumAmount: "Minimum_Amount__c",
    recordTypes: "Record_Types__c",
    largerMinimum: "Larger_Minimum__c",
    largerFromPosition: "Larger_From_Position__c",
    largerFromAmount: "Larger_From_Amount__c",
    largerRecordTypes: "Larger_Record_Types__c"
};

/** The field of PW_Rule__mdt that keeps what an admin sets. */
export function settingField(setting: NumberSetting | ListSetting): string {
    return settingFields[setting];
}

/** A rule's own record as formulas name it: `$CustomMetadata.PW_Rule__mdt.Products_Present`. */
export function ruleRecordReference(ruleId: string): string {
    return `$CustomMetadata.PW_Rule__mdt.${developerName(ruleId)}`;
}

/** The field of Opportunity that keeps a fact: its own name, or where an org keeps it in a field of its own. */
export type FieldOfFact = (name: FactName) => string;

const itsOwnName: FieldOfFact = (name) => name;

/** Names as a validation rule on Opportunity spells them. */
export function validationRuleSpelling(ruleId: string, field: FieldOfFact = itsOwnName): FormulaSpelling {
    return {
        fact: field,
        setting: (name) => `${ruleRecordReference(ruleId)}.${settingField(name)}`
    };
}

/** Names as a formula resource of a record-triggered flow spells them. */
export function flowSpelling(ruleId: string, field: FieldOfFact = itsOwnName): FormulaSpelling {
    return {
        fact: (name) => `{!$Record.${field(name)}}`,
        setting: (name) => `{!${ruleRecordReference(ruleId)}.${settingField(name)}}`
    };
}
