import { developerName, rules } from "c/pwPolicy";
import type { RawStage, RuleRecord, StageRecord } from "../../audit/gathered.ts";
import type { DescribedObject, PackageContents, SetUp } from "../setUp.ts";

/** A small package, whole. */
export const contents: PackageContents = {
    flows: ["PW_Stamp_Decision", "PW_Stamp_Opportunity", "PW_Stamp_Record_Type"],
    validationRules: ["PW_Products_Present"],
    ruleRecords: rules.map(({ id }) => developerName(id)),
    formulas: new Map([["PW_Loss_Reason_Given", "ISBLANK(TEXT(PW_Loss_Reason__c))"]]),
    fields: new Map([
        ["Opportunity", ["PW_Gaps__c", "PW_Stage_Stamp__c"]],
        ["PW_Decision__c", ["Kind__c"]]
    ])
};

export const stage = (apiName: string, sortOrder: number, kind: "open" | "won" | "lost" = "open"): RawStage => ({
    ...{ apiName, label: apiName, isActive: true, sortOrder, probability: "10" },
    isClosed: kind !== "open",
    isWon: kind === "won"
});

export const stageRecord = (name: string, position: string | null, kind = "open"): StageRecord => ({
    ...{ recordType: "*", stage: name, position, kind }
});

export const stageRecords = [
    stageRecord("First", "1"),
    stageRecord("Second", "2"),
    stageRecord("Won", "3", "won"),
    stageRecord("Lost", "0", "lost")
];

/** Records of all rules, at Observe, as they are after installation. */
export const ruleRecords: readonly RuleRecord[] = rules.map((rule) => ({
    developerName: developerName(rule.id),
    level: "Observe",
    fromPosition: rule.defaults.fromProbability === undefined ? null : "2",
    minimum: rule.defaults.minimum ?? null,
    tolerance: rule.defaults.tolerance ?? null,
    decisionRoles: rule.id === "decision-role-named" ? "Decision Maker" : null,
    exemptFamilies: null
}));

export const described = (fields: readonly string[], picklists: Record<string, string[]> = {}): DescribedObject => ({
    fields: new Set(fields),
    picklists: new Map(Object.entries(picklists)),
    recordTypes: ["Direct"]
});

/** An org where nothing is wrong; `changes` makes it so. */
export function setUpWith(changes: Partial<SetUp> = {}): SetUp {
    return {
        url: "https://example.my.salesforce.com",
        today: "2026-06-30",
        org: { value: { id: "00D000000000001EAA", name: "Example", isSandbox: true } },
        user: { value: { id: "005000000000001AAA", name: "Ada", username: "ada@example.com" } },
        objects: new Map([
            ["Opportunity", { value: described(["PW_Gaps__c", "PW_Stage_Stamp__c"]) }],
            ["PW_Decision__c", { value: described(["Kind__c"]) }],
            ["OpportunityContactRole", { value: described(["Role"], { Role: ["Decision Maker"] }) }],
            ["Product2", { value: described(["Family"], { Family: ["Service"] }) }]
        ]),
        flows: { value: contents.flows.map((name) => ({ name, isActive: true, runsLatest: true })) },
        validationRules: { value: [{ name: "PW_Products_Present", isActive: true, displayField: "StageName" }] },
        stages: { value: [stage("First", 1), stage("Second", 2), stage("Won", 3, "won"), stage("Lost", 4, "lost")] },
        stageRecords: { value: stageRecords },
        ruleRecords: { value: ruleRecords },
        ruleDetails: {
            value: rules.map((rule) => ({
                developerName: developerName(rule.id),
                label: rule.words.en.title,
                createdFrom: null
            }))
        },
        assignments: { value: [{ user: "Rita", permissionSet: "PW_Rep" }] },
        bypassHolders: { value: [] },
        switchedOff: { value: [] },
        fieldUpdates: { value: [] },
        conversionIsChecked: { value: true },
        alerts: { value: { typeIsThere: true, areOff: false } },
        ...changes
    };
}
