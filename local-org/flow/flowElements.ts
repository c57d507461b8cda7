import type { Conditions, Filters, FlowOperand } from "./compiledFlow.ts";

interface ElementBase {
    readonly name: string;
    /** The element after this one; null ends the path. */
    readonly next: string | null;
}

interface Faultable {
    /** Where the flow goes on when the element fails; null: the flow fails. */
    readonly faultNext: string | null;
}

export interface AssignmentElement extends ElementBase {
    readonly kind: "assignments";
    readonly items: readonly { readonly target: string; readonly operator: string; readonly value: FlowOperand }[];
}

export interface DecisionElement extends ElementBase {
    readonly kind: "decisions";
    readonly rules: readonly DecisionRule[];
}

export interface DecisionRule extends Conditions {
    readonly name: string;
    readonly next: string | null;
    /** On an update, holds only when the record did not meet the conditions before. */
    readonly onlyWhenNewlyMet: boolean;
}

export interface LoopElement extends ElementBase {
    readonly kind: "loops";
    readonly collection: string;
    readonly descending: boolean;
    /** The variable that takes each item; null where the loop keeps it under its own name. */
    readonly into: string | null;
    readonly body: string | null;
}

export interface CustomErrorElement extends ElementBase {
    readonly kind: "customErrors";
    readonly messages: readonly { readonly text: string; readonly field: string | null }[];
}

/** Keeps those items of a collection that meet conditions, under the element's own name. */
export interface CollectionFilterElement extends ElementBase {
    readonly kind: "collectionFilter";
    readonly collection: string;
    /** The name of the item in the conditions. */
    readonly item: string;
    /** Null where a formula decides. */
    readonly conditions: Conditions | null;
    readonly formula: string | null;
}

/** Sorts a collection in place. */
export interface CollectionSortElement extends ElementBase {
    readonly kind: "collectionSort";
    readonly collection: string;
    readonly sorts: readonly CollectionSort[];
    /** How many items stay; null keeps all. */
    readonly limit: number | null;
}

export interface CollectionSort {
    /** Null where the items are no records. */
    readonly field: string | null;
    readonly descending: boolean;
    readonly blanksFirst: boolean;
}

export interface LookupElement extends ElementBase, Faultable {
    readonly kind: "recordLookups";
    readonly objectName: string;
    readonly where: Filters;
    readonly firstOnly: boolean;
    /** How many records at most; null for all. */
    readonly limit: FlowOperand | null;
    /** Null: all fields. */
    readonly queriedFields: readonly string[] | null;
    readonly sort: { readonly field: string; readonly descending: boolean } | null;
    /** Variables that take single fields of the first record; empty where records are kept. */
    readonly outputs: readonly { readonly field: string; readonly target: string }[];
    /** The variable that takes the result; null where the element keeps it under its own name. */
    readonly into: string | null;
    readonly blankWhenNoneFound: boolean;
}

export interface FieldAssignment {
    readonly field: string;
    readonly value: FlowOperand;
}

export interface CreateElement extends ElementBase, Faultable {
    readonly kind: "recordCreates";
    readonly source: RecordsSource | { readonly objectName: string; readonly values: readonly FieldAssignment[] };
    /** The variable that takes the Id of the new record. */
    readonly into: string | null;
    /** The element keeps the Id under its own name. */
    readonly keepsId: boolean;
}

/** A record or collection that the flow holds. */
export interface RecordsSource {
    readonly records: string;
}

export interface UpdateElement extends ElementBase, Faultable {
    readonly kind: "recordUpdates";
    readonly target: RecordsSource | { readonly objectName: string };
    /** Those of the target that are updated; without filters all. */
    readonly where: Filters;
    readonly values: readonly FieldAssignment[];
}

export interface DeleteElement extends ElementBase, Faultable {
    readonly kind: "recordDeletes";
    readonly target: RecordsSource | { readonly objectName: string };
    readonly where: Filters;
}

export interface SubflowElement extends ElementBase {
    readonly kind: "subflows";
    readonly flowName: string;
    readonly inputs: readonly { readonly name: string; readonly value: FlowOperand }[];
    readonly outputs: readonly { readonly name: string; readonly target: string }[];
    /** Every output can be read as `Element.Variable`. */
    readonly keepsOutputs: boolean;
}

/** Posts to Chatter. */
export interface PostElement extends ElementBase, Faultable {
    readonly kind: "actionCalls";
    readonly text: FlowOperand;
    readonly subject: FlowOperand;
    readonly subjectType: FlowOperand | null;
    readonly visibility: FlowOperand | null;
    /** The variable that takes the post's Id. */
    readonly into: string | null;
    /** The Id can be read as `Element.feedItemId`. */
    readonly keepsOutputs: boolean;
}

/** Sends a custom notification. */
export interface NotifyElement extends ElementBase, Faultable {
    readonly kind: "notify";
    readonly typeId: FlowOperand;
    /** A collection of Ids. */
    readonly recipients: FlowOperand;
    readonly title: FlowOperand;
    readonly body: FlowOperand;
    readonly targetId: FlowOperand;
}

/** Elements that read or change data: all interviews that reach one together share its query or statement. */
export type DataElement = LookupElement | CreateElement | UpdateElement | DeleteElement | PostElement | NotifyElement;

export type FlowElement =
    | AssignmentElement
    | DecisionElement
    | LoopElement
    | CustomErrorElement
    | CollectionFilterElement
    | CollectionSortElement
    | SubflowElement
    | DataElement;

/** Where an element may lead, in the order in which this org looks at its paths. */
export function connectorsOf(element: FlowElement): readonly (string | null)[] {
    const faults = "faultNext" in element ? [element.faultNext] : [];
    if (element.kind === "loops") return [element.next, element.body];
    if (element.kind === "decisions") return [element.next, ...element.rules.map((rule) => rule.next)];
    return [element.next, ...faults];
}

/** The element as a file of metadata calls it. */
export function metadataKind({ kind }: FlowElement): string {
    if (kind === "notify") return "actionCalls";
    return kind === "collectionFilter" || kind === "collectionSort" ? "collectionProcessors" : kind;
}
