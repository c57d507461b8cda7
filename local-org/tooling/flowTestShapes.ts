import type { ElementShape } from "../metadata/readElement.ts";

/** What a FlowTest may hold. Metadata API Developer Guide, FlowTest. */
export const flowTestShape: ElementShape = {
    enforced: ["flowApiName", "testPoints"],
    kept: ["fullName", "label", "description"],
    onlyAs: { testType: ["WithAssertion"], doesCommitChanges: ["false"], doesSkipStartConditions: ["false"] }
};

export const testPointShape: ElementShape = {
    enforced: ["elementApiName", "parameters", "assertions"],
    kept: [],
    onlyAs: { isUseMockOutput: ["false"] }
};

export const parameterShape: ElementShape = { enforced: ["leftValueReference", "type", "value"], kept: [] };

export const assertionShape: ElementShape = {
    enforced: ["conditions", "errorMessage"],
    kept: [],
    onlyAs: { conditionLogic: ["and"] }
};

export const conditionShape: ElementShape = { enforced: ["leftValueReference", "operator", "rightValue"], kept: [] };

export const recordValueShape: ElementShape = { enforced: ["sobjectValue"], kept: [] };

export const rightValueShape: ElementShape = {
    enforced: ["stringValue", "numberValue", "booleanValue", "dateValue", "dateTimeValue"],
    kept: []
};

/** Of an assertion; `IsNull` takes true or false. */
export const testOperators: ReadonlySet<string> = new Set([
    "EqualTo",
    "NotEqualTo",
    "GreaterThan",
    "GreaterThanOrEqualTo",
    "LessThan",
    "LessThanOrEqualTo",
    "StartsWith",
    "EndsWith",
    "Contains",
    "IsNull"
]);
