import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { Transaction } from "../save/transaction.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { CompiledFlow } from "./compiledFlow.ts";
import type { FlowFailure, FlowRecord } from "./flow.ts";
import type { FlowNames } from "./flowNames.ts";

/** A record that a flow holds: looked up, or a variable's. */
export interface FlowRow {
    readonly objectName: string;
    readonly values: RecordValues;
    /** The fields that this flow gave values: an update writes these and no others. */
    readonly assigned: ReadonlySet<string>;
}

/** What a resource of a flow may hold. A variable's text may be empty without being blank. */
export type Datum = Value | FlowRow | readonly Datum[];

/** What the interviews of one batch share. */
export interface Run {
    readonly org: Org;
    readonly user: RunningUser;
    readonly transaction: Transaction;
    /** Elements that may still be visited, over all interviews. */
    visitsLeft: number;
    readonly names: Map<CompiledFlow, FlowNames>;
}

/** The record that started a flow. */
export interface Trigger {
    readonly object: ObjectSchema;
    readonly record: FlowRecord;
    /** The fields of it that this flow gave values. */
    readonly assigned: Set<string>;
}

/** One run of a flow for one record, or of a flow that such a run calls. */
export interface Interview {
    readonly run: Run;
    readonly flow: CompiledFlow;
    readonly names: FlowNames;
    /** Null in a called flow. */
    readonly trigger: Trigger | null;
    /** Values of variables, results of elements, current items of loops. */
    readonly held: Map<string, Datum>;
    /** Where each running loop stands. */
    readonly loops: Map<string, { readonly items: readonly Datum[]; next: number }>;
    /** The custom errors it met. */
    readonly errors: Omit<FlowFailure, "index">[];
    /** Of the last element that failed and has a fault path. */
    faultMessage: string | null;
    /** The subflow elements that led here, outermost first. */
    readonly callers: readonly Caller[];
}

export interface Caller {
    readonly flow: CompiledFlow;
    readonly element: string;
}

/** The flow failed by itself: the save is refused with this message, unless a fault path takes over. */
export class FlowFault extends Error {}

export function isRow(datum: Datum): datum is FlowRow {
    return typeof datum === "object" && datum !== null && "objectName" in datum;
}

export function isCollection(datum: Datum): datum is readonly Datum[] {
    return Array.isArray(datum);
}

/** Throws FlowFault in a called flow, whose deploy lets no name speak of a record. */
export function triggerOf({ trigger, flow }: Interview): Trigger {
    if (trigger === null) throw new FlowFault(`The flow ${flow.name} was started by no record.`);
    return trigger;
}
