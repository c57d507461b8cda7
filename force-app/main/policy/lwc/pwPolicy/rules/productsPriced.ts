import type { RecordRule } from "../rule.ts";

export const productsPriced: RecordRule = {
    kind: "record",
    id: "products-priced",
    practice: "products",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "75" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" },
            { flag: "HasOpportunityLineItem", is: true },
            // Lines that no roll-up has counted yet can't be judged.
            { number: "PW_Line_Count__c", is: "above", than: { literal: "0" }, whenBlank: "zero", otherwise: "unknown" }
        ]
    },
    requires: { number: "PW_Unpriced_Lines__c", is: "atMost", than: { literal: "0" }, whenBlank: "zero" },
    words: {
        en: {
            title: "Every product has a price",
            why: "A product at price zero stands in for one that nobody has priced: the amount is too low, and the discount can't be seen.",
            fix: "Give each product its sales price, or take out what is not being sold.",
            message:
                "A product on this opportunity has no price. Give each one its sales price in the Products related list, or take out what is not being sold, then change the stage again."
        },
        zh_TW: {
            title: "每項產品都有價格",
            why: "價格為零的產品只是佔位：金額偏低，折扣也看不出來。",
            fix: "為每項產品填上售價，或移除沒有要賣的項目。",
            message: "此商機有產品沒有價格。請先在「產品」相關清單為每項填上售價，或移除沒有要賣的項目，再變更階段。"
        },
        zh_CN: {
            title: "每项产品都有价格",
            why: "价格为零的产品只是占位：金额偏低，折扣也看不出来。",
            fix: "为每项产品填上售价，或移除没有要卖的项目。",
            message: "此业务机会有产品没有价格。请先在“产品”相关列表为每项填上售价，或移除没有要卖的项目，再更改阶段。"
        }
    }
};
