import { DeployProblem } from "../metadata/deployProblem.ts";
import type { AssignmentElement, CompiledFlow, FlowOperand, ResourceType } from "./compiledFlow.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, itemOf, valueType } from "./resourceTypes.ts";
import { typeOfOperand } from "./checkConditions.ts";

type Item = AssignmentElement["items"][number];

/** Checks one line of an assignment: a target that may be written, an operator it has, a value that fits. */
export function checkAssignment(names: FlowNames, flow: CompiledFlow, item: Item, what: string): void {
    const target = checkTarget(names, flow, item.target, what);
    const value = typeOfOperand(names, item.value, target, what);
    if (!operatorFits(item, target, value)) {
        throw new DeployProblem(`${what}: ${item.operator} does not fit ${item.target} with ${describe(item.value)}`);
    }
}

function checkTarget(names: FlowNames, flow: CompiledFlow, target: string, what: string): ResourceType {
    const [first = "", fieldName, ...rest] = target.split(".");
    const type = typeOfReference(names, target);
    const isWritable = first === "$Record" ? fieldName !== undefined : flow.resources.get(first)?.kind === "variable";
    if (type === undefined || !isWritable || rest.length > 0)
        throw new DeployProblem(`${what}: ${target} can't be assigned to`);
    const field = first === "$Record" ? names.org.schema.field(names.object, fieldName ?? "") : undefined;
    if (field !== undefined && !field.createable && !field.updateable) {
        throw new DeployProblem(`${what}: ${names.object.name}.${field.name} is read-only`);
    }
    return type;
}

/** `value` is null for a blank, which fits whatever can be blank. */
function operatorFits({ operator }: Item, target: ResourceType, value: ResourceType | null): boolean {
    const isNumber = fits(target, valueType("Number"));
    switch (operator) {
        case "Assign":
            return value === null || fits(target, value);
        case "AssignCount":
            return isNumber && value?.isCollection === true;
        case "Add":
            if (value === null) return false;
            if (target.isCollection) return fits(target, value) || fits(itemOf(target), value);
            if (fits(target, valueType("Date"))) return fits(value, valueType("Number"));
            return (isNumber || fits(target, valueType("String"))) && fits(target, value);
        case "Subtract":
            if (value === null) return false;
            return fits(target, valueType("Date")) ? fits(value, valueType("Number")) : isNumber && fits(target, value);
        default:
            // AddAtStart, RemoveAll, RemoveFirst
            return value !== null && target.isCollection && (fits(target, value) || fits(itemOf(target), value));
    }
}

function describe(operand: FlowOperand): string {
    return "reference" in operand ? operand.reference : JSON.stringify(String(operand.literal));
}
