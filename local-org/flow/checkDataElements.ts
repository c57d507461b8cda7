import { DeployProblem } from "../metadata/deployProblem.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { checkTarget } from "./checkAssignment.ts";
import { checkFilters, typeOfOperand } from "./checkConditions.ts";
import type { CompiledFlow, Filters } from "./compiledFlow.ts";
import type { CreateElement, DeleteElement, FieldAssignment, LookupElement, UpdateElement } from "./flowElements.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, recordType, typeOfField, valueType } from "./resourceTypes.ts";

export function checkLookup(names: FlowNames, flow: CompiledFlow, element: LookupElement, what: string): void {
    const object = objectNamed(names, element.objectName, what);
    checkFilters(names, object, element.where, what, "lookup");
    for (const field of [...(element.queriedFields ?? []), ...(element.sort === null ? [] : [element.sort.field])]) {
        fieldNamed(names, object, field, what);
    }
    if (element.limit !== null) {
        const type = typeOfOperand(names, element.limit, valueType("Number"), what);
        if (type === null || !fits(type, valueType("Number")))
            throw new DeployProblem(`${what}: the limit is no number`);
    }
    for (const { field: fieldName, target } of element.outputs) {
        const type = typeOfField(fieldNamed(names, object, fieldName, what));
        if (!fits(checkTarget(names, flow, target, what), type))
            throw new DeployProblem(`${what}: ${target} is no variable that can hold ${fieldName}`);
    }
    if (element.into === null) return;
    const into = names.resources.get(element.into);
    if (into === undefined || !fits(into, recordType(object.name, !element.firstOnly))) {
        throw new DeployProblem(`${what}: ${element.into} is no variable that can hold the result`);
    }
}

export function checkCreate(names: FlowNames, flow: CompiledFlow, element: CreateElement, what: string): void {
    const { source, into, keepsId } = element;
    const object =
        "records" in source ? objectOf(names, source.records, what) : objectNamed(names, source.objectName, what);
    if (!object.createable) throw new DeployProblem(`${what}: ${object.name} can't be created`);
    if ("records" in source) {
        if (into !== null || keepsId)
            throw new DeployProblem(`${what}: a record that is created from a variable keeps its Id in it`);
        return;
    }
    for (const each of source.values) {
        checkFieldAssignment(names, object, each, what);
        if (!fieldNamed(names, object, each.field, what).createable)
            throw new DeployProblem(`${what}: ${object.name}.${each.field} is read-only`);
    }
    if (into !== null && !fits(checkTarget(names, flow, into, what), valueType("String")))
        throw new DeployProblem(`${what}: ${into} is no variable that can hold an Id`);
}

export function checkUpdate(names: FlowNames, element: UpdateElement, what: string): void {
    const { target, where, values } = element;
    const ofRecord = "records" in target && target.records === "$Record";
    const object =
        "records" in target ? objectOf(names, target.records, what) : objectNamed(names, target.objectName, what);
    if (!object.updateable) throw new DeployProblem(`${what}: ${object.name} can't be updated`);
    if ("records" in target && !ofRecord && (values.length > 0 || where.filters.length > 0))
        throw new DeployProblem(`${what}: only $Record takes filters and inputAssignments beside inputReference`);
    if (!("records" in target) && values.length === 0) throw new DeployProblem(`${what} sets no field`);
    checkFilters(names, object, where, what, "lookup");
    for (const each of values) {
        checkFieldAssignment(names, object, each, what);
        if (!fieldNamed(names, object, each.field, what).updateable)
            throw new DeployProblem(`${what}: ${object.name}.${each.field} is read-only`);
    }
}

export function checkDelete(names: FlowNames, element: DeleteElement, what: string): void {
    const { target, where } = element;
    const object =
        "records" in target ? objectOf(names, target.records, what) : objectNamed(names, target.objectName, what);
    if (!object.deletable) throw new DeployProblem(`${what}: ${object.name} can't be deleted`);
    if ("records" in target) return refuseFilters(where, what);
    if (where.filters.length === 0)
        throw new DeployProblem(`${what}: the filters that say which records go are missing`);
    checkFilters(names, object, where, what, "lookup");
}

function refuseFilters({ filters }: Filters, what: string): void {
    if (filters.length > 0) throw new DeployProblem(`${what}: filters have no meaning beside inputReference`);
}

function checkFieldAssignment(names: FlowNames, object: ObjectSchema, assignment: FieldAssignment, what: string): void {
    const field = fieldNamed(names, object, assignment.field, what);
    const type = typeOfField(field);
    const value = typeOfOperand(names, assignment.value, type, what);
    if (value !== null && !fits(type, value))
        throw new DeployProblem(`${what}: ${object.name}.${field.name} can't take a value of that type`);
}

function objectNamed({ org }: FlowNames, name: string, what: string): ObjectSchema {
    const object = org.schema.object(name);
    if (object === undefined) throw new DeployProblem(`${what}: ${name} is not an object of this local org`);
    return object;
}

/** The object of the record or collection that a reference names. */
function objectOf(names: FlowNames, reference: string, what: string): ObjectSchema {
    const type = typeOfReference(names, reference);
    if (type === undefined) throw new DeployProblem(`${what}: ${reference} is not known in this flow`);
    if (type.objectName === null || reference.startsWith("$Record__Prior"))
        throw new DeployProblem(`${what}: ${reference} holds no records that can be changed`);
    return objectNamed(names, type.objectName, what);
}

function fieldNamed({ org }: FlowNames, object: ObjectSchema, name: string, what: string): FieldSchema {
    const field = org.schema.field(object, name);
    if (field === undefined) throw new DeployProblem(`${what}: ${object.name} has no field ${name}`);
    return field;
}
