import type { Stage } from "../component.ts";

/** What the command says, in one language; counts come written. */
export interface RemoveWords {
    readonly title: (org: string) => string;
    readonly nothing: string;
    readonly toRemove: (components: string) => string;
    readonly byStage: string;
    readonly columns: { readonly stage: string; readonly type: string; readonly count: string };
    readonly stages: Readonly<Record<Stage, string>>;
    readonly goesAlong: string;
    readonly leftAlone: string;
    readonly blocked: string;
    readonly blocker: (type: string, name: string, uses: string) => string;
    readonly noBlockers: string;
    readonly blockersUntold: (reason: string) => string;
    readonly remains: string;
    readonly translations: (names: string) => string;
    readonly recoverable: string;
    readonly posts: string;
    readonly pages: string;
    readonly dryRun: string;
    readonly ask: (org: string) => string;
    readonly left: string;
    readonly exported: string;
    readonly exportedRows: (object: string, rows: string, path: string) => string;
    readonly removed: (components: string) => string;
    readonly stopped: (stage: string) => string;
    readonly refusedBecause: (component: string, problem: string) => string;
    readonly goOn: (run: string) => string;
    readonly stillThere: string;
    readonly clean: string;
    readonly kept: (folder: string) => string;
}
