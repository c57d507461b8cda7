import { coversLargestDiscount, isDiscounted } from "../discounts.ts";
import type { RecordRule } from "../rule.ts";

export const discountApproved: RecordRule = {
    kind: "record",
    id: "discount-approved",
    practice: "discounts",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "90", minimum: "20", tolerance: "0.5" },
    when: isDiscounted,
    requires: coversLargestDiscount("PW_Approved_Discount__c"),
    words: {
        en: {
            title: "A large discount is approved",
            why: "A discount that was promised before anyone approved it can't be taken back without losing face, or the deal.",
            fix: "Ask the approver named for this size of discount to approve the decision.",
            message:
                "The largest discount is not approved. Ask the approver named on the decision to approve it, then change the stage again."
        },
        zh_TW: {
            title: "大幅折扣已經核准",
            why: "還沒核准就先答應的折扣，收回時不是丟面子就是丟案子。",
            fix: "請這個折扣級距的核准人核准該項決定。",
            message: "最大的折扣尚未核准。請先請決定上指定的核准人核准，再變更階段。"
        },
        zh_CN: {
            title: "大幅折扣已经批准",
            why: "还没批准就先答应的折扣，收回时不是丢面子就是丢项目。",
            fix: "请这个折扣级距的批准人批准该项决定。",
            message: "最大的折扣尚未批准。请先请决定上指定的批准人批准，再更改阶段。"
        }
    }
};
