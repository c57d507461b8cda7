import type { GuidanceWords } from "./guidanceWords.ts";

export const zhTW: GuidanceWords = {
    locale: "zh-TW",
    title: "商機指引",
    loading: "正在查看此商機……",
    lookAgain: "重新查看",
    lookedAt: (time) => `${time} 查看`,
    old: (time) => `無法重新查看，以下是 ${time} 的情形。`,
    cannotReadRecord: "無法讀取此商機：可能已被刪除，或您沒有存取權。",
    cannotReadRules: "目前無法讀取規則，因此未作判斷。請稍後重新查看。",
    noAccess: (parts) => `您看不到${parts}，因此未作判斷。請管理員給您權限集「Pipewright Rep」。`,
    parts: { stages: "各階段的位置", rules: "有哪些規則生效" },
    noStageRecord: (stage) =>
        `尚未設定階段「${stage}」的位置，因此未作判斷。請管理員在「Pipewright Stage」中加入此階段。`,
    noRules: "沒有任何規則啟用。",
    lost: "此商機已失去，不再有任何要求。",
    now: (stage) => `目前階段：${stage}`,
    before: (stage) => `進入「${stage}」之前`,
    asksNothing: "此階段還沒有任何要求。",
    allMet: "所要求的都已具備。",
    nothingMore: "除上述之外沒有其他要求。",
    met: (count) => `${count} 項規則符合`,
    verdicts: { unmet: "不符合", unknown: "無法判斷" },
    levels: { Block: "阻擋階段變更", Warn: "提醒", Observe: "觀察" },
    whatToDo: "如何處理：",
    whyUnknown: "無法判斷的原因：",
    unseen: (facts) => `您看不到${facts}。請向管理員申請存取權。`,
    facts: {
        StageName: "階段",
        CloseDate: "結案日期",
        HasOpportunityLineItem: "是否有產品",
        Amount: "金額",
        NextStep: "下一步",
        LeadSource: "潛在客戶來源",
        PW_Loss_Reason__c: "失敗原因",
        PW_Contact_Roles__c: "連絡人角色",
        PW_Primary_Roles__c: "連絡人角色",
        PW_Decision_Roles__c: "連絡人角色",
        PW_Unnamed_Roles__c: "連絡人角色"
    },
    notSet: "此規則尚未設定完整。請管理員檢查它在「Pipewright Rule」中的記錄。",
    badLevel: "此規則的等級不是 Off、Observe、Warn、Block 之一。請管理員檢查它在「Pipewright Rule」中的記錄。",
    failed: (detail) => `規則執行失敗：${detail}`,
    and: "與",
    gapsAt: (heading, gaps) =>
        `${heading}：${gaps.length} 項待處理：${gaps.map(([title, verdict]) => `${title}（${verdict}）`).join("；")}。`,
    quietAt: (heading, sentence) => `${heading}：${sentence}`
};
