/** An org with the standard stages, one record type and what rules may name; a test says what differs. */
import type { RawStage } from "../../audit/gathered.ts";
import { standardStages } from "../../gate/stages.ts";
import type { DescribedField, OrgFeatures } from "../features.ts";

export function features(given: Partial<OrgFeatures> = {}): OrgFeatures {
    return {
        org: { id: "00D000000000001", name: "Acme" },
        stages: standardStages.map(({ name, kind, probability }, index) => rawStage(name, index, kind, probability)),
        recordTypes: [{ developerName: "Partner", name: "Partner", stages: ["Qualification", "Closed Won"] }],
        hasRecordTypes: true,
        hasCurrencies: false,
        hasChatter: true,
        contactRoles: ["Decision Maker", "Evaluator"],
        families: ["Hardware"],
        languages: ["zh_TW", "de"],
        fields: new Map([
            ["Loss_Reason__c", described("picklist")],
            ["Loss_Story__c", described("textarea")]
        ]),
        levels: new Map(),
        ruleSettings: new Map(),
        guides: new Map(),
        ...given
    };
}

export function described(type: string, more: Partial<DescribedField> = {}): DescribedField {
    return { type, label: "A field", help: null, isRollUp: false, ...more };
}

export function rawStage(name: string, sortOrder: number, kind = "open", probability: string | null = "10"): RawStage {
    return {
        apiName: name,
        label: name,
        isActive: true,
        sortOrder,
        isClosed: kind !== "open",
        isWon: kind === "won",
        probability,
        forecastCategory: null
    };
}
