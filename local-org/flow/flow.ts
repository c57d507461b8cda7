import type { RecordValues } from "../data/value.ts";

/** Steps of the save order, and the deletion, at which record-triggered flows run. */
export type FlowMoment = "beforeSave" | "afterSave" | "beforeDelete";

/** One record as a flow sees it: `values` is changed in place by a before-save flow, and by no other. */
export interface FlowRecord {
    readonly values: RecordValues;
    /** Null when the record is new. */
    readonly prior: Readonly<RecordValues> | null;
}

export interface FlowFailure {
    /** Index of the record that the flow refused. */
    readonly index: number;
    readonly message: string;
    readonly fields: readonly string[];
    /** FIELD_CUSTOM_VALIDATION_EXCEPTION for a custom error, CANNOT_EXECUTE_FLOW_TRIGGER where the flow itself failed. */
    readonly statusCode: string;
}

export interface RecordTriggeredFlow {
    readonly name: string;
    readonly object: string;
    readonly triggerOrder: number | null;
}
