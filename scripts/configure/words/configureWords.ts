import type { Level } from "c/pwPolicy";
import type { SlotKind } from "../preflight/countSlots.ts";

/** What the command says, in one language; counts come written. */
export interface ConfigureWords {
    readonly title: (org: string) => string;
    readonly features: {
        readonly recordTypes: (count: string) => string;
        readonly noRecordTypes: string;
        readonly currencies: (several: boolean) => string;
        readonly chatter: (isOn: boolean) => string;
        readonly languages: (names: readonly string[]) => string;
        readonly english: string;
    };
    readonly stages: string;
    readonly stageColumns: { readonly process: string; readonly stages: string };
    readonly everyRecordType: string;
    /** A record type whose stages stand as those of every record type. */
    readonly sameAsAll: string;
    readonly gone: (stage: string) => string;
    readonly added: (stage: string) => string;
    readonly renamed: (from: string, to: string) => string;
    readonly moved: (stage: string, from: string, to: string) => string;
    readonly guideTaken: (stage: string) => string;
    readonly guideLeft: (stage: string) => string;
    readonly rules: string;
    readonly ruleColumns: {
        readonly rule: string;
        readonly level: string;
        readonly start: string;
        readonly note: string;
    };
    readonly levels: Readonly<Record<Level, string>>;
    readonly takenOver: (chosen: string) => string;
    readonly differsFromOrg: (inOrg: string) => string;
    readonly settingReset: (setting: Readonly<Record<"rule" | "field" | "inOrg" | "chosen", string>>) => string;
    readonly startsLater: (start: Readonly<Record<"ruleId" | "stage" | "recordType", string>>) => string;
    readonly blank: string;
    readonly staysInOrg: (count: string) => string;
    readonly notChosen: (count: string) => string;
    readonly slots: string;
    readonly slotColumns: {
        readonly what: string;
        readonly used: string;
        readonly added: string;
        readonly limit: string;
    };
    readonly slotKinds: Readonly<Record<SlotKind, string>>;
    readonly uncertain: string;
    readonly lacking: (what: string) => string;
    readonly files: string;
    readonly fileCounts: (added: string, changed: string, removed: string) => string;
    readonly more: (count: string) => string;
    readonly nothingToWrite: (folder: string) => string;
    readonly ask: (folder: string) => string;
    readonly dryRun: string;
    readonly left: string;
    readonly written: (folder: string) => string;
    readonly next: string;
    readonly sandboxSteps: string;
    readonly productionSteps: string;
    readonly activate: string;
}
