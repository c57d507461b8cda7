import type { StageKind } from "../positions.ts";
import { compareNames } from "../process/names/compareNames.ts";
import { normalizeName } from "../process/names/normalizeName.ts";
import type { Language } from "../rule.ts";
import { en } from "./en.ts";
import type { GuidedStage, GuideTexts } from "./guideTexts.ts";
import { zhCN } from "./zh_CN.ts";
import { zhTW } from "./zh_TW.ts";

/** What a stage is for, what the buyer has done when it is over, and which fields matter in it. */
export interface StageGuide {
    /** English is what a language without a text of its own is told in. */
    readonly texts: { readonly en: GuideTexts } & Readonly<Partial<Record<Language, GuideTexts>>>;
    /** API names of fields of Opportunity. */
    readonly keyFields: readonly string[];
}

interface Known {
    readonly stage: GuidedStage;
    readonly kind: StageKind;
    /** Other names of the same stage; what the policy's concepts fold (Quote, 報價) need not be listed. */
    readonly names: readonly string[];
    readonly keyFields: readonly string[];
}

const known: readonly Known[] = [
    { stage: "Prospecting", kind: "open", names: [], keyFields: ["LeadSource", "NextStep"] },
    { stage: "Qualification", kind: "open", names: [], keyFields: ["Amount", "CloseDate", "NextStep"] },
    { stage: "Needs Analysis", kind: "open", names: [], keyFields: ["Description", "Amount", "NextStep"] },
    { stage: "Value Proposition", kind: "open", names: ["价值主张"], keyFields: ["Amount", "NextStep"] },
    {
        stage: "Id. Decision Makers",
        kind: "open",
        names: ["Identify Decision Makers", "Decision Makers", "确定决策者", "确认决策者", "识别决策者", "决策者"],
        keyFields: ["CloseDate", "NextStep"]
    },
    {
        stage: "Perception Analysis",
        kind: "open",
        names: ["认知分析", "感知分析"],
        keyFields: ["CloseDate", "NextStep"]
    },
    { stage: "Proposal/Price Quote", kind: "open", names: [], keyFields: ["Amount", "CloseDate", "NextStep"] },
    { stage: "Negotiation/Review", kind: "open", names: ["Negotiation"], keyFields: ["Amount", "CloseDate"] },
    { stage: "Closed Won", kind: "won", names: ["Won"], keyFields: ["Amount", "CloseDate"] },
    { stage: "Closed Lost", kind: "lost", names: ["Lost"], keyFields: ["PW_Loss_Reason__c"] }
];

/** The guide of a stage by the name it has in some org; null for a stage that we don't know: no text is made up. */
export function stageGuideOf(name: string, kind: StageKind): StageGuide | null {
    const normal = normalizeName(name);
    const isSame = (other: string): boolean => compareNames(normal, normalizeName(other))?.measure === "sameName";
    const found = known.find((each) => each.kind === kind && [each.stage, ...each.names].some(isSame));
    if (found === undefined) {
        return null;
    }
    const { stage, keyFields } = found;
    return { texts: { en: en[stage], zh_TW: zhTW[stage], zh_CN: zhCN[stage] }, keyFields };
}
