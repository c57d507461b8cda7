import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkAssignment } from "./checkAssignment.ts";
import { checkPost, checkSubflow } from "./checkCalls.ts";
import { checkNotification } from "./checkNotification.ts";
import { checkFilters, checkMergeFields, checkRule, typeOfOperand } from "./checkConditions.ts";
import { checkCreate, checkDelete, checkLookup, checkUpdate } from "./checkDataElements.ts";
import { checkPlaces } from "./checkPlaces.ts";
import { isTriggered } from "./compiledFlow.ts";
import type { CompiledFlow, FlowVariable, ResourceType } from "./compiledFlow.ts";
import { connectorsOf } from "./flowElements.ts";
import type { CollectionFilterElement, CollectionSortElement, FlowElement, LoopElement } from "./flowElements.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { fits, itemOf } from "./resourceTypes.ts";

/** Checks that every connector leads somewhere and every name in the flow means something of a fitting type. */
export function checkFlow(flow: CompiledFlow, names: FlowNames): void {
    const what = `Flow ${flow.name}`;
    checkConnector(flow, flow.first, `${what}: start`);
    if (isTriggered(flow)) checkConnector(flow, flow.asyncFirst, `${what}: start`);
    if (flow.when !== "called" && names.object !== null)
        checkFilters(names, names.object, flow.entry, `${what}: start`, "entry");
    checkPlaces(flow);
    checkFormulaCycles(flow);
    for (const resource of flow.resources.values()) {
        const place = `${what}: ${resource.kind} '${resource.name}'`;
        if (resource.kind === "variable") checkInitial(names, resource, place);
        if (resource.kind === "textTemplate") checkMergeFields(names, resource.text, place);
    }
    for (const element of flow.elements.values()) checkElement(flow, names, element);
}

function checkElement(flow: CompiledFlow, names: FlowNames, element: FlowElement): void {
    const what = `Flow ${flow.name}: element '${element.name}'`;
    connectorsOf(element).forEach((target) => checkConnector(flow, target, what));
    switch (element.kind) {
        case "assignments":
            return element.items.forEach((item) => checkAssignment(names, flow, item, what));
        case "decisions":
            return element.rules.forEach((rule) => {
                checkRule(names, rule, what);
                if (rule.onlyWhenNewlyMet && !names.hasPrior)
                    throw new DeployProblem(`${what}: only a flow that runs on updates knows what was met before`);
            });
        case "loops":
            return checkLoop(names, element, what);
        case "collectionFilter":
            return checkCollectionFilter(names, element, what);
        case "collectionSort":
            return checkCollectionSort(names, element, what);
        case "recordLookups":
            return checkLookup(names, flow, element, what);
        case "recordCreates":
            return checkCreate(names, flow, element, what);
        case "recordUpdates":
            return checkUpdate(names, element, what);
        case "recordDeletes":
            return checkDelete(names, element, what);
        case "subflows":
            return checkSubflow(names, flow, element, what);
        case "actionCalls":
            return checkPost(names, flow, element, what);
        case "notify":
            return checkNotification(names, element, what);
        case "customErrors":
            return element.messages.forEach((message) => checkMessage(names, message, what));
    }
}

function checkConnector(flow: CompiledFlow, target: string | null, what: string): void {
    if (target !== null && !flow.elements.has(target))
        throw new DeployProblem(`${what} leads to '${target}', which is not an element of the flow`);
}

function checkMessage(names: FlowNames, message: { text: string; field: string | null }, what: string): void {
    checkMergeFields(names, message.text, what);
    const { object, org } = names;
    if (message.field !== null && object !== null && org.schema.field(object, message.field) === undefined) {
        throw new DeployProblem(`${what}: ${object.name} has no field ${message.field}`);
    }
}

function collectionType(names: FlowNames, collection: string, what: string): ResourceType {
    const type = typeOfReference(names, collection);
    if (type?.isCollection !== true) throw new DeployProblem(`${what}: ${collection} is not a collection of this flow`);
    return type;
}

function checkLoop(names: FlowNames, element: LoopElement, what: string): void {
    const collection = collectionType(names, element.collection, what);
    if (element.body === null) throw new DeployProblem(`${what}: the loop has no connector for each item`);
    checkItemVariable(names, element.into, collection, what);
}

function checkItemVariable(names: FlowNames, item: string | null, collection: ResourceType, what: string): void {
    if (item === null) return;
    const into = names.resources.get(item);
    if (into === undefined || !fits(into, itemOf(collection))) {
        throw new DeployProblem(`${what}: ${item} is no variable that can hold an item`);
    }
}

function checkCollectionFilter(names: FlowNames, element: CollectionFilterElement, what: string): void {
    const collection = collectionType(names, element.collection, what);
    // Flow Builder may leave the variable of the item undeclared; then the filter alone knows it.
    if (names.resources.has(element.item)) checkItemVariable(names, element.item, collection, what);
    if (element.conditions !== null) checkRule(names, element.conditions, what);
}

function checkCollectionSort(names: FlowNames, element: CollectionSortElement, what: string): void {
    const collection = collectionType(names, element.collection, what);
    const object = collection.objectName === null ? undefined : names.org.schema.object(collection.objectName);
    for (const { field } of element.sorts) {
        if (object === undefined && field === null) continue;
        if (object === undefined || field === null || names.org.schema.field(object, field) === undefined)
            throw new DeployProblem(`${what}: the items have no field ${field ?? "to sort by"}`);
    }
}

function checkInitial(names: FlowNames, { initial, type }: FlowVariable, what: string): void {
    if (initial === null) return;
    const value = typeOfOperand(names, initial, type, what);
    if (value !== null && !fits(type, value)) throw new DeployProblem(`${what}: its value is not of its own type`);
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
