import { DeployProblem } from "../metadata/deployProblem.ts";
import type { CompiledFlow, FlowOperand, ResourceType } from "./compiledFlow.ts";
import { typeOfOperand } from "./checkConditions.ts";
import type { AssignmentElement } from "./flowElements.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, itemOf, valueType } from "./resourceTypes.ts";

type Item = AssignmentElement["items"][number];

/** Checks one line of an assignment: a target that may be written, an operator it has, a value that fits. */
export function checkAssignment(names: FlowNames, flow: CompiledFlow, item: Item, what: string): void {
    const target = checkTarget(names, flow, item.target, what);
    const value = typeOfOperand(names, item.value, target, what);
    if (!operatorFits(item, target, value)) {
        throw new DeployProblem(`${what}: ${item.operator} does not fit ${item.target} with ${describe(item.value)}`);
    }
}

/** The type of a variable, or of a field of a record that the flow holds, that takes a value. */
export function checkTarget(names: FlowNames, flow: CompiledFlow, target: string, what: string): ResourceType {
    const [first = "", fieldName, ...rest] = target.split(".");
    const type = typeOfReference(names, target);
    if (type === undefined || rest.length > 0 || !isWritable(flow, first, fieldName))
        throw new DeployProblem(`${what}: ${target} can't be assigned to`);
    const { object, org } = names;
    const field = first === "$Record" && object !== null ? org.schema.field(object, fieldName ?? "") : undefined;
    if (field !== undefined && !field.createable && !field.updateable) {
        throw new DeployProblem(`${what}: ${object?.name ?? ""}.${field.name} is read-only`);
    }
    return type;
}

/** A variable whole or by field; of `$Record`, of records looked up and of a loop's item only the fields. */
function isWritable(flow: CompiledFlow, first: string, fieldName: string | undefined): boolean {
    if (flow.resources.get(first)?.kind === "variable") return true;
    if (fieldName === undefined) return false;
    const kind = flow.elements.get(first)?.kind;
    return first === "$Record" || kind === "loops" || kind === "recordLookups";
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
    if ("reference" in operand) return operand.reference;
    return JSON.stringify("template" in operand ? operand.template : String(operand.literal));
}
