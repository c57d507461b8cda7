import type { Language, Verdict } from "c/pwPolicy";

/** What is said of sales processes, and of stages that nothing places, in one language. */
export interface AdviceReportWords {
    readonly process: (name: string) => string;
    /** Counts of open and closed stages, and of opportunities in scope. */
    readonly size: (open: string, closed: string, opportunities: string) => string;
    readonly stagesUnreadable: string;
    readonly verdict: Readonly<Record<Verdict, string>>;
    readonly colon: string;
    /** Offered by the process, but not in the org's stage records. */
    readonly withoutRecord: (count: string, stages: string) => string;
    readonly entered: string;
    readonly enteredMeaning: string;
    /** In the column of positions. */
    readonly notPlaced: string;
}

export const adviceWords: Readonly<Record<Language, AdviceReportWords>> = {
    en: {
        process: (name) => `Sales process: ${name}`,
        size: (open, closed, opportunities) =>
            `Open stages: ${open}, closed stages: ${closed}, opportunities in scope: ${opportunities}.`,
        stagesUnreadable: "Its stages could not be read.",
        verdict: { met: "Met", unmet: "Unmet", unknown: "Cannot tell", notApplicable: "Does not apply" },
        colon: ": ",
        withoutRecord: (count, stages) =>
            `In stages that have no Pipewright Stage record, and so not to be judged by stage: ${count} (${stages}).`,
        entered: "Entered",
        enteredMeaning: "Opportunities of the process that entered the stage in the last 12 months, each counted once.",
        notPlaced: "no record"
    },
    zh_TW: {
        process: (name) => `銷售流程：${name}`,
        size: (open, closed, opportunities) =>
            `進行中的階段 ${open} 個，已結案的階段 ${closed} 個，範圍內的商機 ${opportunities} 筆。`,
        stagesUnreadable: "無法讀取其階段。",
        verdict: { met: "符合", unmet: "不符合", unknown: "無法判斷", notApplicable: "不適用" },
        colon: "：",
        withoutRecord: (count, stages) =>
            `${count} 筆商機所在的階段沒有 Pipewright Stage 記錄：${stages}。無法依階段判斷。`,
        entered: "進入",
        enteredMeaning: "此銷售流程最近 12 個月內進入該階段的商機數，每筆只計一次。",
        notPlaced: "無記錄"
    },
    zh_CN: {
        process: (name) => `销售流程：${name}`,
        size: (open, closed, opportunities) =>
            `进行中的阶段 ${open} 个，已结束的阶段 ${closed} 个，范围内的业务机会 ${opportunities} 个。`,
        stagesUnreadable: "无法读取其阶段。",
        verdict: { met: "符合", unmet: "不符合", unknown: "无法判断", notApplicable: "不适用" },
        colon: "：",
        withoutRecord: (count, stages) =>
            `${count} 个业务机会所在的阶段没有 Pipewright Stage 记录：${stages}。无法按阶段判断。`,
        entered: "进入",
        enteredMeaning: "此销售流程最近 12 个月内进入该阶段的业务机会数，每个只计一次。",
        notPlaced: "无记录"
    }
};
