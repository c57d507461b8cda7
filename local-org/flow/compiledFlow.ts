import type { CompiledFormula } from "../formula/formula.ts";
import type { Value } from "../data/value.ts";
import type { ConditionLogic } from "./conditionLogic.ts";
import type { FlowElement } from "./flowElements.ts";
import type { FlowMoment, RecordTriggeredFlow } from "./flow.ts";

/** The data types a resource of a flow may have here; Picklist values are text. */
export type FlowDataType = "String" | "Number" | "Currency" | "Boolean" | "Date" | "DateTime" | "Picklist" | "SObject";

export interface ResourceType {
    readonly dataType: FlowDataType;
    readonly isCollection: boolean;
    /** Of a record or a collection of records. */
    readonly objectName: string | null;
}

/** A value written in the flow, the name of what holds it, or a text with `{!…}` in it. */
export type FlowOperand = { readonly literal: Value } | { readonly reference: string } | { readonly template: string };

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

export interface FlowVariable {
    readonly kind: "variable";
    readonly name: string;
    readonly type: ResourceType;
    readonly initial: FlowOperand | null;
    readonly scale: number;
    /** May be given by the flow that calls this one. */
    readonly isInput: boolean;
    /** May be read by the flow that calls this one. */
    readonly isOutput: boolean;
}

export type FlowResource =
    | FlowVariable
    | { readonly kind: "constant"; readonly name: string; readonly type: ResourceType; readonly value: Value }
    | {
          readonly kind: "formula";
          readonly name: string;
          readonly type: ResourceType;
          readonly formula: CompiledFormula;
          readonly scale: number;
      }
    | { readonly kind: "textTemplate"; readonly name: string; readonly type: ResourceType; readonly text: string };

interface FlowBody {
    readonly name: string;
    readonly label: string;
    readonly active: boolean;
    readonly triggerOrder: number | null;
    /** The first element of the path that runs at once; null where there is none. */
    readonly first: string | null;
    readonly elements: ReadonlyMap<string, FlowElement>;
    readonly resources: ReadonlyMap<string, FlowResource>;
    /** Of collection filters that have one, by element. */
    readonly filterFormulas: ReadonlyMap<string, CompiledFormula>;
}

/** A record-triggered flow that this org can run in full: every element, resource and name in it is known. */
export interface TriggeredFlow extends FlowBody, RecordTriggeredFlow {
    readonly name: string;
    readonly triggerOrder: number | null;
    readonly when: FlowMoment;
    readonly onCreate: boolean;
    readonly onUpdate: boolean;
    readonly entry: Filters;
    readonly entryFormula: CompiledFormula | null;
    /** Runs on an update only when the record did not meet the entry conditions before. */
    readonly onlyWhenNewlyMet: boolean;
    /** The first element of the path that runs after the commit; null where there is none. */
    readonly asyncFirst: string | null;
}

/** A flow that other flows call. */
export interface CalledFlow extends FlowBody {
    readonly when: "called";
}

/** A flow that runs by the clock: one interview for each record that meets the filters, or a single one. */
export interface ScheduledFlow extends FlowBody {
    readonly when: "scheduled";
    /** Null: the single interview is of no record. */
    readonly object: string | null;
    readonly entry: Filters;
    readonly schedule: FlowSchedule;
}

export interface FlowSchedule {
    readonly frequency: "Once" | "Daily" | "Weekly";
    /** Its first run: an instant, the given time of day being one in the org's time zone. */
    readonly startsAt: string;
}

export type CompiledFlow = TriggeredFlow | CalledFlow | ScheduledFlow;

/** Whether a save or a deletion starts the flow. */
export function isTriggered(flow: CompiledFlow): flow is TriggeredFlow {
    return flow.when !== "called" && flow.when !== "scheduled";
}

/** The name of the object that `$Record` is of; null where there is no record. */
export function objectOfFlow(flow: CompiledFlow): string | null {
    return flow.when === "called" ? null : flow.object;
}
