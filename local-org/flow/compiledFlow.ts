import type { CompiledFormula } from "../formula/formula.ts";
import type { Value } from "../data/value.ts";
import type { ConditionLogic } from "./conditionLogic.ts";
import type { RecordTriggeredFlow } from "./flow.ts";

/** The data types a resource of a flow may have here; Picklist values are text. */
export type FlowDataType = "String" | "Number" | "Currency" | "Boolean" | "Date" | "DateTime" | "Picklist" | "SObject";

export interface ResourceType {
    readonly dataType: FlowDataType;
    readonly isCollection: boolean;
    /** Of a record or a collection of records. */
    readonly objectName: string | null;
}

/** A value written in the flow, or the name of what holds it. */
export type FlowOperand = { readonly literal: Value } | { readonly reference: string };

export interface FlowCondition {
    readonly left: string;
    readonly operator: string;
    readonly right: FlowOperand;
}

export interface Conditions {
    readonly logic: ConditionLogic;
    readonly conditions: readonly FlowCondition[];
}

/** A condition on a field of the record that starts the flow, or of the records looked up. */
export interface FieldFilter {
    readonly field: string;
    readonly operator: string;
    readonly value: FlowOperand;
}

export interface Filters {
    readonly logic: ConditionLogic;
    /** False for "or" and custom logic: then no filter alone narrows the search. */
    readonly allMustHold: boolean;
    readonly filters: readonly FieldFilter[];
}

interface ElementBase {
    readonly name: string;
    /** The element after this one; null ends the path. */
    readonly next: string | null;
}

export interface AssignmentElement extends ElementBase {
    readonly kind: "assignments";
    readonly items: readonly { readonly target: string; readonly operator: string; readonly value: FlowOperand }[];
}

export interface DecisionElement extends ElementBase {
    readonly kind: "decisions";
    readonly rules: readonly (Conditions & { readonly name: string; readonly next: string | null })[];
}

export interface LookupElement extends ElementBase {
    readonly kind: "recordLookups";
    readonly objectName: string;
    readonly where: Filters;
    readonly firstOnly: boolean;
    /** Null: all fields. */
    readonly queriedFields: readonly string[] | null;
    readonly sort: { readonly field: string; readonly descending: boolean } | null;
    /** The variable that takes the result; null where the element keeps it under its own name. */
    readonly into: string | null;
    readonly blankWhenNoneFound: boolean;
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

export type FlowElement = AssignmentElement | DecisionElement | LookupElement | LoopElement | CustomErrorElement;

export type FlowResource =
    | {
          readonly kind: "variable";
          readonly name: string;
          readonly type: ResourceType;
          readonly initial: FlowOperand | null;
          readonly scale: number;
      }
    | { readonly kind: "constant"; readonly name: string; readonly type: ResourceType; readonly value: Value }
    | {
          readonly kind: "formula";
          readonly name: string;
          readonly type: ResourceType;
          readonly formula: CompiledFormula;
          readonly scale: number;
      }
    | { readonly kind: "textTemplate"; readonly name: string; readonly type: ResourceType; readonly text: string };

/** A record-triggered flow that this org can run in full: every element, resource and name in it is known. */
export interface CompiledFlow extends RecordTriggeredFlow {
    readonly active: boolean;
    readonly when: "beforeSave" | "afterSave" | "beforeDelete";
    readonly onCreate: boolean;
    readonly onUpdate: boolean;
    readonly entry: Filters;
    readonly entryFormula: CompiledFormula | null;
    /** Runs on an update only when the record did not meet the entry conditions before. */
    readonly onlyWhenNewlyMet: boolean;
    readonly first: string | null;
    readonly elements: ReadonlyMap<string, FlowElement>;
    readonly resources: ReadonlyMap<string, FlowResource>;
}
