import type { ElementShape } from "./readElement.ts";

export const fieldShape: ElementShape = {
    enforced: [
        "fullName",
        "type",
        "label",
        "inlineHelpText",
        "length",
        "precision",
        "scale",
        "required",
        "unique",
        "externalId",
        "defaultValue",
        "valueSet",
        "referenceTo",
        "relationshipName",
        "deleteConstraint",
        "reparentableMasterDetail",
        "summaryForeignKey",
        "summarizedField",
        "summaryOperation",
        "summaryFilterItems",
        "formula",
        "formulaTreatBlanksAs",
        "displayFormat",
        "startingNumber",
        "trackHistory"
    ],
    kept: [
        "description",
        "fieldManageability",
        "visibleLines",
        "relationshipLabel",
        "relationshipOrder",
        "trackFeedHistory",
        "trackTrending",
        "businessStatus",
        "securityClassification",
        "complianceGroup",
        "displayLocationInDecimal",
        "writeRequiresMasterRead"
    ],
    onlyAs: { caseSensitive: ["false"], externalDeveloperName: [], encryptionScheme: ["None"] }
};

export const valueSetShape: ElementShape = { enforced: ["restricted", "valueSetDefinition"], kept: [] };

export const valueSetDefinitionShape: ElementShape = { enforced: ["value"], kept: ["sorted"] };

export const picklistValueShape: ElementShape = {
    enforced: ["fullName", "default", "label", "isActive"],
    kept: ["color", "description"]
};

export const summaryFilterShape: ElementShape = { enforced: ["field", "operation", "value"], kept: [] };

/** Field types that can be deployed; every other one is refused by name. */
export const fieldTypeNames = [
    "Text",
    "TextArea",
    "LongTextArea",
    "Number",
    "Currency",
    "Percent",
    "Checkbox",
    "Date",
    "DateTime",
    "Picklist",
    "MultiselectPicklist",
    "AutoNumber",
    "Email",
    "Phone",
    "Url",
    "Lookup",
    "MasterDetail",
    "MetadataRelationship",
    "Summary"
] as const;
