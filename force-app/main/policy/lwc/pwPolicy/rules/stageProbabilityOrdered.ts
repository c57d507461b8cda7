import { judgementOf, type AdviceFinding } from "../advice.ts";
import { compareDecimals } from "../decimal.ts";
import { stagesUnreadable, type ProcessRule, type ProcessStage } from "../process/processRule.ts";

type Setting = "won" | "lost";
type Code = "falls" | "wonDiffers" | "lostDiffers" | "sameAsNeighbour" | "blank" | "unreadable" | "stagesUnreadable";

export const stageProbabilityOrdered: ProcessRule<Setting, Code> = {
    kind: "process",
    id: "stage-probability-ordered",
    practice: "stages",
    defaults: {
        level: "Observe",
        thresholds: {
            won: {
                value: "100",
                unit: "percentPoints",
                basis: "published",
                source: "The platform's own won stages stand at 100."
            },
            lost: {
                value: "0",
                unit: "percentPoints",
                basis: "published",
                source: "The platform's own lost stages stand at 0."
            }
        }
    },
    definitions: [
        "Each open stage is compared with the open stage just before it in the process; the probability is the stage's default, not that of any opportunity.",
        "A stage without a probability is neither right nor wrong: the verdict is unknown where nothing else is found.",
        "Neighbours with the same probability and the same forecast category are remarked upon, since no forecast can tell them apart; that alone breaks nothing."
    ],
    judge({ stages }, { thresholds }) {
        if (stages === undefined) {
            return stagesUnreadable;
        }
        const open = stages.filter(({ kind }) => kind === "open");
        return judgementOf([
            ...stages.flatMap(withoutProbability),
            ...open.slice(1).flatMap((stage, index) => comparePair(open[index] ?? stage, stage)),
            ...stages.flatMap((stage) => compareClosed(stage, thresholds))
        ]);
    },
    words: {
        en: {
            title: "Probability rises from stage to stage",
            why: "The probability of a stage weighs every amount in the forecast. Where a later stage counts less, a step forward shrinks the forecast.",
            fix: "Order the stages as customers go through them, and set each probability to the share that is won from there.",
            findings: {
                falls: "Probability falls from {previousProbability} % in “{previous}” to {probability} % in “{stage}”.",
                wonDiffers: "“{stage}” is won, but counts {probability} % instead of {expected} %.",
                lostDiffers: "“{stage}” is lost, but counts {probability} % instead of {expected} %.",
                sameAsNeighbour:
                    "“{previous}” and “{stage}” have the same probability ({probability} %) and the same forecast category: no forecast tells them apart.",
                blank: "“{stage}” has no probability.",
                unreadable: "The probability of “{stage}” could not be read.",
                stagesUnreadable: "The stages of this process could not be read."
            }
        },
        zh_TW: {
            title: "機率隨階段遞增",
            why: "預測中的每筆金額都依階段機率加權。後面的階段機率較低，案子往前一步，預測反而變小。",
            fix: "依客戶實際經過的順序排列階段，並將機率設為從該階段起最後贏得的比例。",
            findings: {
                falls: "機率從「{previous}」的 {previousProbability}% 降到「{stage}」的 {probability}%。",
                wonDiffers: "「{stage}」屬於贏得，機率卻是 {probability}%，而非 {expected}%。",
                lostDiffers: "「{stage}」屬於失去，機率卻是 {probability}%，而非 {expected}%。",
                sameAsNeighbour:
                    "「{previous}」與「{stage}」機率相同（{probability}%），預測類別也相同：預測無法區分兩者。",
                blank: "「{stage}」沒有機率。",
                unreadable: "無法讀取「{stage}」的機率。",
                stagesUnreadable: "無法讀取此銷售流程的階段。"
            }
        },
        zh_CN: {
            title: "概率随阶段递增",
            why: "预测中的每笔金额都按阶段概率加权。后面的阶段概率较低，项目往前一步，预测反而变小。",
            fix: "按客户实际经过的顺序排列阶段，并将概率设为从该阶段起最后赢得的比例。",
            findings: {
                falls: "概率从“{previous}”的 {previousProbability}% 降到“{stage}”的 {probability}%。",
                wonDiffers: "“{stage}”属于赢得，概率却是 {probability}%，而非 {expected}%。",
                lostDiffers: "“{stage}”属于丢失，概率却是 {probability}%，而非 {expected}%。",
                sameAsNeighbour:
                    "“{previous}”与“{stage}”概率相同（{probability}%），预测类别也相同：预测无法区分两者。",
                blank: "“{stage}”没有概率。",
                unreadable: "无法读取“{stage}”的概率。",
                stagesUnreadable: "无法读取此销售流程的阶段。"
            }
        }
    }
};

function withoutProbability({ label, probability }: ProcessStage): AdviceFinding[] {
    if (probability != null) {
        return [];
    }
    return [{ code: probability === null ? "blank" : "unreadable", weight: "cannotTell", args: { stage: label } }];
}

function comparePair(previous: ProcessStage, stage: ProcessStage): AdviceFinding[] {
    if (previous.probability == null || stage.probability == null) {
        return [];
    }
    const args = {
        previous: previous.label,
        previousProbability: previous.probability,
        stage: stage.label,
        probability: stage.probability
    };
    const difference = compareDecimals(stage.probability, previous.probability);
    if (difference < 0) {
        return [{ code: "falls", weight: "problem", args }];
    }
    const isSameCategory = stage.forecastCategory != null && stage.forecastCategory === previous.forecastCategory;
    return difference === 0 && isSameCategory ? [{ code: "sameAsNeighbour", weight: "remark", args }] : [];
}

function compareClosed(stage: ProcessStage, thresholds: Readonly<Record<Setting, string>>): AdviceFinding[] {
    if (stage.kind === "open" || stage.probability == null) {
        return [];
    }
    const expected = thresholds[stage.kind];
    const args = { stage: stage.label, probability: stage.probability, expected };
    return compareDecimals(stage.probability, expected) === 0
        ? []
        : [{ code: `${stage.kind}Differs`, weight: "problem", args }];
}
