import { judgementOf, type AdviceFinding } from "../advice.ts";
import { compareNames, type NameMeasure } from "../process/names/compareNames.ts";
import { normalizeName } from "../process/names/normalizeName.ts";
import { stagesUnreadable, type ProcessRule, type ProcessStage } from "../process/processRule.ts";

type Setting = Exclude<NameMeasure, "sameName">;
type Code = NameMeasure | "stagesUnreadable";

export const stageNamesDistinct: ProcessRule<Setting, Code> = {
    kind: "process",
    id: "stage-names-distinct",
    practice: "stages",
    defaults: {
        level: "Observe",
        thresholds: {
            letters: {
                value: "0.90",
                unit: "similarity",
                basis: "ownChoice",
                source: "Names of one word each: this much or more by Jaro–Winkler. The measure is Winkler's (1990), the limit our own choice."
            },
            words: {
                value: "0.75",
                unit: "similarity",
                basis: "ownChoice",
                source: "Names of several words: this share of words in common or more (Jaccard), in whatever order. Our own choice."
            },
            characters: {
                value: "0.65",
                unit: "similarity",
                basis: "ownChoice",
                source: "Chinese names: this share of neighbouring character pairs in common or more (Dice). Our own choice."
            }
        }
    },
    definitions: [
        "Every two stages of one kind are compared: open with open, won with won, lost with lost. Names alone never make an open stage the twin of a closed one.",
        "Compared are labels without numbering, percentages, punctuation and words that say nothing (“stage”, “階段”), in lower case and simplified characters, with synonyms folded (proposal, quote, 報價, 提案).",
        "Names that differ in a “not”, a “pending”, an “internal” or a number are not twins, nor are two words known to mean different things, however alike they look (contact, contract)."
    ],
    judge({ stages }, { thresholds }) {
        if (stages === undefined) {
            return stagesUnreadable;
        }
        return judgementOf(
            stages.flatMap((stage, index) =>
                stages.slice(index + 1).flatMap((other) => compareStages(stage, other, thresholds))
            )
        );
    },
    words: {
        en: {
            title: "Every stage has a name of its own",
            why: "Where two stages sound alike, people use them by taste, and conversion between them means nothing.",
            fix: "Merge the two, or name each after what the customer has done when it is reached.",
            findings: {
                sameName: "“{stage}” and “{other}” are the same name, once numbering and synonyms are put aside.",
                letters: "“{stage}” and “{other}” are spelled alike (Jaro–Winkler {similarity}; twins from {limit}).",
                words: "“{stage}” and “{other}” share their words (Jaccard {similarity}; twins from {limit}).",
                characters: "“{stage}” and “{other}” share their characters (Dice {similarity}; twins from {limit}).",
                stagesUnreadable: "The stages of this process could not be read."
            }
        },
        zh_TW: {
            title: "每個階段的名稱都能區分",
            why: "兩個階段聽起來一樣，大家就憑習慣選用，兩者之間的轉換率毫無意義。",
            fix: "合併這兩個階段，或依進入該階段時客戶已完成的事來命名。",
            findings: {
                sameName: "去掉編號並視同義詞為一，「{stage}」與「{other}」是同一個名稱。",
                letters: "「{stage}」與「{other}」拼法相近（Jaro–Winkler {similarity}；{limit} 起視為重複）。",
                words: "「{stage}」與「{other}」用字相同（Jaccard {similarity}；{limit} 起視為重複）。",
                characters: "「{stage}」與「{other}」字元相近（Dice {similarity}；{limit} 起視為重複）。",
                stagesUnreadable: "無法讀取此銷售流程的階段。"
            }
        },
        zh_CN: {
            title: "每个阶段的名称都能区分",
            why: "两个阶段听起来一样，大家就凭习惯选用，两者之间的转化率毫无意义。",
            fix: "合并这两个阶段，或按进入该阶段时客户已完成的事来命名。",
            findings: {
                sameName: "去掉编号并视同义词为一，“{stage}”与“{other}”是同一个名称。",
                letters: "“{stage}”与“{other}”拼法相近（Jaro–Winkler {similarity}；{limit} 起视为重复）。",
                words: "“{stage}”与“{other}”用词相同（Jaccard {similarity}；{limit} 起视为重复）。",
                characters: "“{stage}”与“{other}”字符相近（Dice {similarity}；{limit} 起视为重复）。",
                stagesUnreadable: "无法读取此销售流程的阶段。"
            }
        }
    }
};

function compareStages(
    stage: ProcessStage,
    other: ProcessStage,
    thresholds: Readonly<Record<Setting, string>>
): AdviceFinding[] {
    const compared =
        stage.kind === other.kind ? compareNames(normalizeName(stage.label), normalizeName(other.label)) : null;
    if (compared === null) {
        return [];
    }
    const { measure, similarity } = compared;
    const limit = measure === "sameName" ? "1" : thresholds[measure];
    const args = { stage: stage.label, other: other.label, similarity: similarity.toFixed(2), limit };
    return similarity >= Number(limit) ? [{ code: measure, weight: "warning", args }] : [];
}
