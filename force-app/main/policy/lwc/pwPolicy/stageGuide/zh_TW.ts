import type { GuidedStage, GuideTexts } from "./guideTexts.ts";

export const zhTW: Readonly<Record<GuidedStage, GuideTexts>> = {
    Prospecting: {
        goal: "了解這家公司是否有我們能滿足的需求。",
        exitCriteria: ["客戶已有人同意談談需求。", "客戶說明了需求從何而來。"]
    },
    Qualification: {
        goal: "確認雙方繼續下去是否值得。",
        exitCriteria: [
            "客戶確認這個問題重要到值得解決。",
            "客戶說出預算，或說明預算如何取得。",
            "客戶說出希望在何時之前解決。"
        ]
    },
    "Needs Analysis": {
        goal: "用客戶自己的話理解需求。",
        exitCriteria: ["客戶同意我們寫下的需求摘要。", "客戶說明維持現狀要付出什麼代價。", "客戶已指出所有受影響的人。"]
    },
    "Value Proposition": {
        goal: "用客戶自己的數字說明會帶來什麼改變。",
        exitCriteria: ["客戶用自己的數字確認效益。", "客戶說明為何值得進一步了解我們的方案。"]
    },
    "Id. Decision Makers": {
        goal: "知道由誰決定、如何決定、何時決定。",
        exitCriteria: ["客戶已指出由誰決定、由誰簽署。", "決策者已和我們談過。", "客戶已說明做出決定的各個步驟。"]
    },
    "Perception Analysis": {
        goal: "了解決策者如何看待我們與其他選擇。",
        exitCriteria: [
            "每位決策者都說出了我們的優點與缺點。",
            "客戶已說出其他選擇，包括什麼都不做。",
            "客戶表示疑慮已獲得解答。"
        ]
    },
    "Proposal/Price Quote": {
        goal: "提出客戶能夠答應的報價。",
        exitCriteria: ["客戶已收到報價，並確認符合需求。", "客戶已說明還要改變什麼才會答應。"]
    },
    "Negotiation/Review": {
        goal: "談妥條款，並談妥每項讓步換到什麼。",
        exitCriteria: ["客戶已以書面同意價格與條款。", "客戶的採購與法務審查已完成。", "客戶已說出簽署的日期。"]
    },
    "Closed Won": {
        goal: "妥善交接，讓客戶得到所承諾的一切。",
        exitCriteria: ["客戶已簽署。", "客戶知道由誰接手、接下來會怎麼進行。"]
    },
    "Closed Lost": {
        goal: "了解原因，好聚好散。",
        exitCriteria: ["客戶已用自己的話告訴我們原因。", "客戶已說明是否以及何時再談。"]
    }
};
