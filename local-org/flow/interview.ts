import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { RunningUser } from "../people/people.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { CompiledFlow } from "./compiledFlow.ts";
import type { FlowRecord } from "./flow.ts";

/** A record that a flow holds: looked up, or a variable's. */
export interface FlowRow {
    readonly objectName: string;
    readonly values: RecordValues;
}

/** What a resource of a flow may hold. A variable's text may be empty without being blank. */
export type Datum = Value | FlowRow | readonly Datum[];

/** One run of a flow for one record. */
export interface Interview {
    readonly org: Org;
    readonly flow: CompiledFlow;
    readonly object: ObjectSchema;
    readonly user: RunningUser;
    readonly record: FlowRecord;
    /** Values of variables, results of Get Records, current items of loops. */
    readonly held: Map<string, Datum>;
    /** Where each running loop stands. */
    readonly loops: Map<string, { readonly items: readonly Datum[]; next: number }>;
}

/** The flow failed by itself: the save is refused with this message. */
export class FlowFault extends Error {}

export function isRow(datum: Datum): datum is FlowRow {
    return typeof datum === "object" && datum !== null && "objectName" in datum;
}

export function isCollection(datum: Datum): datum is readonly Datum[] {
    return Array.isArray(datum);
}
