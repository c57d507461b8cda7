import type { ConformanceResult, ConformanceSuite } from "./suite.ts";

/** What became of one suite in this run. */
export type SuiteOutcome = RanSuite | SkippedSuite | BrokenSuite;

/** It was run to its end, whatever it found. */
export interface RanSuite {
    readonly kind: "ran";
    readonly id: string;
    readonly suite: Pick<ConformanceSuite, "title" | "source">;
    readonly result: ConformanceResult;
    readonly seconds: number;
}

/** Its expectations lie in `../shared`, which is not here. */
export interface SkippedSuite {
    readonly kind: "skipped";
    readonly id: string;
}

/** It threw, or its process ended without a result: nothing is known of it. */
export interface BrokenSuite {
    readonly kind: "broken";
    readonly id: string;
    readonly problem: string;
}
