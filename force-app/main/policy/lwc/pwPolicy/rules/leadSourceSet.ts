import type { RecordRule } from "../rule.ts";

export const leadSourceSet: RecordRule = {
    kind: "record",
    id: "lead-source-set",
    practice: "hygiene",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "0" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { presence: "LeadSource", is: "present" },
    words: {
        en: {
            title: "It is known where the deal came from",
            why: "What is spent on fairs, campaigns and partners can only be weighed against the deals they brought.",
            fix: "Choose in Lead Source how the customer came to you.",
            message: "The lead source is blank. Choose how the customer came to you, then change the stage again."
        },
        zh_TW: {
            title: "知道案子從哪裡來",
            why: "花在展覽、活動與夥伴上的錢，只有知道帶來哪些案子才能衡量。",
            fix: "在「潛在客戶來源」選擇客戶如何找到你們。",
            message: "「潛在客戶來源」是空白的。請先選擇客戶如何找到你們，再變更階段。"
        },
        zh_CN: {
            title: "知道项目从哪里来",
            why: "花在展会、活动与伙伴上的钱，只有知道带来哪些项目才能衡量。",
            fix: "在“潜在客户来源”选择客户如何找到你们。",
            message: "“潜在客户来源”是空白的。请先选择客户如何找到你们，再更改阶段。"
        }
    }
};
