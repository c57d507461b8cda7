import type { Outcome } from "../runFolder.ts";
import type { StampField } from "../stamp.ts";

/** What the commands say, in one language; counts come written. */
export interface ReconcileWords {
    readonly title: (org: string) => string;
    readonly looked: (opportunities: string) => string;
    readonly partial: string;
    readonly nothing: string;
    readonly toChange: (opportunities: string) => string;
    readonly byField: string;
    readonly columns: {
        readonly field: string;
        readonly count: string;
        readonly sample: string;
        readonly change: string;
    };
    readonly fields: Readonly<Record<StampField, string>>;
    readonly blank: string;
    readonly yes: string;
    readonly no: string;
    readonly dryRun: string;
    readonly ask: (opportunities: string) => string;
    readonly askUndo: (opportunities: string) => string;
    readonly left: string;
    readonly kept: (folder: string) => string;
    readonly outcomes: Readonly<Record<Outcome, (count: string) => string>>;
    readonly restored: (count: string) => string;
    readonly refusedBecause: (name: string, reason: string) => string;
    readonly more: (count: string) => string;
    readonly undoWith: (run: string) => string;
}
