import type { RecordRule } from "../rule.ts";

export const lossReasonGiven: RecordRule = {
    kind: "record",
    id: "loss-reason-given",
    practice: "hygiene",
    trigger: "lose",
    defaults: { level: "Observe" },
    when: { all: [{ choice: "PW_Kind__c", isOneOf: ["lost"], whenBlank: "unknown" }] },
    requires: { presence: "PW_Loss_Reason__c", is: "present" },
    ownField: "PW_Loss_Reason__c",
    words: {
        en: {
            title: "It is said why the deal was lost",
            why: "Lost deals teach more than won ones, but only if somebody says why. A year later nobody remembers.",
            fix: "Choose in Loss Reason what decided it, as the customer told you.",
            message:
                "The loss reason is blank. Choose what decided it, as the customer told you, and close the opportunity again."
        },
        zh_TW: {
            title: "已說明失敗原因",
            why: "失敗的案子比成交的更能學到東西，但要有人說明原因。一年後就沒人記得了。",
            fix: "在「失敗原因」選擇客戶告訴你的決定因素。",
            message: "「失敗原因」是空白的。請先選擇客戶告訴你的決定因素，再將商機結案。"
        },
        zh_CN: {
            title: "已说明丢失原因",
            why: "丢失的项目比赢得的更能学到东西，但要有人说明原因。一年后就没人记得了。",
            fix: "在“丢失原因”选择客户告诉你的决定因素。",
            message: "“丢失原因”是空白的。请先选择客户告诉你的决定因素，再将业务机会结束。"
        }
    }
};
