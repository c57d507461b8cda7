import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { FlowOperand } from "./compiledFlow.ts";
import { actionInputs, inputShape, outputShape } from "./elementShapes.ts";
import type { NotifyElement, PostElement, SubflowElement } from "./flowElements.ts";
import { readOperand } from "./flowValues.ts";
import { connectorOf } from "./readConditions.ts";

type Unplaced<Element> = Omit<Element, "name" | "next">;

export function readSubflow(element: XmlElement, what: string): Unplaced<SubflowElement> {
    return {
        kind: "subflows",
        flowName: requiredText(element, "flowName", what),
        inputs: readInputs(element, "inputAssignments", what),
        outputs: readOutputs(element, "outputAssignments", what),
        keepsOutputs: booleanOf(element, "storeOutputAutomatically", false)
    };
}

type ActionType = keyof typeof actionInputs;

/** Reads an action of one of the types that run here; its name is its type. */
export function readAction(element: XmlElement, what: string): Unplaced<PostElement> | Unplaced<NotifyElement> {
    return textOf(element, "actionType") === "customNotificationAction"
        ? readNotification(element, what)
        : readPost(element, what);
}

function readNotification(element: XmlElement, what: string): Unplaced<NotifyElement> {
    const inputs = readActionInputs(element, "customNotificationAction", what);
    const [output] = readOutputs(element, "outputParameters", what);
    if (output !== undefined)
        throw new DeployProblem(`${what}: customNotificationAction has no output ${output.name}`, element.line);
    return {
        kind: "notify",
        faultNext: connectorOf(element, "faultConnector", what),
        typeId: required(inputs, "customNotifTypeId", what),
        recipients: required(inputs, "recipientIds", what),
        title: required(inputs, "title", what),
        body: required(inputs, "body", what),
        targetId: required(inputs, "targetId", what)
    };
}

function readActionInputs(element: XmlElement, type: ActionType, what: string): ReadonlyMap<string, FlowOperand> {
    const actionName = textOf(element, "actionName") ?? type;
    if (actionName !== type)
        throw new DeployProblem(`${what}: the action ${actionName} is not supported by this local org`, element.line);
    const known: readonly string[] = actionInputs[type];
    const inputs = new Map(readInputs(element, "inputParameters", what).map(({ name, value }) => [name, value]));
    const strange = [...inputs.keys()].find((name) => !known.includes(name));
    if (strange !== undefined)
        throw new DeployProblem(`${what}: input ${strange} is not supported by this local org`, element.line);
    return inputs;
}

function readPost(element: XmlElement, what: string): Unplaced<PostElement> {
    const inputs = readActionInputs(element, "chatterPost", what);
    const outputs = readOutputs(element, "outputParameters", what);
    const unknown = outputs.find(({ name }) => name !== "feedItemId");
    if (unknown !== undefined)
        throw new DeployProblem(`${what}: chatterPost has no output ${unknown.name}`, element.line);
    return {
        kind: "actionCalls",
        faultNext: connectorOf(element, "faultConnector", what),
        text: required(inputs, "text", what),
        subject: required(inputs, "subjectNameOrId", what),
        subjectType: inputs.get("type") ?? null,
        visibility: inputs.get("visibility") ?? null,
        into: outputs[0]?.target ?? null,
        keepsOutputs: booleanOf(element, "storeOutputAutomatically", false)
    };
}

function required(inputs: ReadonlyMap<string, FlowOperand>, name: string, what: string): FlowOperand {
    const value = inputs.get(name);
    if (value === undefined) throw new DeployProblem(`${what}: the required input ${name} is missing`);
    return value;
}

function readInputs(element: XmlElement, tag: string, what: string): { name: string; value: FlowOperand }[] {
    return childrenNamed(element, tag).map((input) => {
        checkShape(input, inputShape, what);
        return { name: requiredText(input, "name", what), value: readOperand(input, "value", what) };
    });
}

function readOutputs(element: XmlElement, tag: string, what: string): { name: string; target: string }[] {
    return childrenNamed(element, tag).map((output) => {
        checkShape(output, outputShape, what);
        return { name: requiredText(output, "name", what), target: requiredText(output, "assignToReference", what) };
    });
}
