import type { RecordRule } from "../rule.ts";

export const productsPresent: RecordRule = {
    kind: "record",
    id: "products-present",
    practice: "products",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "75" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { flag: "HasOpportunityLineItem", is: true },
    words: {
        en: {
            title: "Products are on the opportunity",
            why: "Without products the amount is a guess, and nobody can see the pipeline by product or check the price.",
            fix: "Add what the customer is asking for under Products, with quantity and price.",
            message:
                "This stage needs at least one product. Add what the customer is asking for in the Products related list, then change the stage again."
        },
        zh_TW: {
            title: "商機上有產品",
            why: "沒有產品，金額只是猜測，也無法依產品檢視銷售管道或檢查價格。",
            fix: "在「產品」中加入客戶要的項目，填上數量與價格。",
            message: "此階段至少需要一項產品。請先在「產品」相關清單加入客戶要的項目，再變更階段。"
        },
        zh_CN: {
            title: "业务机会上有产品",
            why: "没有产品，金额只是猜测，也无法按产品查看销售管道或检查价格。",
            fix: "在“产品”中加入客户要的项目，填上数量与价格。",
            message: "此阶段至少需要一项产品。请先在“产品”相关列表加入客户要的项目，再更改阶段。"
        }
    }
};
