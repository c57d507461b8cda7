import { rules, type Language } from "c/pwPolicy";
import { words, type ObjectWords } from "./objectWords.ts";

/** A rule goes by its title, as everywhere; the English one is the value's label. */
const ruleTitles = (language: Language): Record<string, string> =>
    Object.fromEntries(
        rules.filter(({ kind }) => kind === "record").map((rule) => [rule.words.en.title, rule.words[language].title])
    );

export const exceptionWords: ObjectWords = {
    object: {
        zh_TW: { label: "例外", nameField: "例外編號" },
        zh_CN: { label: "例外", nameField: "例外编号" }
    },
    fields: {
        Approver__c: {
            zh_TW: words("核准者", "由誰決定。不能是您自己。", { relationshipLabel: "例外" }),
            zh_CN: words("批准人", "由谁决定。不能是您自己。", { relationshipLabel: "例外" })
        },
        Decided_At__c: {
            zh_TW: words("決定時間", "核准或駁回例外時由 Pipewright 填入。"),
            zh_CN: words("决定时间", "批准或驳回例外时由 Pipewright 填入。")
        },
        Decided_By__c: {
            zh_TW: words("決定者", "核准或駁回例外時由 Pipewright 填入。", { relationshipLabel: "已決定的例外" }),
            zh_CN: words("决定者", "批准或驳回例外时由 Pipewright 填入。", { relationshipLabel: "已决定的例外" })
        },
        Expires_On__c: {
            zh_TW: words("到期日", "規則暫不適用的最後一天。次日起規則恢復適用。"),
            zh_CN: words("到期日", "规则暂不适用的最后一天。次日起规则恢复适用。")
        },
        Opportunity__c: {
            zh_TW: words("商機", "例外會隨商機一起刪除。", { relationshipLabel: "例外" }),
            zh_CN: words("业务机会", "例外会随业务机会一起删除。", { relationshipLabel: "例外" })
        },
        Reason__c: {
            zh_TW: words("原因", "這個商機現在為何無法符合規則？請寫給核准者看。"),
            zh_CN: words("原因", "这个业务机会现在为何无法符合规则？请写给批准人看。")
        },
        Rule__c: {
            zh_TW: words("規則", "哪一條規則暫不適用。一個例外只說一條規則。", { values: ruleTitles("zh_TW") }),
            zh_CN: words("规则", "哪一条规则暂不适用。一个例外只说一条规则。", { values: ruleTitles("zh_CN") })
        },
        Status__c: {
            zh_TW: words("狀態", "「已申請」由核准者決定。「已核准」與「已駁回」不再改變。", {
                values: { Requested: "已申請", Approved: "已核准", Rejected: "已駁回" }
            }),
            zh_CN: words("状态", "“已申请”由批准人决定。“已批准”与“已驳回”不再改变。", {
                values: { Requested: "已申请", Approved: "已批准", Rejected: "已驳回" }
            })
        }
    },
    refusals: {
        PW_Approver_Is_Another: {
            zh_TW: "請指定申請人以外的人為核准者，再儲存一次。",
            zh_CN: "请指定申请人以外的人为批准人，再保存一次。"
        },
        PW_Decided_Is_Final: {
            zh_TW: "這個例外已決定，不能再變更。需要其他內容時，請申請新的例外。",
            zh_CN: "这个例外已决定，不能再更改。需要其他内容时，请申请新的例外。"
        },
        PW_Expiry_Is_Ahead: {
            zh_TW: "這個例外的到期日已過。請選擇今天或之後的日期，或申請新的例外。",
            zh_CN: "这个例外的到期日已过。请选择今天或之后的日期，或申请新的例外。"
        },
        PW_Expiry_Is_Near: {
            zh_TW: "這個例外的期間超過貴公司允許的長度（未另行設定時為 90 天）。請選擇較早的日期。",
            zh_CN: "这个例外的期间超过贵公司允许的长度（未另行设置时为 90 天）。请选择较早的日期。"
        },
        PW_Only_The_Approver_Decides: {
            zh_TW: "只有指定的核准者，並持有權限集「Pipewright Approver」，才能核准或駁回。請洽核准者，或請管理員給您權限集。",
            zh_CN: "只有指定的批准人，并持有权限集“Pipewright Approver”，才能批准或驳回。请联系批准人，或请管理员给您权限集。"
        },
        PW_Only_The_Asker_Changes: {
            zh_TW: "只有申請人能變更規則、原因、核准者與到期日。請洽申請人，或自行申請例外。",
            zh_CN: "只有申请人能更改规则、原因、批准人与到期日。请联系申请人，或自行申请例外。"
        },
        PW_Starts_As_Requested: {
            zh_TW: "新的例外從「已申請」開始。請這樣儲存，再由核准者決定。",
            zh_CN: "新的例外从“已申请”开始。请这样保存，再由批准人决定。"
        }
    },
    quickActions: {}
};
