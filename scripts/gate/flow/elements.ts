/** The elements of a flow as `sf` writes them; the order of keys is the order in the file. */
import type { XmlElements } from "../xml.ts";

export interface Element {
    readonly name: string;
    readonly description?: string;
}

/** Auto-layout flows carry no places of their own. */
export const nowhere = { locationX: "0", locationY: "0" } as const;

export type Typed =
    { readonly text: string } | { readonly number: string } | { readonly boolean: boolean } | { readonly from: string };

/** What an element compares with or assigns: written there, or read from a resource. */
export function valueOf(value: Typed): XmlElements {
    if ("text" in value) return { stringValue: value.text };
    if ("number" in value) return { numberValue: `${value.number}.0` };
    return "boolean" in value ? { booleanValue: String(value.boolean) } : { elementReference: value.from };
}

export interface AssignmentItem {
    readonly to: string;
    readonly value: Typed;
    /** Assign unless said otherwise. */
    readonly operator?: "Assign" | "Add";
}

export function assignment(element: Element, items: readonly AssignmentItem[], next: string | null): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        assignmentItems: items.map(({ to, value, operator = "Assign" }) => ({
            assignToReference: to,
            operator,
            value: valueOf(value)
        })),
        ...connector(next)
    };
}

export interface DecisionOutcome {
    readonly name: string;
    readonly label: string;
    /** Each must hold; the left side is a resource's name. */
    readonly when: readonly (readonly [left: string, operator: string, right: Typed])[];
    readonly next: string | null;
}

export function decision(
    element: Element,
    outcomes: readonly DecisionOutcome[],
    otherwise: { readonly label: string; readonly next: string | null }
): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        ...connector(otherwise.next, "defaultConnector"),
        defaultConnectorLabel: otherwise.label,
        rules: outcomes.map(({ name, label, when, next }) => ({
            name,
            conditionLogic: "and",
            conditions: when.map(([leftValueReference, operator, right]) => ({
                leftValueReference,
                operator,
                rightValue: valueOf(right)
            })),
            ...connector(next),
            label
        }))
    };
}

export function loop(element: Element, over: string, body: string, after: string | null): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        collectionReference: over,
        iterationOrder: "Asc",
        ...connector(body, "nextValueConnector"),
        ...connector(after, "noMoreValuesConnector")
    };
}

export interface Lookup {
    readonly object: string;
    readonly where: readonly (readonly [field: string, operator: string, value: Typed])[];
    readonly fields: readonly string[];
    readonly sortedBy: string;
}

/** Gets all records that meet every filter; without a `fault` the flow fails where it can't. */
export function getRecords(element: Element, lookup: Lookup, next: string, fault: string | null = null): XmlElements {
    return {
        ...named(element),
        ...nowhere,
        assignNullValuesIfNoRecordsFound: "false",
        ...connector(next),
        ...connector(fault, "faultConnector"),
        filterLogic: "and",
        filters: lookup.where.map(([field, operator, value]) => ({ field, operator, value: valueOf(value) })),
        getFirstRecordOnly: "false",
        object: lookup.object,
        queriedFields: ["Id", ...lookup.fields],
        sortField: lookup.sortedBy,
        sortOrder: "Asc",
        storeOutputAutomatically: "true"
    };
}

/** Saves the record that a variable holds; what goes wrong goes to `fault`. */
export function updateRecord(element: Element, record: string, fault: string): XmlElements {
    return { ...named(element), ...nowhere, ...connector(fault, "faultConnector"), inputReference: record };
}

export function formula(
    element: Element,
    dataType: "Boolean" | "String" | "Number" | "Date" | "DateTime",
    expression: string
): XmlElements {
    const { name, description } = element;
    const scale = dataType === "Number" ? { scale: "0" } : {};
    return { ...(description === undefined ? {} : { description }), name, dataType, expression, ...scale };
}

export function variable(
    { name, description }: Element,
    dataType: "String" | "Number" | "Boolean" | "Date" | "DateTime",
    { isCollection = false, initial }: { readonly isCollection?: boolean; readonly initial?: Typed } = {}
): XmlElements {
    return {
        ...(description === undefined ? {} : { description }),
        name,
        dataType,
        isCollection: String(isCollection),
        isInput: "false",
        isOutput: "false",
        ...(dataType === "Number" ? { scale: "0" } : {}),
        ...(initial === undefined ? {} : { value: valueOf(initial) })
    };
}

export function recordVariable({ name, description }: Element, object: string): XmlElements {
    return {
        ...(description === undefined ? {} : { description }),
        name,
        dataType: "SObject",
        isCollection: "false",
        isInput: "false",
        isOutput: "false",
        objectType: object
    };
}

/** "Get_Contact_Roles" is labelled "Get Contact Roles". */
export function named({ name, description }: Element): XmlElements {
    return { ...(description === undefined ? {} : { description }), name, label: name.replaceAll("_", " ") };
}

export function connector(next: string | null, kind = "connector"): XmlElements {
    return next === null ? {} : { [kind]: { targetReference: next } };
}
