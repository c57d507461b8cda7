import type { GuidedStage, GuideTexts } from "./guideTexts.ts";

export const zhCN: Readonly<Record<GuidedStage, GuideTexts>> = {
    Prospecting: {
        goal: "了解这家公司是否有我们能满足的需求。",
        exitCriteria: ["客户已有人同意谈谈需求。", "客户说明了需求从何而来。"]
    },
    Qualification: {
        goal: "确认双方继续下去是否值得。",
        exitCriteria: [
            "客户确认这个问题重要到值得解决。",
            "客户说出预算，或说明预算如何取得。",
            "客户说出希望在何时之前解决。"
        ]
    },
    "Needs Analysis": {
        goal: "用客户自己的话理解需求。",
        exitCriteria: ["客户同意我们写下的需求摘要。", "客户说明维持现状要付出什么代价。", "客户已指出所有受影响的人。"]
    },
    "Value Proposition": {
        goal: "用客户自己的数字说明会带来什么改变。",
        exitCriteria: ["客户用自己的数字确认收益。", "客户说明为何值得进一步了解我们的方案。"]
    },
    "Id. Decision Makers": {
        goal: "知道由谁决定、如何决定、何时决定。",
        exitCriteria: ["客户已指出由谁决定、由谁签署。", "决策者已和我们谈过。", "客户已说明做出决定的各个步骤。"]
    },
    "Perception Analysis": {
        goal: "了解决策者如何看待我们与其他选择。",
        exitCriteria: [
            "每位决策者都说出了我们的优点与缺点。",
            "客户已说出其他选择，包括什么都不做。",
            "客户表示疑虑已得到解答。"
        ]
    },
    "Proposal/Price Quote": {
        goal: "提出客户能够答应的报价。",
        exitCriteria: ["客户已收到报价，并确认符合需求。", "客户已说明还要改变什么才会答应。"]
    },
    "Negotiation/Review": {
        goal: "谈妥条款，并谈妥每项让步换到什么。",
        exitCriteria: ["客户已以书面同意价格与条款。", "客户的采购与法务审查已完成。", "客户已说出签署的日期。"]
    },
    "Closed Won": {
        goal: "妥善交接，让客户得到所承诺的一切。",
        exitCriteria: ["客户已签署。", "客户知道由谁接手、接下来会怎么进行。"]
    },
    "Closed Lost": {
        goal: "了解原因，好聚好散。",
        exitCriteria: ["客户已用自己的话告诉我们原因。", "客户已说明是否以及何时再谈。"]
    }
};
