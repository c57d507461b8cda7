/** The platform's own labels of the standard fields that guidance speaks of most, for users who read Chinese. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    zh_TW: {
        "Opportunity.Amount": "金額",
        "Opportunity.CloseDate": "結案日期",
        "Opportunity.Description": "描述",
        "Opportunity.LeadSource": "潛在客戶來源",
        "Opportunity.Name": "商機名稱",
        "Opportunity.NextStep": "下一步",
        "Opportunity.StageName": "階段"
    },
    zh_CN: {
        "Opportunity.Amount": "金额",
        "Opportunity.CloseDate": "结束日期",
        "Opportunity.Description": "描述",
        "Opportunity.LeadSource": "潜在客户来源",
        "Opportunity.Name": "业务机会名称",
        "Opportunity.NextStep": "下一步",
        "Opportunity.StageName": "阶段"
    }
};

/** The label in the language, else undefined: the field then goes by its English one. */
export function chineseLabel(language: string, objectName: string, fieldName: string): string | undefined {
    return labels[language]?.[`${objectName}.${fieldName}`];
}
