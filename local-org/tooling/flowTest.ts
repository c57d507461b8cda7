import type { RecordValues, Value } from "../data/value.ts";

/** One condition of an assertion: a field of the record, `Amount` or `Account.Name`, against a value. */
export interface TestCondition {
    readonly path: readonly string[];
    readonly operator: string;
    readonly value: Value;
}

export interface TestAssertion {
    /** All must hold. */
    readonly conditions: readonly TestCondition[];
    readonly errorMessage: string;
}

/** A flow test as deployed: everything in it is known, so that it runs in full or not at all. */
export interface FlowTest {
    readonly name: string;
    readonly label: string;
    readonly flow: string;
    readonly object: string;
    /** The fields given for the record before its save; for a new record those it is created with. */
    readonly initial: Readonly<RecordValues>;
    /** The fields that the save changes; null where the record is new. */
    readonly updated: Readonly<RecordValues> | null;
    /** Judged before the flow, and after it. */
    readonly atStart: readonly TestAssertion[];
    readonly atFinish: readonly TestAssertion[];
}
