import type { RecordRule } from "../rule.ts";

export const contactRoleNamed: RecordRule = {
    kind: "record",
    id: "contact-role-named",
    practice: "contactRoles",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "20" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { number: "PW_Unnamed_Roles__c", is: "atMost", than: { literal: "0" }, whenBlank: "unknown" },
    words: {
        en: {
            title: "Every contact has a role",
            why: "A contact without a role is a name in a list: nobody can tell the person who signs from the one who opened the door.",
            fix: "Choose a role for each contact under Contact Roles, or remove those who take no part.",
            message:
                "A contact on this opportunity has no role. Choose one for each in the Contact Roles related list, or remove those who take no part, then change the stage again."
        },
        zh_TW: {
            title: "每位連絡人都有角色",
            why: "沒有角色的連絡人只是清單上的名字：分不出誰簽約、誰只是開門。",
            fix: "在「連絡人角色」中為每個人選擇角色，或移除沒有參與的人。",
            message:
                "此商機有連絡人沒有角色。請先在「連絡人角色」相關清單為每個人選擇角色，或移除沒有參與的人，再變更階段。"
        },
        zh_CN: {
            title: "每位联系人都有角色",
            why: "没有角色的联系人只是列表上的名字：分不出谁签约、谁只是开门。",
            fix: "在“联系人角色”中为每个人选择角色，或移除没有参与的人。",
            message:
                "此业务机会有联系人没有角色。请先在“联系人角色”相关列表为每个人选择角色，或移除没有参与的人，再更改阶段。"
        }
    }
};
