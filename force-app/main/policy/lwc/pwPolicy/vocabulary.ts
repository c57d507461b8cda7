import type { Comparator, NumberSetting } from "./condition.ts";
import type { FactName } from "./facts.ts";
import type { Language } from "./rule.ts";

/** How conditions are said in one language. */
export interface Vocabulary {
    readonly and: string;
    readonly or: string;
    group(text: string): string;
    compare(fact: string, is: Comparator, than: string): string;
    compareToToday(fact: string, is: "onOrAfter" | "before"): string;
    less(fact: string, tolerance: string): string;
    isOneOf(fact: string, choices: string): string;
    onlyWhere(then: string, asked: string): string;
    isTrue(fact: string, is: boolean): string;
    isPresent(fact: string, isPresent: boolean): string;
    readonly facts: Readonly<Record<FactName, string>>;
    readonly settings: Readonly<Record<NumberSetting, string>>;
    readonly values: Readonly<Record<string, string>>;
}

const english: Vocabulary = {
    and: " and ",
    or: " or ",
    group: (text) => `(${text})`,
    compare: (fact, is, than) => `${fact} is ${englishComparators[is]} ${than}`,
    compareToToday: (fact, is) => `${fact} is ${is === "onOrAfter" ? "today or later" : "before today"}`,
    less: (fact, tolerance) => `${fact}, less ${tolerance}`,
    isOneOf: (fact, choices) => `${fact} is ${choices}`,
    onlyWhere: (then, asked) => `${then} where ${asked}`,
    isTrue: (fact, is) => (is ? fact : `it is not so that ${fact}`),
    isPresent: (fact, isPresent) => `${fact} is ${isPresent ? "filled" : "blank"}`,
    facts: {
        StageName: "the stage",
        CloseDate: "the close date",
        Amount: "the amount",
        NextStep: "the next step",
        LeadSource: "the lead source",
        HasOpportunityLineItem: "the opportunity has products",
        PW_Stage_Stamp__c: "the stamped stage",
        PW_Kind__c: "the opportunity",
        PW_Record_Type__c: "the record type",
        PW_Position__c: "the stage position",
        PW_Contact_Roles__c: "the number of contacts with a role",
        PW_Primary_Roles__c: "the number of primary contacts",
        PW_Decision_Roles__c: "the number of contact roles that decide",
        PW_Unnamed_Roles__c: "the number of contacts without a role",
        PW_Line_Count__c: "the number of lines",
        PW_Unpriced_Lines__c: "the number of lines without a price",
        PW_Lines_Without_List__c: "the number of lines whose discount can't be known",
        PW_Largest_Discount__c: "the largest discount of a line in percent",
        PW_Logged_Discount__c: "the discount in percent that has a reason",
        PW_Approved_Discount__c: "the discount in percent that was approved",
        PW_Loss_Reason__c: "the loss reason"
    },
    settings: {
        fromPosition: "the position set for this rule",
        minimum: "the minimum set for this rule",
        tolerance: "the tolerance set for this rule",
        minimumAmount: "the minimum amount set for this rule",
        largerMinimum: "the minimum set for larger deals",
        largerFromPosition: "the position set for larger deals",
        largerFromAmount: "the amount set for larger deals"
    },
    values: { open: "open", won: "won", lost: "lost" }
};

const englishComparators: Record<Comparator, string> = {
    atLeast: "at least",
    atMost: "at most",
    above: "above",
    below: "below",
    equalTo: "equal to"
};

const traditionalChinese: Vocabulary = {
    and: "，且",
    or: "或",
    group: (text) => `（${text}）`,
    compare: (fact, is, than) => `${fact}${traditionalComparators[is]} ${than}`,
    compareToToday: (fact, is) => `${fact}${is === "onOrAfter" ? "為今天或之後" : "早於今天"}`,
    less: (fact, tolerance) => `${fact}減 ${tolerance}`,
    isOneOf: (fact, choices) => `${fact}為${choices}`,
    onlyWhere: (then, asked) => `${asked}時，${then}`,
    isTrue: (fact, is) => (is ? fact : `並非${fact}`),
    isPresent: (fact, isPresent) => `${fact}${isPresent ? "已填寫" : "空白"}`,
    facts: {
        StageName: "階段",
        CloseDate: "結案日期",
        Amount: "金額",
        NextStep: "下一步",
        LeadSource: "潛在客戶來源",
        HasOpportunityLineItem: "商機上有產品",
        PW_Stage_Stamp__c: "已蓋章的階段",
        PW_Kind__c: "商機狀態",
        PW_Record_Type__c: "記錄類型",
        PW_Position__c: "階段位置",
        PW_Contact_Roles__c: "有角色的連絡人數",
        PW_Primary_Roles__c: "主要連絡人數",
        PW_Decision_Roles__c: "能拍板的連絡人角色數",
        PW_Unnamed_Roles__c: "沒有角色的連絡人數",
        PW_Line_Count__c: "明細數",
        PW_Unpriced_Lines__c: "沒有價格的明細數",
        PW_Lines_Without_List__c: "無法得知折扣的明細數",
        PW_Largest_Discount__c: "單一明細的最大折扣（%）",
        PW_Logged_Discount__c: "已說明原因的折扣（%）",
        PW_Approved_Discount__c: "已核准的折扣（%）",
        PW_Loss_Reason__c: "失敗原因"
    },
    settings: {
        fromPosition: "此規則設定的位置",
        minimum: "此規則設定的下限",
        tolerance: "此規則設定的容許差",
        minimumAmount: "此規則設定的最低金額",
        largerMinimum: "較大案子設定的下限",
        largerFromPosition: "較大案子設定的位置",
        largerFromAmount: "較大案子設定的金額"
    },
    values: { open: "進行中", won: "成交", lost: "失敗" }
};

const traditionalComparators: Record<Comparator, string> = {
    atLeast: "至少為",
    atMost: "至多為",
    above: "大於",
    below: "小於",
    equalTo: "等於"
};

const simplifiedChinese: Vocabulary = {
    and: "，且",
    or: "或",
    group: (text) => `（${text}）`,
    compare: (fact, is, than) => `${fact}${simplifiedComparators[is]} ${than}`,
    compareToToday: (fact, is) => `${fact}${is === "onOrAfter" ? "为今天或之后" : "早于今天"}`,
    less: (fact, tolerance) => `${fact}减 ${tolerance}`,
    isOneOf: (fact, choices) => `${fact}为${choices}`,
    onlyWhere: (then, asked) => `${asked}时，${then}`,
    isTrue: (fact, is) => (is ? fact : `并非${fact}`),
    isPresent: (fact, isPresent) => `${fact}${isPresent ? "已填写" : "空白"}`,
    facts: {
        StageName: "阶段",
        CloseDate: "结束日期",
        Amount: "金额",
        NextStep: "下一步",
        LeadSource: "潜在客户来源",
        HasOpportunityLineItem: "业务机会上有产品",
        PW_Stage_Stamp__c: "已盖章的阶段",
        PW_Kind__c: "业务机会状态",
        PW_Record_Type__c: "记录类型",
        PW_Position__c: "阶段位置",
        PW_Contact_Roles__c: "有角色的联系人数",
        PW_Primary_Roles__c: "主要联系人数",
        PW_Decision_Roles__c: "能拍板的联系人角色数",
        PW_Unnamed_Roles__c: "没有角色的联系人数",
        PW_Line_Count__c: "明细数",
        PW_Unpriced_Lines__c: "没有价格的明细数",
        PW_Lines_Without_List__c: "无法得知折扣的明细数",
        PW_Largest_Discount__c: "单一明细的最大折扣（%）",
        PW_Logged_Discount__c: "已说明原因的折扣（%）",
        PW_Approved_Discount__c: "已批准的折扣（%）",
        PW_Loss_Reason__c: "丢失原因"
    },
    settings: {
        fromPosition: "此规则设定的位置",
        minimum: "此规则设定的下限",
        tolerance: "此规则设定的容许差",
        minimumAmount: "此规则设定的最低金额",
        largerMinimum: "较大项目设定的下限",
        largerFromPosition: "较大项目设定的位置",
        largerFromAmount: "较大项目设定的金额"
    },
    values: { open: "进行中", won: "赢得", lost: "丢失" }
};

const simplifiedComparators: Record<Comparator, string> = {
    atLeast: "至少为",
    atMost: "至多为",
    above: "大于",
    below: "小于",
    equalTo: "等于"
};

export const vocabulary: Readonly<Record<Language, Vocabulary>> = {
    en: english,
    zh_TW: traditionalChinese,
    zh_CN: simplifiedChinese
};
