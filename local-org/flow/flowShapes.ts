import type { ElementShape } from "../metadata/readElement.ts";

const place = ["label", "locationX", "locationY", "description"];

export const flowShape: ElementShape = {
    enforced: [
        "start",
        "status",
        "triggerOrder",
        "assignments",
        "decisions",
        "recordLookups",
        "loops",
        "customErrors",
        "formulas",
        "variables",
        "constants",
        "textTemplates"
    ],
    kept: ["label", "description", "interviewLabel", "apiVersion", "processMetadataValues", "timeZoneSidKey"],
    onlyAs: {
        processType: ["AutoLaunchedFlow"],
        environments: ["Default"],
        runInMode: ["DefaultMode", "SystemModeWithoutSharing"],
        isTemplate: ["false"],
        isOverridable: ["false"],
        areMetricsLoggedToDataCloud: ["false"],
        isAdditionalPermissionRequiredToRun: ["false"]
    }
};

/** Elements that a flow may hold here, with what each may hold; every other kind of element is refused by name. */
export const elementShapes: Readonly<Record<string, ElementShape>> = {
    assignments: { enforced: ["name", "assignmentItems", "connector"], kept: place },
    decisions: { enforced: ["name", "rules", "defaultConnector"], kept: [...place, "defaultConnectorLabel"] },
    recordLookups: {
        enforced: [
            "name",
            "object",
            "filters",
            "filterLogic",
            "getFirstRecordOnly",
            "queriedFields",
            "sortField",
            "sortOrder",
            "storeOutputAutomatically",
            "outputReference",
            "assignNullValuesIfNoRecordsFound",
            "connector"
        ],
        kept: place
    },
    loops: {
        enforced: [
            "name",
            "collectionReference",
            "iterationOrder",
            "assignNextValueToReference",
            "nextValueConnector",
            "noMoreValuesConnector"
        ],
        kept: place
    },
    customErrors: { enforced: ["name", "customErrorMessages", "connector"], kept: place }
};

/** Resources that a flow may hold here. */
export const resourceShapes: Readonly<Record<string, ElementShape>> = {
    variables: {
        enforced: ["name", "dataType", "isCollection", "objectType", "scale", "value"],
        kept: ["description"],
        onlyAs: { isInput: ["false"], isOutput: ["false", "true"] }
    },
    constants: { enforced: ["name", "dataType", "value"], kept: ["description"] },
    formulas: { enforced: ["name", "dataType", "expression", "scale"], kept: ["description"] },
    textTemplates: { enforced: ["name", "text"], kept: ["description"], onlyAs: { isViewedAsPlainText: ["true"] } }
};

export const startShape: ElementShape = {
    enforced: [
        "connector",
        "object",
        "recordTriggerType",
        "triggerType",
        "filters",
        "filterLogic",
        "filterFormula",
        "doesRequireRecordChangedToMeetCriteria"
    ],
    kept: place
};

export const decisionRuleShape: ElementShape = {
    enforced: ["name", "conditionLogic", "conditions", "connector"],
    kept: ["label", "description"],
    onlyAs: { doesRequireRecordChangedToMeetCriteria: ["false"] }
};

export const conditionShape: ElementShape = { enforced: ["leftValueReference", "operator", "rightValue"], kept: [] };
export const filterShape: ElementShape = { enforced: ["field", "operator", "value"], kept: [] };
export const assignmentItemShape: ElementShape = { enforced: ["assignToReference", "operator", "value"], kept: [] };
export const connectorShape: ElementShape = { enforced: ["targetReference"], kept: ["isGoTo"] };
export const errorMessageShape: ElementShape = {
    enforced: ["errorMessage", "fieldSelection", "isFieldError"],
    kept: []
};
export const valueShape: ElementShape = {
    enforced: ["stringValue", "numberValue", "booleanValue", "dateValue", "dateTimeValue", "elementReference"],
    kept: []
};

export const comparisonOperators = [
    "EqualTo",
    "NotEqualTo",
    "GreaterThan",
    "GreaterThanOrEqualTo",
    "LessThan",
    "LessThanOrEqualTo",
    "StartsWith",
    "EndsWith",
    "Contains",
    "IsNull",
    "IsBlank",
    "IsEmpty",
    "IsChanged",
    "In",
    "NotIn"
] as const;

export const assignmentOperators = [
    "Assign",
    "Add",
    "Subtract",
    "AddAtStart",
    "AssignCount",
    "RemoveAll",
    "RemoveFirst"
] as const;
