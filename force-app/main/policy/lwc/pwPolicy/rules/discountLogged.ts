import { coversLargestDiscount, isDiscounted } from "../discounts.ts";
import type { RecordRule } from "../rule.ts";

export const discountLogged: RecordRule = {
    kind: "record",
    id: "discount-logged",
    practice: "discounts",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "75", minimum: "10", tolerance: "0.5" },
    when: isDiscounted,
    requires: coversLargestDiscount("PW_Logged_Discount__c"),
    words: {
        en: {
            title: "The discount has its reason on record",
            why: "A year later the same customer asks for the same discount, and nobody knows why it was given or what came back for it.",
            fix: "Log the decision: how much, why, who asked, and what we get for it.",
            message:
                "A line is discounted and no decision says why. Log the discount under Decisions with its reason and what we get for it, then change the stage again."
        },
        zh_TW: {
            title: "折扣的原因已留下記錄",
            why: "一年後同一位客戶要求同樣的折扣，卻沒有人知道當初為何給、換到了什麼。",
            fix: "記錄這項決定：多少、為什麼、誰要求、我們換到什麼。",
            message: "有明細打了折扣，卻沒有決定說明原因。請先在「決定」中記錄折扣、原因與我們換到什麼，再變更階段。"
        },
        zh_CN: {
            title: "折扣的原因已留下记录",
            why: "一年后同一位客户要求同样的折扣，却没有人知道当初为何给、换到了什么。",
            fix: "记录这项决定：多少、为什么、谁要求、我们换到什么。",
            message: "有明细打了折扣，却没有决定说明原因。请先在“决定”中记录折扣、原因与我们换到什么，再更改阶段。"
        }
    }
};
