import { judgementOf, type AdviceFinding } from "../advice.ts";
import { compareDecimals } from "../decimal.ts";
import { compareQuotient, percentText } from "../exactQuotient.ts";
import { stagesUnreadable, type ProcessFacts, type ProcessRule, type ProcessStage } from "../process/processRule.ts";

type Setting = "fewestOpportunities" | "rarePercent" | "passThroughPercent";
type Code =
    | "neverEntered"
    | "rarelyEntered"
    | "passedThrough"
    | "tooFewOpportunities"
    | "tooFewLeft"
    | "useUnreadable"
    | "stagesUnreadable";
type Thresholds = Readonly<Record<Setting, string>>;

export const stageUsed: ProcessRule<Setting, Code> = {
    kind: "process",
    id: "stage-used",
    practice: "stages",
    defaults: {
        level: "Observe",
        thresholds: {
            fewestOpportunities: {
                value: "20",
                unit: "opportunities",
                basis: "ownChoice",
                source: "With fewer opportunities, or fewer stays that ended, no share is judged. Our own choice."
            },
            rarePercent: {
                value: "2",
                unit: "percent",
                basis: "ownChoice",
                source: "A stage that a smaller share of opportunities enters is hardly used. Our own choice."
            },
            passThroughPercent: {
                value: "50",
                unit: "percent",
                basis: "ownChoice",
                source: "A stage that a larger share leaves within 24 hours is only passed through. Our own choice."
            }
        }
    },
    definitions: [
        "The period is the 12 months up to the day judged. An opportunity enters a stage when it is created in it or moved to it; it counts once, however often it comes.",
        "The share of opportunities is: those that entered the stage, of those of the process that entered any stage.",
        "The share passed through is: stays that lasted 24 hours or less, of the stays that ended, whatever came next. It is asked of open stages only.",
        "A closed stage is judged only where the process has another of its kind: the one way to win, or to lose, has to be there."
    ],
    judge(facts, { thresholds }) {
        if (facts.stages === undefined) {
            return stagesUnreadable;
        }
        const { stages, opportunities } = facts;
        const judged = stages.filter((stage) => stage.kind === "open" || hasAnotherOfItsKind(stage, facts));
        if (opportunities === undefined) {
            return judgementOf([cannotTell("useUnreadable", { stages: judged.map(({ label }) => label) })]);
        }
        if (compareDecimals(String(opportunities), thresholds.fewestOpportunities) < 0) {
            const args = { opportunities: String(opportunities), needed: thresholds.fewestOpportunities };
            return judgementOf([cannotTell("tooFewOpportunities", args)]);
        }
        const unread = judged.flatMap(({ label, use }) => (use === undefined ? [label] : []));
        return judgementOf([
            ...judged.flatMap((stage) => judgeStage(stage, opportunities, thresholds)),
            ...(unread.length === 0 ? [] : [cannotTell("useUnreadable", { stages: unread })])
        ]);
    },
    words: {
        en: {
            title: "Every stage is used",
            why: "A stage that nobody enters, or leaves the same day, asks for a choice and tells nothing.",
            fix: "Move what still stands in it, then deactivate the stage. Never delete it: old opportunities and reports name it.",
            findings: {
                neverEntered: "“{stage}”: entered by none of {opportunities} opportunities in 12 months.",
                rarelyEntered:
                    "“{stage}”: entered by {entered} of {opportunities} opportunities in 12 months ({share} %; below {limit} % is hardly used).",
                passedThrough:
                    "“{stage}”: {within} of {left} stays ended within 24 hours ({share} %; above {limit} % is only passed through).",
                tooFewOpportunities:
                    "Opportunities of this process in 12 months: {opportunities}. Use is judged from {needed} on.",
                tooFewLeft:
                    "“{stage}”: {left} stays ended in 12 months. Whether it is only passed through is judged from {needed} on.",
                useUnreadable: "How these stages are used could not be read: {stages}.",
                stagesUnreadable: "The stages of this process could not be read."
            }
        },
        zh_TW: {
            title: "每個階段都有人使用",
            why: "沒有人進入、或當天就離開的階段，只是多一個選擇，什麼也沒說明。",
            fix: "先移走仍在其中的商機，再停用該階段。請勿刪除：舊商機與報表仍會用到它的名稱。",
            findings: {
                neverEntered: "「{stage}」：12 個月內 {opportunities} 筆商機無一進入。",
                rarelyEntered:
                    "「{stage}」：12 個月內 {opportunities} 筆商機中有 {entered} 筆進入（{share}%；低於 {limit}% 視為幾乎不用）。",
                passedThrough:
                    "「{stage}」：{left} 次停留中有 {within} 次在 24 小時內結束（{share}%；高於 {limit}% 視為只是路過）。",
                tooFewOpportunities: "此銷售流程 12 個月內的商機：{opportunities} 筆。滿 {needed} 筆才判斷使用情形。",
                tooFewLeft: "「{stage}」：12 個月內結束的停留有 {left} 次。滿 {needed} 次才判斷是否只是路過。",
                useUnreadable: "無法讀取這些階段的使用情形：{stages}。",
                stagesUnreadable: "無法讀取此銷售流程的階段。"
            }
        },
        zh_CN: {
            title: "每个阶段都有人使用",
            why: "没有人进入、或当天就离开的阶段，只是多一个选择，什么也没说明。",
            fix: "先移走仍在其中的业务机会，再停用该阶段。请勿删除：旧业务机会与报表仍会用到它的名称。",
            findings: {
                neverEntered: "“{stage}”：12 个月内 {opportunities} 个业务机会无一进入。",
                rarelyEntered:
                    "“{stage}”：12 个月内 {opportunities} 个业务机会中有 {entered} 个进入（{share}%；低于 {limit}% 视为几乎不用）。",
                passedThrough:
                    "“{stage}”：{left} 次停留中有 {within} 次在 24 小时内结束（{share}%；高于 {limit}% 视为只是路过）。",
                tooFewOpportunities:
                    "此销售流程 12 个月内的业务机会：{opportunities} 个。满 {needed} 个才判断使用情况。",
                tooFewLeft: "“{stage}”：12 个月内结束的停留有 {left} 次。满 {needed} 次才判断是否只是路过。",
                useUnreadable: "无法读取这些阶段的使用情况：{stages}。",
                stagesUnreadable: "无法读取此销售流程的阶段。"
            }
        }
    }
};

function hasAnotherOfItsKind(stage: ProcessStage, { stages = [] }: ProcessFacts): boolean {
    return stages.some((other) => other !== stage && other.kind === stage.kind);
}

function cannotTell(code: Code, args: AdviceFinding["args"]): AdviceFinding {
    return { code, weight: "cannotTell", args };
}

function judgeStage(
    { label, kind, use }: ProcessStage,
    opportunities: number,
    thresholds: Thresholds
): AdviceFinding[] {
    if (use === undefined) {
        return [];
    }
    const { entered, left, leftWithinDay } = use;
    const args = { stage: label, entered: String(entered), opportunities: String(opportunities) };
    if (entered === 0) {
        return [{ code: "neverEntered", weight: "problem", args }];
    }
    if (compareQuotient(entered * 100, opportunities, thresholds.rarePercent) < 0) {
        const share = percentText(entered, opportunities);
        return [{ code: "rarelyEntered", weight: "warning", args: { ...args, share, limit: thresholds.rarePercent } }];
    }
    if (kind !== "open") {
        return [];
    }
    if (compareDecimals(String(left), thresholds.fewestOpportunities) < 0) {
        return [cannotTell("tooFewLeft", { stage: label, left: String(left), needed: thresholds.fewestOpportunities })];
    }
    const passing = { stage: label, within: String(leftWithinDay), left: String(left) };
    return compareQuotient(leftWithinDay * 100, left, thresholds.passThroughPercent) > 0
        ? [
              {
                  code: "passedThrough",
                  weight: "warning",
                  args: { ...passing, share: percentText(leftWithinDay, left), limit: thresholds.passThroughPercent }
              }
          ]
        : [];
}
