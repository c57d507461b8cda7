import type { ElementShape } from "../metadata/readElement.ts";

/** What every element carries for the canvas of Flow Builder. */
export const place = ["label", "locationX", "locationY", "description", "elementSubtype", "processMetadataValues"];

/** Elements that a flow may hold here, with what each may hold; every other kind of element is refused by name. */
export const elementShapes: Readonly<Record<string, ElementShape>> = {
    assignments: { enforced: ["name", "assignmentItems", "connector"], kept: place },
    decisions: { enforced: ["name", "rules", "defaultConnector"], kept: [...place, "defaultConnectorLabel"] },
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
    collectionProcessors: {
        enforced: [
            "name",
            "collectionProcessorType",
            "collectionReference",
            "assignNextValueToReference",
            "conditionLogic",
            "conditions",
            "formula",
            "sortOptions",
            "limit",
            "connector"
        ],
        kept: place
    },
    recordLookups: {
        enforced: [
            "name",
            "object",
            "filters",
            "filterLogic",
            "getFirstRecordOnly",
            "limit",
            "queriedFields",
            "sortField",
            "sortOrder",
            "storeOutputAutomatically",
            "outputReference",
            "outputAssignments",
            "assignNullValuesIfNoRecordsFound",
            "connector",
            "faultConnector"
        ],
        kept: place
    },
    recordCreates: {
        enforced: [
            "name",
            "object",
            "inputAssignments",
            "inputReference",
            "assignRecordIdToReference",
            "storeOutputAutomatically",
            "connector",
            "faultConnector"
        ],
        kept: place,
        onlyAs: { doesUpsert: ["false"] }
    },
    recordUpdates: {
        enforced: [
            "name",
            "object",
            "filters",
            "filterLogic",
            "inputAssignments",
            "inputReference",
            "connector",
            "faultConnector"
        ],
        kept: place
    },
    recordDeletes: {
        enforced: ["name", "object", "filters", "filterLogic", "inputReference", "connector", "faultConnector"],
        kept: place
    },
    subflows: {
        enforced: [
            "name",
            "flowName",
            "inputAssignments",
            "outputAssignments",
            "storeOutputAutomatically",
            "connector"
        ],
        kept: place
    },
    actionCalls: {
        enforced: [
            "name",
            "actionName",
            "inputParameters",
            "outputParameters",
            "storeOutputAutomatically",
            "connector",
            "faultConnector"
        ],
        kept: [...place, "nameSegment", "versionSegment", "versionString"],
        onlyAs: {
            actionType: ["chatterPost", "customNotificationAction"],
            flowTransactionModel: ["CurrentTransaction"]
        }
    },
    customErrors: { enforced: ["name", "customErrorMessages", "connector"], kept: place }
};

/** The kinds of collection processors that run here. */
export const collectionProcessorTypes = ["FilterCollectionProcessor", "SortCollectionProcessor"] as const;

/** The inputs that actions take here, by type. */
export const actionInputs = {
    chatterPost: ["text", "subjectNameOrId", "type", "visibility"],
    customNotificationAction: ["customNotifTypeId", "recipientIds", "title", "body", "targetId"]
} as const;

const base = ["processMetadataValues"];

export const decisionRuleShape: ElementShape = {
    enforced: ["name", "conditionLogic", "conditions", "connector", "doesRequireRecordChangedToMeetCriteria"],
    kept: ["label", "description", ...base]
};

export const conditionShape: ElementShape = { enforced: ["leftValueReference", "operator", "rightValue"], kept: base };
export const filterShape: ElementShape = { enforced: ["field", "operator", "value"], kept: base };
export const assignmentItemShape: ElementShape = { enforced: ["assignToReference", "operator", "value"], kept: base };
export const fieldAssignmentShape: ElementShape = { enforced: ["field", "value"], kept: base };
export const fieldOutputShape: ElementShape = { enforced: ["field", "assignToReference"], kept: base };
/** Inputs of subflows and actions. */
export const inputShape: ElementShape = { enforced: ["name", "value"], kept: base };
/** Outputs of subflows and actions. */
export const outputShape: ElementShape = { enforced: ["name", "assignToReference"], kept: base };
export const sortOptionShape: ElementShape = {
    enforced: ["sortField", "sortOrder", "doesPutEmptyStringAndNullFirst"],
    kept: base
};
export const connectorShape: ElementShape = { enforced: ["targetReference"], kept: ["isGoTo", ...base] };
export const errorMessageShape: ElementShape = {
    enforced: ["errorMessage", "fieldSelection", "isFieldError"],
    kept: base
};
