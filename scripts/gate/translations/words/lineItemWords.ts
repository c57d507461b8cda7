import { words, type ObjectWords } from "./objectWords.ts";

export const lineItemWords: ObjectWords = {
    fields: {
        PW_Discount__c: {
            zh_TW: words("相對牌價的折扣（%）", "客戶相對於牌價省下的百分比。"),
            zh_CN: words("相对目录价的折扣（%）", "客户相对于目录价格省下的百分比。")
        },
        PW_List_Amount__c: {
            zh_TW: words("牌價金額", "此品項依牌價計算的金額。"),
            zh_CN: words("目录价金额", "此行项目按目录价格计算的金额。")
        },
        PW_List_Unknown__c: {
            zh_TW: words("折扣未知", "1：沒有牌價，或售價高於牌價。"),
            zh_CN: words("折扣未知", "1：没有目录价格，或售价高于目录价格。")
        },
        PW_Price_Exempt__c: {
            zh_TW: words("不需要價格", "此系列的產品價格可以為零。"),
            zh_CN: words("不需要价格", "此系列的产品价格可以为零。")
        },
        PW_Unpriced__c: {
            zh_TW: words("沒有價格", "1：此品項需要售價。"),
            zh_CN: words("没有价格", "1：此行项目需要售价。")
        }
    },
    refusals: {},
    quickActions: {}
};
