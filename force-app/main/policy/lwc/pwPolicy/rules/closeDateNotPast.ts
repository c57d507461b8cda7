import type { RecordRule } from "../rule.ts";

export const closeDateNotPast: RecordRule = {
    kind: "record",
    id: "close-date-not-past",
    practice: "stages",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "0" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { date: "CloseDate", is: "onOrAfter", than: "today", whenBlank: "unmet" },
    words: {
        en: {
            title: "The close date lies ahead",
            why: "An open opportunity whose close date has passed is counted in a month that is over: the forecast is wrong.",
            fix: "Agree a new date with the customer and set it, or close the opportunity.",
            message:
                "The close date has passed. Set the date on which the customer means to decide, then change the stage again."
        },
        zh_TW: {
            title: "結案日期尚未過期",
            why: "結案日期已過的進行中商機，會被算進已經結束的月份，預測就不準。",
            fix: "與客戶確認新的日期並填上，或將商機結案。",
            message: "結案日期已過。請先填上客戶預計決定的日期，再變更階段。"
        },
        zh_CN: {
            title: "结束日期尚未过期",
            why: "结束日期已过的进行中业务机会，会被算进已经结束的月份，预测就不准。",
            fix: "与客户确认新的日期并填上，或将业务机会结束。",
            message: "结束日期已过。请先填上客户预计决定的日期，再更改阶段。"
        }
    }
};
