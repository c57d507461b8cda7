import type { Language } from "c/pwPolicy";

/** What a post about a decision says in one language. In `{!…}` stand resources of the flow that posts. */
export interface PostWords {
    readonly logged: string;
    readonly asks: string;
    readonly answers: string;
    readonly approved: string;
    readonly rejected: string;
    readonly repeats: string;
    /** By API value of the picklist. */
    readonly kinds: Readonly<Record<string, string>>;
    readonly reasons: Readonly<Record<string, string>>;
}

const kinds = ["Discount", "Pricing", "Strategy", "Stakeholders", "Terms"];
const reasons = [
    "Competitor",
    "Volume",
    "Strategic Customer",
    "Budget",
    "Renewal",
    "Product Gap",
    "Delay or Fault",
    "Other"
];
const named = (values: readonly string[], names: readonly string[]) =>
    Object.fromEntries(values.map((value, index) => [value, names[index] ?? value]));

export const postWords: Readonly<Record<Language, PostWords>> = {
    en: {
        logged: "Decided: {!what} ({!$Record.Name})\nWhy: {!reason}. {!$Record.Reason__c}\nWhat we get: {!inReturn}{!repeated}",
        asks: "@[{!$Record.Approver__c}] Please decide: {!what} ({!$Record.Name})\nWhy: {!reason}. {!$Record.Reason__c}\nWhat we get: {!inReturn}{!repeated}",
        answers: "@[{!$Record.CreatedById}] {!answer}: {!what} ({!$Record.Name})",
        approved: "Approved",
        rejected: "Rejected",
        repeats: " (The same reason was given to this customer in the last twelve months.)",
        kinds: named(kinds, kinds),
        reasons: named(reasons, reasons)
    },
    zh_TW: {
        logged: "已決定：{!what}（{!$Record.Name}）\n原因：{!reason}。{!$Record.Reason__c}\n我們換到：{!inReturn}{!repeated}",
        asks: "@[{!$Record.Approver__c}] 請決定：{!what}（{!$Record.Name}）\n原因：{!reason}。{!$Record.Reason__c}\n我們換到：{!inReturn}{!repeated}",
        answers: "@[{!$Record.CreatedById}] {!answer}：{!what}（{!$Record.Name}）",
        approved: "已核准",
        rejected: "已駁回",
        repeats: "（過去十二個月內，已用同樣的原因給過這位客戶。）",
        kinds: named(kinds, ["折扣", "定價", "策略", "關係人", "條款"]),
        reasons: named(reasons, ["競爭對手", "數量", "策略客戶", "預算", "續約", "產品缺口", "延誤或瑕疵", "其他"])
    },
    zh_CN: {
        logged: "已决定：{!what}（{!$Record.Name}）\n原因：{!reason}。{!$Record.Reason__c}\n我们换到：{!inReturn}{!repeated}",
        asks: "@[{!$Record.Approver__c}] 请决定：{!what}（{!$Record.Name}）\n原因：{!reason}。{!$Record.Reason__c}\n我们换到：{!inReturn}{!repeated}",
        answers: "@[{!$Record.CreatedById}] {!answer}：{!what}（{!$Record.Name}）",
        approved: "已批准",
        rejected: "已驳回",
        repeats: "（过去十二个月内，已用同样的原因给过这位客户。）",
        kinds: named(kinds, ["折扣", "定价", "策略", "关系人", "条款"]),
        reasons: named(reasons, ["竞争对手", "数量", "战略客户", "预算", "续约", "产品缺口", "延误或瑕疵", "其他"])
    }
};
