import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import {
    actionInputs,
    assignmentItemShape,
    collectionProcessorTypes,
    decisionRuleShape,
    elementShapes,
    errorMessageShape
} from "./elementShapes.ts";
import type { AssignmentElement, CustomErrorElement, DecisionRule, FlowElement } from "./flowElements.ts";
import { assignmentOperators, resourceShapes } from "./flowShapes.ts";
import { readOperand } from "./flowValues.ts";
import { readAction, readSubflow } from "./readCalls.ts";
import { readCollectionProcessor } from "./readCollectionProcessor.ts";
import { checkOperator, connectorOf, readConditions } from "./readConditions.ts";
import { readCreate, readDelete, readLookup, readUpdate } from "./readDataElements.ts";

/** Every element of the flow by name. Throws DeployProblem naming what this org can't run. */
export function readFlowElements(root: XmlElement, flowName: string): Map<string, FlowElement> {
    refuseUnknownElements(root, flowName);
    const elements = new Map<string, FlowElement>();
    for (const element of root.children) {
        const shape = elementShapes[element.name];
        if (shape === undefined) continue;
        const name = requiredText(element, "name", `Flow ${flowName}`);
        const what = `Flow ${flowName}: element '${name}'`;
        checkShape(element, shape, what);
        if (elements.has(name)) throw new DeployProblem(`${what} stands there twice`, element.line);
        elements.set(name, readElement(element, name, what));
    }
    return elements;
}

/** Refuses, by name and kind, each element of a kind that does not run here. */
export function refuseUnknownElements(root: XmlElement, flowName: string): void {
    for (const element of root.children) {
        const isElement = element.children.some((child) => child.name === "locationX");
        if (element.name === "start" || !isElement || element.name in resourceShapes || isKnown(element)) continue;
        const action = textOf(element, "actionType") ?? textOf(element, "collectionProcessorType");
        const kind = action === undefined ? element.name : `${element.name} ${action}`;
        const name = textOf(element, "name") ?? "";
        throw new DeployProblem(
            `Flow ${flowName}: element '${name}' (${kind}) is not supported by this local org`,
            element.line
        );
    }
}

function isKnown(element: XmlElement): boolean {
    if (element.name === "actionCalls") return (textOf(element, "actionType") ?? "") in actionInputs;
    if (element.name !== "collectionProcessors") return element.name in elementShapes;
    const type = textOf(element, "collectionProcessorType") ?? "";
    return collectionProcessorTypes.some((each) => each === type);
}

function readElement(element: XmlElement, name: string, what: string): FlowElement {
    const base = { name, next: connectorOf(element, "connector", what) };
    switch (element.name) {
        case "assignments":
            return { kind: "assignments", ...base, items: readItems(element, what) };
        case "decisions":
            return {
                kind: "decisions",
                name,
                next: connectorOf(element, "defaultConnector", what),
                rules: childrenNamed(element, "rules").map((rule) => readRule(rule, what))
            };
        case "loops":
            return {
                kind: "loops",
                name,
                next: connectorOf(element, "noMoreValuesConnector", what),
                collection: requiredText(element, "collectionReference", what),
                descending: textOf(element, "iterationOrder") === "Desc",
                into: textOf(element, "assignNextValueToReference") ?? null,
                body: connectorOf(element, "nextValueConnector", what)
            };
        case "collectionProcessors":
            return { ...readCollectionProcessor(element, what), ...base };
        case "customErrors":
            return { kind: "customErrors", ...base, messages: readMessages(element, what) };
        case "subflows":
            return { ...readSubflow(element, what), ...base };
        default:
            return { ...readDataElement(element, what), ...base };
    }
}

type Unnamed<Element> = Element extends FlowElement ? Omit<Element, "name" | "next"> : never;
type DataElement = Extract<FlowElement, { faultNext: string | null }>;

function readDataElement(element: XmlElement, what: string): Unnamed<DataElement> {
    switch (element.name) {
        case "recordLookups":
            return readLookup(element, what);
        case "recordCreates":
            return readCreate(element, what);
        case "recordUpdates":
            return readUpdate(element, what);
        case "recordDeletes":
            return readDelete(element, what);
        default:
            return readAction(element, what);
    }
}

function readItems(element: XmlElement, what: string): AssignmentElement["items"] {
    return childrenNamed(element, "assignmentItems").map((item) => {
        checkShape(item, assignmentItemShape, what);
        const operator = requiredText(item, "operator", what);
        checkOperator(operator, assignmentOperators, what, item.line);
        return {
            target: requiredText(item, "assignToReference", what),
            operator,
            value: readOperand(item, "value", what)
        };
    });
}

function readRule(rule: XmlElement, what: string): DecisionRule {
    checkShape(rule, decisionRuleShape, what);
    return {
        ...readConditions(rule, what),
        name: requiredText(rule, "name", what),
        next: connectorOf(rule, "connector", what),
        onlyWhenNewlyMet: booleanOf(rule, "doesRequireRecordChangedToMeetCriteria", false)
    };
}

function readMessages(element: XmlElement, what: string): CustomErrorElement["messages"] {
    return childrenNamed(element, "customErrorMessages").map((message) => {
        checkShape(message, errorMessageShape, what);
        const text = requiredText(message, "errorMessage", what);
        if (text.length > 255) {
            const problem = `${what}: the message has ${text.length} characters; 255 is the most`;
            throw new DeployProblem(problem, message.line);
        }
        const isFieldError = booleanOf(message, "isFieldError", false);
        return { text, field: isFieldError ? requiredText(message, "fieldSelection", what) : null };
    });
}
