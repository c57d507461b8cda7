import { words, type ObjectWords } from "./objectWords.ts";

export const opportunityWords: ObjectWords = {
    fields: {
        PW_Alert_Is_Due__c: {
            zh_TW: words("應發出提醒", "下一次每日提醒會把結案日期告知擁有人。"),
            zh_CN: words("应发出提醒", "下一次每日提醒会把结束日期告知所有人。")
        },
        PW_Approved_Discount__c: {
            zh_TW: words("已核准的折扣（%）", "已核准的最大折扣。"),
            zh_CN: words("已批准的折扣（%）", "已批准的最大折扣。")
        },
        PW_Bypassed_At__c: {
            zh_TW: words("略過時間", "由 Pipewright 與「略過的規則」一併填入。"),
            zh_CN: words("绕过时间", "由 Pipewright 与“绕过的规则”一并填入。")
        },
        PW_Bypassed_By__c: {
            zh_TW: words("略過者", "由 Pipewright 與「略過的規則」一併填入。", {
                relationshipLabel: "商機（略過者）"
            }),
            zh_CN: words("绕过者", "由 Pipewright 与“绕过的规则”一并填入。", {
                relationshipLabel: "业务机会（绕过者）"
            })
        },
        PW_Bypassed_Rules__c: {
            zh_TW: words("略過的規則", "持有略過權限的人進行了規則原本會拒絕的階段變更時，由 Pipewright 填入。"),
            zh_CN: words("绕过的规则", "持有绕过权限的人进行了规则原本会拒绝的阶段变更时，由 Pipewright 填入。")
        },
        PW_Contact_Roles__c: {
            zh_TW: words("有角色的連絡人數", "階段或連絡人角色變更時由 Pipewright 計算。沒有角色的連絡人不計。"),
            zh_CN: words("有角色的联系人数", "阶段或联系人角色更改时由 Pipewright 计算。没有角色的联系人不计。")
        },
        PW_Decision_Roles__c: {
            zh_TW: words("有決定權的連絡人角色數", "階段或連絡人角色變更時由 Pipewright 計算。"),
            zh_CN: words("有决定权的联系人角色数", "阶段或联系人角色更改时由 Pipewright 计算。")
        },
        PW_Due_Alert_For__c: {
            zh_TW: words("已提醒的結案日期（將至）", "Pipewright 告知擁有人此結案日期將至時填入。"),
            zh_CN: words("已提醒的结束日期（将至）", "Pipewright 告知所有人此结束日期将至时填入。")
        },
        PW_Exempt_Rules__c: {
            zh_TW: words(
                "上次變更時暫不適用的規則",
                "階段變更時由 Pipewright 填入。每個識別碼位於分號之間；沒有生效的例外時為空白。"
            ),
            zh_CN: words(
                "上次更改时暂不适用的规则",
                "阶段更改时由 Pipewright 填入。每个标识位于分号之间；没有生效的例外时为空白。"
            )
        },
        PW_From_Position__c: {
            zh_TW: words("先前的階段位置", "階段變更時由 Pipewright 寫入。"),
            zh_CN: words("先前的阶段位置", "阶段更改时由 Pipewright 写入。")
        },
        PW_Gaps__c: {
            zh_TW: words(
                "上次變更時的缺口",
                "階段變更時由 Pipewright 填入。每個識別碼以分號結尾；沒有缺少任何項目時為空白。"
            ),
            zh_CN: words(
                "上次更改时的缺口",
                "阶段更改时由 Pipewright 填入。每个标识以分号结尾；没有缺少任何项目时为空白。"
            )
        },
        PW_Kind__c: {
            zh_TW: words("階段類型", "階段變更時由 Pipewright 寫入。"),
            zh_CN: words("阶段类型", "阶段更改时由 Pipewright 写入。")
        },
        PW_Largest_Discount__c: {
            zh_TW: words("最大折扣（%）", "任一產品的最大折扣。"),
            zh_CN: words("最大折扣（%）", "任一产品的最大折扣。")
        },
        PW_Line_Count__c: {
            zh_TW: words("產品數", "由 Salesforce 依「產品」相關清單計算。"),
            zh_CN: words("产品数", "由 Salesforce 依“产品”相关列表计算。")
        },
        PW_Lines_Without_List__c: {
            zh_TW: words("折扣未知的產品數", "沒有牌價，或售價高於牌價的產品。"),
            zh_CN: words("折扣未知的产品数", "没有目录价格，或售价高于目录价格的产品。")
        },
        PW_List_Amount__c: {
            zh_TW: words("牌價金額", "與「金額」比較，即可看出整體折扣。"),
            zh_CN: words("目录价金额", "与“金额”比较，即可看出整体折扣。")
        },
        PW_Logged_Discount__c: {
            zh_TW: words("已記錄的折扣（%）", "已記錄原因的最大折扣。"),
            zh_CN: words("已记录的折扣（%）", "已记录原因的最大折扣。")
        },
        PW_Loss_Reason__c: {
            zh_TW: words("失敗原因", "客戶告訴您的決定因素。只選最重要的一個。", {
                values: {
                    Price: "價格",
                    "Product or Fit": "產品或適用性",
                    Competitor: "競爭對手",
                    "No Budget": "沒有預算",
                    "No Decision": "沒有做出決定",
                    Timing: "時機",
                    "Contact Left": "連絡人離職",
                    Other: "其他"
                }
            }),
            zh_CN: words("失败原因", "客户告诉您的决定因素。只选最重要的一个。", {
                values: {
                    Price: "价格",
                    "Product or Fit": "产品或适用性",
                    Competitor: "竞争对手",
                    "No Budget": "没有预算",
                    "No Decision": "没有做出决定",
                    Timing: "时机",
                    "Contact Left": "联系人离职",
                    Other: "其他"
                }
            })
        },
        PW_Overdue_Alert_For__c: {
            zh_TW: words("已提醒的結案日期（已過）", "Pipewright 告知擁有人與其主管此結案日期已過時填入。"),
            zh_CN: words("已提醒的结束日期（已过）", "Pipewright 告知所有人与其经理此结束日期已过时填入。")
        },
        PW_Position__c: {
            zh_TW: words("階段位置", "階段變更時由 Pipewright 寫入。"),
            zh_CN: words("阶段位置", "阶段更改时由 Pipewright 写入。")
        },
        PW_Primary_Roles__c: {
            zh_TW: words("主要連絡人數", "階段或連絡人角色變更時由 Pipewright 計算。"),
            zh_CN: words("主要联系人数", "阶段或联系人角色更改时由 Pipewright 计算。")
        },
        PW_Record_Type__c: {
            zh_TW: words("上次變更時的記錄類型", "階段變更時由 Pipewright 寫入。"),
            zh_CN: words("上次更改时的记录类型", "阶段更改时由 Pipewright 写入。")
        },
        PW_Roles_Uncounted__c: {
            zh_TW: words("連絡人角色尚未計算", "刪除連絡人角色時由 Pipewright 勾選，算完剩下的角色後取消。"),
            zh_CN: words("联系人角色尚未计算", "删除联系人角色时由 Pipewright 勾选，算完剩下的角色后取消。")
        },
        PW_Stage_Stamp__c: {
            zh_TW: words("已記下的階段", "階段變更時由 Pipewright 寫入。"),
            zh_CN: words("已记下的阶段", "阶段更改时由 Pipewright 写入。")
        },
        PW_Unlogged_Discount__c: {
            zh_TW: words("沒有原因的折扣（%）", "最大折扣中，沒有任何決策說明原因的部分。"),
            zh_CN: words("没有原因的折扣（%）", "最大折扣中，没有任何决策说明原因的部分。")
        },
        PW_Unnamed_Roles__c: {
            zh_TW: words("沒有角色的連絡人數", "階段或連絡人角色變更時由 Pipewright 計算。"),
            zh_CN: words("没有角色的联系人数", "阶段或联系人角色更改时由 Pipewright 计算。")
        },
        PW_Unpriced_Lines__c: {
            zh_TW: words("沒有價格的產品數", "價格為零的產品，不需要價格的產品系列除外。"),
            zh_CN: words("没有价格的产品数", "价格为零的产品，不需要价格的产品系列除外。")
        }
    },
    refusals: {},
    quickActions: { PW_Log_Decision: { zh_TW: "記錄決策", zh_CN: "记录决策" } }
};
