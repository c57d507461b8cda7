import type { FormulaNames, FormulaType } from "../formula/formula.ts";
import { fieldPathType, formulaTypeOf } from "../save/fieldPath.ts";
import type { NamesOfOrg } from "../save/formulaScope.ts";
import { globalType } from "../save/globalNames.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { FlowVariable, ResourceType } from "./compiledFlow.ts";
import type { CollectionFilterElement, FlowElement } from "./flowElements.ts";
import { asFormulaType, itemOf, recordType, typeOfFormula, valueType } from "./resourceTypes.ts";

/** What a name may mean in one flow: the record, the org's globals, the flow's resources and its elements' results. */
export interface FlowNames {
    readonly org: NamesOfOrg;
    /** What `$Record` is; null in a flow that other flows call. */
    readonly object: ObjectSchema | null;
    /** The flow runs at a save, so that formulas may ask what it changes. */
    readonly savesRecord: boolean;
    /** There is a `$Record__Prior`: the flow runs on updates. */
    readonly hasPrior: boolean;
    /** Types of variables, constants, formulas and text templates. */
    readonly resources: ReadonlyMap<string, ResourceType>;
    readonly elements: ReadonlyMap<string, FlowElement>;
    /** The variables of a flow that may be called, by name; undefined when there is no such flow. */
    variablesOf(flowName: string): ReadonlyMap<string, FlowVariable> | undefined;
}

const flowGlobals: Readonly<Record<string, ResourceType>> = {
    "$Flow.CurrentDateTime": valueType("DateTime"),
    "$Flow.CurrentDate": valueType("Date"),
    "$Flow.InterviewStartTime": valueType("DateTime"),
    "$Flow.FaultMessage": valueType("String"),
    "$GlobalConstant.True": valueType("Boolean"),
    "$GlobalConstant.False": valueType("Boolean"),
    "$GlobalConstant.EmptyString": valueType("String")
};

/** The type of what a reference names; undefined when nothing has that name. */
export function typeOfReference(names: FlowNames, reference: string): ResourceType | undefined {
    const [first = "", ...rest] = reference.split(".");
    const global = flowGlobals[reference];
    if (global !== undefined) return global;
    if (first === "$Record" || first === "$Record__Prior") return typeOfRecord(names, first, rest);
    if (first === "$CustomMetadata") return undefined;
    if (first.startsWith("$")) {
        const type = globalType(names.org, names.object, [first, ...rest]);
        return type === undefined ? undefined : typeOfFormula(type);
    }
    const held = names.resources.get(first) ?? typeOfOutput(names, first);
    if (held !== undefined) return typeWithin(names, held, first, rest);
    const [output = "", ...beyond] = rest;
    const type = typeOfNamedOutput(names, first, output);
    return type === undefined ? undefined : typeWithin(names, type, `${first}.${output}`, beyond);
}

/** The names that the flow's formulas may use, written `{!$Record.StageName}`. */
export function flowFormulaNames(names: FlowNames): FormulaNames {
    return { typeOf: (path) => formulaTypeIn(names, path) };
}

/** The element that a reference such as `Element.output` speaks of: one with several outputs, each by its own name. */
export function hasNamedOutputs(element: FlowElement | undefined): boolean {
    return element?.kind === "subflows" || element?.kind === "actionCalls";
}

function formulaTypeIn(names: FlowNames, path: readonly string[]): FormulaType | undefined {
    const [first = "", ...rest] = path;
    if (first === "$Record" || first === "$Record__Prior") {
        if (rest.length === 0 || names.object === null || typeOfRecord(names, first, rest) === undefined)
            return undefined;
        return fieldPathType(names.org.schema, names.object, rest);
    }
    if (first === "$CustomMetadata") return globalType(names.org, names.object, path);
    const type = typeOfReference(names, path.join("."));
    if (type === undefined) return undefined;
    // A field keeps its own type: a picklist has to be read with TEXT or ISPICKVAL, whoever holds the record.
    const holder = rest.length === 0 ? undefined : typeOfReference(names, path.slice(0, -1).join("."))?.objectName;
    const object = holder === undefined || holder === null ? undefined : names.org.schema.object(holder);
    const field = object === undefined ? undefined : names.org.schema.field(object, path.at(-1) ?? "");
    return field === undefined ? asFormulaType(type) : formulaTypeOf(field);
}

function typeOfRecord(names: FlowNames, first: string, path: readonly string[]): ResourceType | undefined {
    const { object, org } = names;
    if (object === null || (first === "$Record__Prior" && !names.hasPrior)) return undefined;
    if (path.length === 0) return recordType(object.name);
    const type = fieldPathType(org.schema, object, path);
    return type === undefined ? undefined : typeOfFormula(type);
}

/** What an element keeps under its own name, or a collection filter under the name of its item. */
function typeOfOutput(names: FlowNames, name: string): ResourceType | undefined {
    const element = names.elements.get(name);
    switch (element?.kind) {
        case "recordLookups": {
            if (element.into !== null || element.outputs.length > 0) return undefined;
            const object = names.org.schema.object(element.objectName);
            return object === undefined ? undefined : recordType(object.name, !element.firstOnly);
        }
        case "recordCreates":
            return element.keepsId ? valueType("String") : undefined;
        case "loops":
            return element.into === null ? typeOfItem(names, element.collection) : undefined;
        case "collectionFilter":
            return typeOfReference(names, element.collection);
        case undefined: {
            const filter = filterOfItem(names, name);
            return filter === undefined ? undefined : typeOfItem(names, filter.collection);
        }
        default:
            return undefined;
    }
}

function typeOfNamedOutput(names: FlowNames, name: string, output: string): ResourceType | undefined {
    const element = names.elements.get(name);
    if (element?.kind === "actionCalls")
        return element.keepsOutputs && output === "feedItemId" ? valueType("String") : undefined;
    if (element?.kind !== "subflows" || !element.keepsOutputs) return undefined;
    const variable = names.variablesOf(element.flowName)?.get(output);
    return variable?.isOutput === true ? variable.type : undefined;
}

function typeOfItem(names: FlowNames, collection: string): ResourceType | undefined {
    const type = typeOfReference(names, collection);
    return type === undefined ? undefined : itemOf(type);
}

function filterOfItem(names: FlowNames, item: string): CollectionFilterElement | undefined {
    for (const element of names.elements.values()) {
        if (element.kind === "collectionFilter" && element.item === item) return element;
    }
    return undefined;
}

function typeWithin(
    names: FlowNames,
    held: ResourceType,
    holder: string,
    path: readonly string[]
): ResourceType | undefined {
    const [fieldName, ...beyond] = path;
    if (fieldName === undefined) return held;
    if (held.isCollection || held.objectName === null || beyond.length > 0) return undefined;
    const object = names.org.schema.object(held.objectName);
    if (object === undefined || !isQueried(names, holder, fieldName)) return undefined;
    const type = fieldPathType(names.org.schema, object, [fieldName]);
    return type === undefined ? undefined : typeOfFormula(type);
}

/** Records that were looked up have the fields that were asked for; a variable's record may have any. */
function isQueried(names: FlowNames, holder: string, field: string): boolean {
    if (names.resources.has(holder)) return true;
    const element = names.elements.get(holder) ?? filterOfItem(names, holder);
    if (element?.kind === "loops" || element?.kind === "collectionFilter")
        return isQueried(names, element.collection, field);
    if (element?.kind !== "recordLookups" || element.queriedFields === null) return true;
    return [...element.queriedFields, "Id"].some((each) => each.toLowerCase() === field.toLowerCase());
}
