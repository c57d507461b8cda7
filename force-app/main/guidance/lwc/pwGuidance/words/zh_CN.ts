import type { GuidanceWords } from "./guidanceWords.ts";

export const zhCN: GuidanceWords = {
    locale: "zh-CN",
    title: "业务机会指引",
    loading: "正在查看此业务机会……",
    lookAgain: "重新查看",
    lookedAt: (time) => `${time} 查看`,
    old: (time) => `无法重新查看，以下是 ${time} 的情形。`,
    cannotReadRecord: "无法读取此业务机会：可能已被删除，或您没有访问权限。",
    cannotReadRules: "目前无法读取规则，因此未作判断。请稍后重新查看。",
    noAccess: (parts) => `您看不到${parts}，因此未作判断。请管理员给您权限集“Pipewright Rep”。`,
    parts: { stages: "各阶段的位置", rules: "有哪些规则生效" },
    noStageRecord: (stage) => `尚未设定阶段“${stage}”的位置，因此未作判断。请管理员在“Pipewright Stage”中加入此阶段。`,
    noRules: "没有任何规则启用。",
    lost: "此业务机会已丢失，不再有任何要求。",
    now: (stage) => `当前阶段：${stage}`,
    before: (stage) => `进入“${stage}”之前`,
    asksNothing: "此阶段还没有任何要求。",
    allMet: "所要求的都已具备。",
    nothingMore: "除上述之外没有其他要求。",
    met: (count) => `${count} 项规则符合`,
    verdicts: { unmet: "不符合", unknown: "无法判断" },
    levels: { Block: "阻止阶段更改", Warn: "提醒", Observe: "观察" },
    whatToDo: "如何处理：",
    whyUnknown: "无法判断的原因：",
    unseen: (facts) => `您看不到${facts}。请向管理员申请访问权限。`,
    facts: {
        StageName: "阶段",
        CloseDate: "结束日期",
        HasOpportunityLineItem: "是否有产品",
        PW_Contact_Roles__c: "联系人角色"
    },
    notSet: "此规则尚未设置完整。请管理员检查它在“Pipewright Rule”中的记录。",
    badLevel: "此规则的等级不是 Off、Observe、Warn、Block 之一。请管理员检查它在“Pipewright Rule”中的记录。",
    failed: (detail) => `规则执行失败：${detail}`,
    and: "和",
    gapsAt: (heading, gaps) =>
        `${heading}：${gaps.length} 项待处理：${gaps.map(([title, verdict]) => `${title}（${verdict}）`).join("；")}。`,
    quietAt: (heading, sentence) => `${heading}：${sentence}`
};
