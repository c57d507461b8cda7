/** What every part of the conformance page says about itself. */

/** One suite: what the local org is held against, and how to find out. */
export interface ConformanceSuite {
    /** Short and stable, as typed after `npm run conformance --`: `soql-results`. */
    readonly id: string;
    /** A heading: "SOQL: answers over a small data set". */
    readonly title: string;
    /** One sentence: whose word the expectations are. */
    readonly source: string;
    /** True when its expectations lie in `../shared`; it is skipped by name where that is absent. */
    readonly needsShared: boolean;
    run(): Promise<ConformanceResult>;
}

export interface ConformanceResult {
    readonly passed: number;
    readonly total: number;
    /** One for each case that is not passed. */
    readonly misses: readonly ConformanceMiss[];
    /** What the org refuses by name, and why: part of what passed. */
    readonly refusals: readonly ConformanceRefusal[];
    /** Markdown below the figures: differences argued, decisions, a table. The same on every run. */
    readonly remarks: readonly string[];
}

export interface ConformanceMiss {
    readonly name: string;
    readonly expected: string;
    readonly found: string;
    /** Why it is so, where that is known; null is an unexplained miss. */
    readonly reason: string | null;
}

export interface ConformanceRefusal {
    readonly what: string;
    readonly why: string;
    readonly count: number;
}
