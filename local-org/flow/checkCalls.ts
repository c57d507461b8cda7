import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkTarget } from "./checkAssignment.ts";
import { typeOfOperand } from "./checkConditions.ts";
import type { CompiledFlow, FlowOperand } from "./compiledFlow.ts";
import type { PostElement, SubflowElement } from "./flowElements.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, valueType } from "./resourceTypes.ts";

/** Checks that the called flow is there and takes and gives what this one thinks. */
export function checkSubflow(names: FlowNames, flow: CompiledFlow, element: SubflowElement, what: string): void {
    const variables = names.variablesOf(element.flowName);
    if (variables === undefined)
        throw new DeployProblem(`${what} calls ${element.flowName}, which is no autolaunched flow of this local org`);
    for (const { name, value } of element.inputs) {
        const input = variables.get(name);
        if (input?.isInput !== true) throw new DeployProblem(`${what}: ${element.flowName} has no input ${name}`);
        const type = typeOfOperand(names, value, input.type, what);
        if (type !== null && !fits(input.type, type))
            throw new DeployProblem(`${what}: input ${name} can't take a value of that type`);
    }
    for (const { name, target } of element.outputs) {
        const output = variables.get(name);
        if (output?.isOutput !== true) throw new DeployProblem(`${what}: ${element.flowName} has no output ${name}`);
        if (!fits(checkTarget(names, flow, target, what), output.type))
            throw new DeployProblem(`${what}: ${target} is no variable that can hold ${name}`);
    }
}

const audiences = ["allUsers", "internalUsers"];

/** Checks an action of type chatterPost. */
export function checkPost(names: FlowNames, flow: CompiledFlow, element: PostElement, what: string): void {
    for (const [name, operand] of Object.entries(inputsOf(element))) {
        const type = typeOfOperand(names, operand, valueType("String"), what);
        if (type !== null && !fits(type, valueType("String")))
            throw new DeployProblem(`${what}: input ${name} is not a text`);
    }
    const { subjectType, visibility } = element;
    const kind = literalIn(subjectType);
    if (kind !== null && kind.toLowerCase() !== "user")
        throw new DeployProblem(`${what}: type ${kind} is not supported by this local org`);
    const audience = literalIn(visibility);
    if (audience !== null && !audiences.includes(audience))
        throw new DeployProblem(`${what}: visibility ${audience} is not supported by this local org`);
    if (element.into !== null && !fits(checkTarget(names, flow, element.into, what), valueType("String")))
        throw new DeployProblem(`${what}: ${element.into} is no variable that can hold an Id`);
}

function inputsOf({ text, subject, subjectType, visibility }: PostElement): Record<string, FlowOperand> {
    return {
        text,
        subjectNameOrId: subject,
        ...(subjectType === null ? {} : { type: subjectType }),
        ...(visibility === null ? {} : { visibility })
    };
}

function literalIn(operand: FlowOperand | null): string | null {
    return operand !== null && "literal" in operand && operand.literal !== null ? String(operand.literal) : null;
}
