import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkAssignment } from "./checkAssignment.ts";
import type { CompiledFlow, FlowElement, FlowOperand, LookupElement, LoopElement } from "./compiledFlow.ts";
import { checkFilters, checkRule } from "./checkConditions.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { mergeFieldsOf } from "./mergeText.ts";
import { fits, itemOf, recordType } from "./resourceTypes.ts";

/** Checks that every connector leads somewhere and every name in the flow means something of a fitting type. */
export function checkFlow(flow: CompiledFlow, names: FlowNames): void {
    const what = `Flow ${flow.name}`;
    checkConnector(flow, flow.first, `${what}: start`);
    checkFilters(names, names.object, flow.entry, `${what}: start`, "entry");
    checkFormulaCycles(flow);
    for (const resource of flow.resources.values()) {
        const place = `${what}: ${resource.kind} '${resource.name}'`;
        if (resource.kind === "variable" && resource.initial !== null) checkInitial(names, resource.initial, place);
        if (resource.kind === "textTemplate") checkMergeFields(names, resource.text, place);
    }
    for (const element of flow.elements.values()) checkElement(flow, names, element);
}

function checkElement(flow: CompiledFlow, names: FlowNames, element: FlowElement): void {
    const what = `Flow ${flow.name}: element '${element.name}'`;
    checkConnector(flow, element.next, what);
    switch (element.kind) {
        case "assignments":
            return element.items.forEach((item) => checkAssignment(names, flow, item, what));
        case "decisions":
            return element.rules.forEach((rule) => {
                checkConnector(flow, rule.next, what);
                checkRule(names, rule, what);
            });
        case "recordLookups":
            return checkLookup(names, element, what);
        case "loops":
            checkConnector(flow, element.body, what);
            return checkLoop(names, element, what);
        case "customErrors":
            return element.messages.forEach((message) => {
                checkMergeFields(names, message.text, what);
                if (message.field !== null && names.org.schema.field(names.object, message.field) === undefined) {
                    throw new DeployProblem(`${what}: ${names.object.name} has no field ${message.field}`);
                }
            });
    }
}

function checkConnector(flow: CompiledFlow, target: string | null, what: string): void {
    if (target !== null && !flow.elements.has(target))
        throw new DeployProblem(`${what} leads to '${target}', which is not an element of the flow`);
}

function checkLookup(names: FlowNames, element: LookupElement, what: string): void {
    const object = names.org.schema.object(element.objectName);
    if (object === undefined)
        throw new DeployProblem(`${what}: ${element.objectName} is not an object of this local org`);
    checkFilters(names, object, element.where, what, "lookup");
    for (const field of [...(element.queriedFields ?? []), ...(element.sort === null ? [] : [element.sort.field])]) {
        if (names.org.schema.field(object, field) === undefined)
            throw new DeployProblem(`${what}: ${object.name} has no field ${field}`);
    }
    if (element.into === null) return;
    const into = names.resources.get(element.into);
    if (into === undefined || !fits(into, recordType(object.name, !element.firstOnly))) {
        throw new DeployProblem(`${what}: ${element.into} is no variable that can hold the result`);
    }
}

function checkLoop(names: FlowNames, element: LoopElement, what: string): void {
    const collection = typeOfReference(names, element.collection);
    if (collection?.isCollection !== true)
        throw new DeployProblem(`${what}: ${element.collection} is not a collection of this flow`);
    if (element.body === null) throw new DeployProblem(`${what}: the loop has no connector for each item`);
    if (element.into === null) return;
    const into = names.resources.get(element.into);
    if (into === undefined || !fits(into, itemOf(collection))) {
        throw new DeployProblem(`${what}: ${element.into} is no variable that can hold an item`);
    }
}

function checkInitial(names: FlowNames, initial: FlowOperand, what: string): void {
    if ("reference" in initial && typeOfReference(names, initial.reference) === undefined) {
        throw new DeployProblem(`${what}: ${initial.reference} is not known in this flow`);
    }
}

// How a date or a number is written in a text depends on the user's locale.
function checkMergeFields(names: FlowNames, text: string, what: string): void {
    for (const reference of mergeFieldsOf(text)) {
        const type = typeOfReference(names, reference);
        if (type === undefined) throw new DeployProblem(`${what}: {!${reference}} is not known in this flow`);
        if (type.isCollection || !["String", "Picklist"].includes(type.dataType)) {
            throw new DeployProblem(
                `${what}: {!${reference}} is not a text; put TEXT({!${reference}}) in a formula and name that`
            );
        }
    }
}

function checkFormulaCycles(flow: CompiledFlow): void {
    const visit = (name: string, path: readonly string[]): void => {
        const resource = flow.resources.get(name);
        if (resource?.kind !== "formula") return;
        if (path.includes(name)) throw new DeployProblem(`Flow ${flow.name}: formula '${name}' refers to itself`);
        resource.formula.reads.forEach((read) => visit(read.split(".")[0] ?? "", [...path, name]));
    };
    for (const name of flow.resources.keys()) visit(name, []);
}
