import type { Level } from "c/pwPolicy";
import type { Objection } from "../weigh.ts";

type Said<C extends Objection["code"]> = (objection: Extract<Objection, { code: C }>) => string;

/** What the commands say, in one language; counts come written. */
export interface LevelWords {
    readonly title: (rule: string, org: string) => string;
    readonly standsAt: (level: Level, title: string) => string;
    readonly standsAtNothing: (written: string) => string;
    readonly asOf: (day: string) => string;
    readonly open: string;
    readonly openColumns: readonly [string, string, string, string, string];
    readonly moves: (judged: string, since: string, withGap: string) => string;
    readonly movesAtBlock: string;
    readonly movesUntold: (reason: string) => string;
    readonly byOwner: string;
    readonly byStage: string;
    readonly owner: string;
    readonly stage: string;
    readonly count: string;
    readonly noName: string;
    readonly noExceptions: string;
    readonly exceptions: (count: string, first: string) => string;
    readonly against: (level: Level) => string;
    readonly nothingAgainst: (level: Level) => string;
    readonly objections: { readonly [C in Exclude<Objection["code"], "setUp">]: Said<C> };
    readonly effects: Readonly<Record<Level, string>>;
    readonly highest: string;
    readonly raiseWith: (rule: string, level: Level) => string;
    readonly already: (level: Level) => string;
    readonly plan: (from: string, to: Level) => string;
    readonly planOverlay: (folder: string) => string;
    readonly propose: string;
    readonly testsPassed: (tests: string) => string;
    readonly testsFailed: string;
    readonly ask: (from: string, to: Level) => string;
    readonly askUndo: (from: string, to: string) => string;
    readonly dryRun: string;
    readonly left: string;
    readonly done: (level: string) => string;
    readonly overlayDone: (folder: string) => string;
    readonly resets: (folder: string) => string;
    readonly overlayBack: (folder: string) => string;
    readonly choiceLeft: (folder: string, level: Level) => string;
    readonly overlayGone: (folder: string) => string;
    /** Where the folder has no record of the rule yet. */
    readonly choicesDone: (folder: string) => string;
    readonly kept: (folder: string) => string;
    readonly undoWith: (run: string) => string;
    readonly blank: string;
}
