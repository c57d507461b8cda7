/** Broken: the gate can't do its work. Risky: it works, and something goes past it. A note alone is nothing wrong. */
export const severities = ["broken", "risky", "cannotTell", "note"] as const;
export type Severity = (typeof severities)[number];

/** What each sentence needs, by its code; names and numbers as the org wrote them. */
export interface FindingArgs {
    readonly packageMissing: Record<never, string>;
    readonly objectMissing: { readonly object: string };
    readonly fieldsMissing: { readonly object: string; readonly fields: readonly string[] };
    readonly flowMissing: { readonly flow: string };
    readonly flowInactive: { readonly flow: string };
    /** An older version runs. */
    readonly flowOutdated: { readonly flow: string };
    readonly validationRuleMissing: { readonly rule: string };
    readonly validationRuleInactive: { readonly rule: string };
    readonly noStageRecords: Record<never, string>;
    readonly stageWithoutRecord: { readonly stage: string };
    readonly recordOfUnknownStage: { readonly stage: string };
    readonly recordOfUnknownRecordType: { readonly stage: string; readonly recordType: string };
    /** The overlay was written for an org without. */
    readonly recordTypesNotStamped: { readonly recordTypes: readonly string[] };
    readonly stageTwice: { readonly stage: string; readonly recordType: string };
    readonly positionTwice: { readonly position: string; readonly stages: readonly string[] };
    readonly positionWrong: { readonly stage: string; readonly position: string; readonly kind: string };
    readonly positionsOutOfOrder: { readonly stage: string; readonly before: string };
    readonly kindMisspelt: { readonly stage: string; readonly kind: string };
    readonly kindContradicts: { readonly stage: string; readonly kind: string; readonly actual: string };
    readonly ruleRecordMissing: { readonly record: string };
    /** In force in the org, and no part of the overlay. */
    readonly ruleNotChosen: { readonly record: string };
    readonly levelMisspelt: { readonly record: string; readonly level: string };
    readonly thresholdNegative: { readonly record: string; readonly field: string; readonly value: string };
    readonly minimumAsksNothing: { readonly record: string };
    readonly startMissing: { readonly record: string };
    readonly startBeyondLast: {
        readonly record: string;
        readonly field: string;
        readonly position: string;
        readonly last: string;
    };
    readonly ruleRecordUnknown: { readonly record: string };
    readonly ruleRecordTwice: { readonly record: string; readonly other: string };
    readonly rolesUnknown: { readonly record: string; readonly roles: readonly string[] };
    readonly familiesUnknown: { readonly record: string; readonly families: readonly string[] };
    readonly recordTypesUnknown: {
        readonly record: string;
        readonly field: string;
        readonly recordTypes: readonly string[];
    };
    readonly largerAsksNothing: { readonly record: string };
    readonly settingNotRead: { readonly record: string; readonly field: string };
    readonly fieldUnknown: { readonly record: string; readonly field: string };
    readonly fieldNotRead: { readonly record: string; readonly field: string; readonly rule: string };
    readonly createdFromAhead: { readonly record: string; readonly day: string };
    readonly blockCannotWork: { readonly record: string; readonly flow: string };
    readonly gateIsOff: Record<never, string>;
    readonly gateIsOffForSome: { readonly count: string };
    readonly nobodyHasRep: Record<never, string>;
    readonly bypassHolders: { readonly users: readonly string[] };
    readonly otherRulesOnStage: { readonly rules: readonly string[] };
    readonly otherRules: { readonly rules: readonly string[] };
    readonly workflowMovesStage: { readonly updates: readonly string[] };
    readonly conversionUnchecked: Record<never, string>;
    readonly conversionNotTold: { readonly reason: string };
    readonly alertTypeMissing: Record<never, string>;
    readonly alertsAreOff: Record<never, string>;
    readonly alertsNotTold: { readonly reason: string };
    readonly workflowUserNotTold: Record<never, string>;
    /** Should have been readable. */
    readonly unreadable: { readonly what: string; readonly reason: string };
}

export type FindingCode = keyof FindingArgs;

export type Finding = {
    readonly [C in FindingCode]: { readonly code: C; readonly args: FindingArgs[C] };
}[FindingCode];

const notBroken: Readonly<Partial<Record<FindingCode, Severity>>> = {
    flowOutdated: "risky",
    rolesUnknown: "risky",
    familiesUnknown: "risky",
    recordTypesUnknown: "risky",
    largerAsksNothing: "risky",
    settingNotRead: "risky",
    createdFromAhead: "risky",
    ruleNotChosen: "risky",
    recordTypesNotStamped: "risky",
    gateIsOffForSome: "risky",
    nobodyHasRep: "risky",
    otherRulesOnStage: "risky",
    workflowMovesStage: "risky",
    conversionUnchecked: "risky",
    bypassHolders: "note",
    otherRules: "note",
    alertsAreOff: "note",
    alertsNotTold: "cannotTell",
    conversionNotTold: "cannotTell",
    workflowUserNotTold: "cannotTell",
    unreadable: "cannotTell"
};

export function severityOf(code: FindingCode): Severity {
    return notBroken[code] ?? "broken";
}
