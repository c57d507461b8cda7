import type { ElementShape } from "../metadata/readElement.ts";
import { elementShapes, place } from "./elementShapes.ts";

export const flowShape: ElementShape = {
    enforced: [
        "start",
        "startElementReference",
        "status",
        "label",
        "triggerOrder",
        ...Object.keys(elementShapes),
        "formulas",
        "variables",
        "constants",
        "textTemplates"
    ],
    kept: [
        "description",
        "interviewLabel",
        "apiVersion",
        "processMetadataValues",
        "timeZoneSidKey",
        "customProperties",
        "migratedFromWorkflowRuleName",
        "sourceTemplate"
    ],
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

/** Resources that a flow may hold here. */
export const resourceShapes: Readonly<Record<string, ElementShape>> = {
    variables: {
        enforced: ["name", "dataType", "isCollection", "isInput", "isOutput", "objectType", "scale", "value"],
        kept: ["description", "processMetadataValues"]
    },
    constants: { enforced: ["name", "dataType", "value"], kept: ["description", "processMetadataValues"] },
    formulas: { enforced: ["name", "dataType", "expression", "scale"], kept: ["description", "processMetadataValues"] },
    textTemplates: {
        enforced: ["name", "text"],
        kept: ["description", "processMetadataValues"],
        onlyAs: { isViewedAsPlainText: ["true"] }
    }
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
        "doesRequireRecordChangedToMeetCriteria",
        "scheduledPaths"
    ],
    kept: place,
    onlyAs: { flowRunAsUser: ["TriggeringUser"] }
};

/** The start of a flow that other flows call. */
export const calledStartShape: ElementShape = { enforced: ["connector"], kept: place };

/** The start of a flow that runs by the clock. */
export const scheduledStartShape: ElementShape = {
    enforced: ["connector", "object", "triggerType", "filters", "filterLogic", "schedule"],
    kept: place
};

export const scheduleShape: ElementShape = { enforced: ["frequency", "startDate", "startTime"], kept: [] };

export const scheduledPathShape: ElementShape = {
    enforced: ["name", "connector"],
    kept: ["description", "processMetadataValues"],
    onlyAs: { pathType: ["AsyncAfterCommit"], maxBatchSize: ["200"] }
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
