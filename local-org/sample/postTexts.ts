import type { Team } from "./people.ts";

/** `{percent}` is the largest line discount of the deal, `{contact}` somebody at the customer. */
export const discountReasons: Readonly<Record<Team, readonly string[]>> = {
    taiwan: [
        "客戶一次簽三年維護，折扣 {percent}% 已與主管確認，換到預付三成。",
        "對手報價較低，{contact}要求同價，最後給 {percent}% 折扣，條件是年底前驗收。",
        "因為是第二廠複製專案，工時較少，所以折扣 {percent}%。",
        "匯率因素，客戶預算卡住，{percent}% 折扣，請主管知悉。"
    ],
    international: [
        "Agreed {percent}% discount against a two-year maintenance contract. Approved by phone.",
        "{contact} had a lower offer from a local integrator. We gave {percent}% and they dropped the penalty clause.",
        "Discount of {percent}% because this is a repeat of the first plant, less engineering for us.",
        "{percent}% discount: they become our reference site and host two visits."
    ]
};

export const dealPosts: Readonly<Record<Team, readonly string[]>> = {
    taiwan: [
        "今天去現場看過，產線空間比圖面小，機構要改。",
        "{contact}說預算明年一月才過，先維持聯絡。",
        "打樣結果 OK，漏檢率低於 0.1%，下週報告。",
        "採購要求三家比價，我們是第二家。",
        "客戶問能不能跟現有的 ERP 串接，請技術部回覆。",
        "廠長換人，{contact}是新的窗口。",
        "合約法務看過，只剩交期那一條。",
        "已寄報價單，有效期三十天。"
    ],
    international: [
        "Site visit done. Less room on the line than the drawing says, mechanics needs a second look.",
        "{contact} says the budget is released in January. Staying in touch.",
        "Sample test passed, escape rate under 0.1 percent, report next week.",
        "Purchasing asks for three offers, we are the second.",
        "They want an interface to their ERP. Can engineering answer by Friday?",
        "New plant manager, {contact} takes over as our contact.",
        "Legal has read the contract, only the delivery clause is left.",
        "Quote sent, valid for thirty days."
    ]
};

export const replies: Readonly<Record<Team, readonly string[]>> = {
    taiwan: ["收到，週會再討論。", "這案子先顧交期。", "請補上決策者是誰。"],
    international: [
        "Thanks. Let's take it up on Monday.",
        "Who signs on their side?",
        "Keep the delivery date realistic."
    ]
};
