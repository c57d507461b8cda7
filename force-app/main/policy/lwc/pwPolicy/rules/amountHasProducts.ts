import type { RecordRule } from "../rule.ts";

export const amountHasProducts: RecordRule = {
    kind: "record",
    id: "amount-has-products",
    practice: "products",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "50" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" },
            { number: "Amount", is: "above", than: { literal: "0" }, whenBlank: "unmet" }
        ]
    },
    requires: { flag: "HasOpportunityLineItem", is: true },
    words: {
        en: {
            title: "The amount comes from products",
            why: "An amount that somebody typed can't be checked: nobody sees what is sold, how much of it, or at which price.",
            fix: "Add the products that make up the amount; the opportunity then sums them by itself.",
            message:
                "The amount was typed in and no product stands behind it. Add the products that make it up in the Products related list, then change the stage again."
        },
        zh_TW: {
            title: "金額來自產品",
            why: "手動輸入的金額無法查核：看不出賣什麼、賣多少、單價多少。",
            fix: "加入構成這筆金額的產品，商機會自動加總。",
            message: "金額是手動輸入的，沒有產品支持。請先在「產品」相關清單加入構成金額的項目，再變更階段。"
        },
        zh_CN: {
            title: "金额来自产品",
            why: "手动输入的金额无法核对：看不出卖什么、卖多少、单价多少。",
            fix: "加入构成这笔金额的产品，业务机会会自动汇总。",
            message: "金额是手动输入的，没有产品支持。请先在“产品”相关列表加入构成金额的项目，再更改阶段。"
        }
    }
};
