import { postWords } from "../../decisions/postWords.ts";
import { words, type ObjectWords } from "./objectWords.ts";

export const decisionWords: ObjectWords = {
    object: {
        zh_TW: { label: "決策", nameField: "決策編號" },
        zh_CN: { label: "决策", nameField: "决策编号" }
    },
    fields: {
        Account__c: {
            zh_TW: words("帳戶", "由 Pipewright 填入：商機的帳戶。", { relationshipLabel: "決策" }),
            zh_CN: words("客户", "由 Pipewright 填入：业务机会的客户。", { relationshipLabel: "决策" })
        },
        Amount__c: {
            zh_TW: words("當時的金額", "由 Pipewright 填入：做出決策時商機的金額。"),
            zh_CN: words("当时的金额", "由 Pipewright 填入：做出决策时业务机会的金额。")
        },
        Approver__c: {
            zh_TW: words("核准者", "由誰決定。不能是您自己。", { relationshipLabel: "決策" }),
            zh_CN: words("批准人", "由谁决定。不能是您自己。", { relationshipLabel: "决策" })
        },
        Asked_By__c: {
            zh_TW: words("提出者", "客戶方由誰提出。", { relationshipLabel: "決策" }),
            zh_CN: words("提出者", "客户方由谁提出。", { relationshipLabel: "决策" })
        },
        Band__c: {
            zh_TW: words("級距", "由 Pipewright 填入：這個折扣有多大。"),
            zh_CN: words("档次", "由 Pipewright 填入：这个折扣有多大。")
        },
        Earlier_Decision__c: {
            zh_TW: words("先前的決策", "由 Pipewright 填入：上次給出同樣原因的決策。", {
                relationshipLabel: "之後的決策"
            }),
            zh_CN: words("先前的决策", "由 Pipewright 填入：上次给出同样原因的决策。", {
                relationshipLabel: "之后的决策"
            })
        },
        Feed_Item__c: {
            zh_TW: words("摘要項目", "由 Pipewright 填入：關於此決策的最新貼文。"),
            zh_CN: words("源项目", "由 Pipewright 填入：关于此决策的最新帖子。")
        },
        Feed_Problem__c: {
            zh_TW: words("貼文問題", "由 Pipewright 填入：最新貼文未能發布的原因。"),
            zh_CN: words("帖子问题", "由 Pipewright 填入：最新帖子未能发布的原因。")
        },
        In_Return__c: {
            zh_TW: words("我們換到什麼", "更長的合約期、客戶推薦、更早簽署。"),
            zh_CN: words("我们换到什么", "更长的合同期、客户推荐、更早签署。")
        },
        Is_Repeat__c: {
            zh_TW: words("同樣的原因再次出現", "由 Pipewright 填入：過去十二個月內，已用同樣的原因給過這位客戶。"),
            zh_CN: words("同样的原因再次出现", "由 Pipewright 填入：过去十二个月内，已用同样的原因给过这位客户。")
        },
        Kind__c: {
            zh_TW: words("類型", "折扣：任一產品的最大折扣。", { values: postWords.zh_TW.kinds }),
            zh_CN: words("类型", "折扣：任一产品的最大折扣。", { values: postWords.zh_CN.kinds })
        },
        List_Amount__c: {
            zh_TW: words("當時的牌價金額", "由 Pipewright 填入：做出決策時依牌價計算的金額。"),
            zh_CN: words("当时的目录价金额", "由 Pipewright 填入：做出决策时按目录价格计算的金额。")
        },
        Needs_Approval__c: {
            zh_TW: words("需要核准", "由 Pipewright 填入：這麼大的折扣必須由他人核准。"),
            zh_CN: words("需要批准", "由 Pipewright 填入：这么大的折扣必须由他人批准。")
        },
        Opportunity__c: {
            zh_TW: words("商機", "決策會隨商機一起刪除。", { relationshipLabel: "決策" }),
            zh_CN: words("业务机会", "决策会随业务机会一起删除。", { relationshipLabel: "决策" })
        },
        Percent__c: {
            zh_TW: words("折扣（%）", "以百分比填寫：12.5 表示百分之十二點五。"),
            zh_CN: words("折扣（%）", "以百分比填写：12.5 表示百分之十二点五。")
        },
        Permission__c: {
            zh_TW: words("核准所需權限", "由 Pipewright 填入：核准者須持有此自訂權限。"),
            zh_CN: words("批准所需权限", "由 Pipewright 填入：批准人须持有此自定义权限。")
        },
        Proposed_By__c: {
            zh_TW: words("提案者", "由 Pipewright 填入：最後變更所要求內容的人。", { relationshipLabel: "決策" }),
            zh_CN: words("提案者", "由 Pipewright 填入：最后更改所要求内容的人。", { relationshipLabel: "决策" })
        },
        Reason_Category__c: {
            zh_TW: words("原因", "最重要的那一個。", { values: postWords.zh_TW.reasons }),
            zh_CN: words("原因", "最重要的那一个。", { values: postWords.zh_CN.reasons })
        },
        Reason__c: {
            zh_TW: words("為什麼", "是什麼讓我們同意？請寫給不在場的人看。"),
            zh_CN: words("为什么", "是什么让我们同意？请写给不在场的人看。")
        },
        Status__c: {
            zh_TW: words("狀態", "「已記錄」不需要核准。「等待核准」由核准者決定。", {
                values: {
                    Logged: "已記錄",
                    "Awaiting Approval": "等待核准",
                    Approved: "已核准",
                    Rejected: "已駁回",
                    Superseded: "已被取代"
                }
            }),
            zh_CN: words("状态", "“已记录”不需要批准。“等待批准”由批准人决定。", {
                values: {
                    Logged: "已记录",
                    "Awaiting Approval": "等待批准",
                    Approved: "已批准",
                    Rejected: "已驳回",
                    Superseded: "已被取代"
                }
            })
        }
    },
    refusals: {
        PW_Approval_Is_Asked_For: {
            zh_TW: "這麼大的折扣需要核准。請將狀態設為「等待核准」並指定核准者，再儲存一次。",
            zh_CN: "这么大的折扣需要批准。请将状态设为“等待批准”并指定批准人，再保存一次。"
        },
        PW_Approver_Is_Another: {
            zh_TW: "撰寫決策或變更其要求的人不能核准它。請指定其他核准者，再儲存一次。",
            zh_CN: "撰写决策或更改其要求的人不能批准它。请指定其他批准人，再保存一次。"
        },
        PW_Approver_Is_Named: {
            zh_TW: "請指定由誰核准，再儲存一次。",
            zh_CN: "请指定由谁批准，再保存一次。"
        },
        PW_Decided_Is_Final: {
            zh_TW: "決定時與決定之後，決策的內容都不能變更。請只變更狀態，或記錄新的決策。",
            zh_CN: "决定时与决定之后，决策的内容都不能更改。请只更改状态，或记录新的决策。"
        },
        PW_Discount_Has_Percent: {
            zh_TW: "請填寫任一產品的最大折扣，大於 0，最多 100%。",
            zh_CN: "请填写任一产品的最大折扣，大于 0，最多 100%。"
        },
        PW_Only_The_Approver_Decides: {
            zh_TW: "只有決策上指定的核准者才能核准或駁回，撰寫決策的人不能。請核准者決定。",
            zh_CN: "只有决策上指定的批准人才能批准或驳回，撰写决策的人不能。请批准人决定。"
        },
        PW_Starts_Undecided: {
            zh_TW: "新的決策從「已記錄」或「等待核准」開始。請這樣儲存，再由核准者決定。",
            zh_CN: "新的决策从“已记录”或“等待批准”开始。请这样保存，再由批准人决定。"
        },
        PW_Status_Goes_Forward: {
            zh_TW: "只有等待核准的決策才能核准或駁回，已決定的就不再改變。內容有變動時，請記錄新的決策。",
            zh_CN: "只有等待批准的决策才能批准或驳回，已决定的就不再改变。内容有变动时，请记录新的决策。"
        },
        PW_Approver_Holds_Permission: {
            zh_TW: "您沒有決定這麼大折扣的權限。請撰寫者指定有權限的核准者，或請管理員給您權限集。",
            zh_CN: "您没有决定这么大折扣的权限。请撰写者指定有权限的批准人，或请管理员给您权限集。"
        }
    },
    quickActions: {}
};
