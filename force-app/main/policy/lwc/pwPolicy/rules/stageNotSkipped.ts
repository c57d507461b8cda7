import { judgementOf, notApplicable, type AdviceFinding, type Judgement } from "../advice.ts";
import type { HistoryFacts, HistoryRule } from "../history/historyRule.ts";
import { placeJourney, type Journey } from "../history/placeJourney.ts";

type Code = "skipped" | "unlistedStage" | "unlistedPast" | "unreadable";

export const stageNotSkipped: HistoryRule<never, Code> = {
    kind: "history",
    id: "stage-not-skipped",
    practice: "stages",
    defaults: { level: "Observe", thresholds: {} },
    definitions: [
        "Looked at are the open stages of the record's own sales process between the one it entered at and the one it is in, a won stage standing above all open ones. Those never visited were skipped.",
        "What the process doesn't offer can't be skipped. Going back, and back and forth, is no skipping; a stage visited on the way back is visited.",
        "Being created in a later stage is no skip, nor is being reopened there from a closed one: both are entry. From lost straight to won counts from where the opportunity was before it was lost.",
        "Of several stages set within one moment (automation) only the last counts as visited.",
        "Where the way leads through a time or a stage that the process doesn't tell, a gap can't be called a skip: the verdict is unknown. Lost opportunities are not judged."
    ],
    judge(facts) {
        if (facts.process === undefined || facts.stage === undefined || facts.sojourns === undefined) {
            return judgementOf([cannotTell("unreadable")]);
        }
        const current = facts.process.find(({ stage }) => stage === facts.stage);
        if (current === undefined) {
            return judgementOf([cannotTell("unlistedStage", { stage: facts.stage })]);
        }
        if (current.kind === "lost") {
            return notApplicable;
        }
        const journey = placeJourney(facts.process, facts.sojourns);
        return journey === null ? judgementOf([cannotTell("unreadable")]) : judgeJourney(journey, current, facts);
    },
    words: {
        en: {
            title: "No stage was skipped",
            why: "A stage that was jumped over is work with the customer that nobody can show, and it bends every conversion rate.",
            fix: "Make up for what the stage asks, or go back to it; if the customer never needs it, take it out of the process.",
            findings: {
                skipped: "Skipped on the way to “{stage}”: {skipped}.",
                unlistedStage: "The stage “{stage}” is not part of the record's sales process.",
                unlistedPast:
                    "Not seen on the way to “{stage}”: {skipped}. The history has a time whose stage is not known here.",
                unreadable: "The stage history could not be read."
            }
        },
        zh_TW: {
            title: "沒有跳過任何階段",
            why: "跳過的階段，代表沒有人能證明與客戶做過那一步，也會扭曲所有轉換率。",
            fix: "補上該階段要求的事，或退回該階段；如果客戶從來不需要它，就把它從流程中拿掉。",
            findings: {
                skipped: "到「{stage}」途中跳過：{skipped}。",
                unlistedStage: "階段「{stage}」不在此記錄的銷售流程中。",
                unlistedPast: "到「{stage}」途中未見：{skipped}。歷史中有一段時間的階段無法得知。",
                unreadable: "無法讀取階段歷史。"
            }
        },
        zh_CN: {
            title: "没有跳过任何阶段",
            why: "跳过的阶段，代表没有人能证明与客户做过那一步，也会扭曲所有转化率。",
            fix: "补上该阶段要求的事，或退回该阶段；如果客户从来不需要它，就把它从流程中拿掉。",
            findings: {
                skipped: "到“{stage}”途中跳过：{skipped}。",
                unlistedStage: "阶段“{stage}”不在此记录的销售流程中。",
                unlistedPast: "到“{stage}”途中未见：{skipped}。历史中有一段时间的阶段无法得知。",
                unreadable: "无法读取阶段历史。"
            }
        }
    }
};

function cannotTell(code: Code, args: AdviceFinding["args"] = {}): AdviceFinding {
    return { code, weight: "cannotTell", args };
}

function judgeJourney(
    { entry, visited, hasUnlisted }: Journey,
    current: { readonly stage: string; readonly label: string; readonly kind: string },
    { process = [] }: HistoryFacts
): Judgement {
    const open = process.filter(({ kind }) => kind === "open");
    const goal = current.kind === "won" ? open.length : open.findIndex(({ stage }) => stage === current.stage);
    const missing = open.slice(entry, Math.max(entry, goal)).filter(({ stage }) => !visited.has(stage));
    if (missing.length === 0) {
        return judgementOf([]);
    }
    const args = { stage: current.label, skipped: missing.map(({ label }) => label) };
    return judgementOf([hasUnlisted ? cannotTell("unlistedPast", args) : { code: "skipped", weight: "warning", args }]);
}
