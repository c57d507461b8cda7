import type { RecordRule } from "../rule.ts";

export const contactRolesPresent: RecordRule = {
    kind: "record",
    id: "contact-roles-present",
    practice: "contactRoles",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "20", minimum: "1" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: {
        all: [
            {
                number: "PW_Contact_Roles__c",
                is: "atLeast",
                than: { setting: "minimum" },
                whenBlank: "unknown"
            },
            {
                if: {
                    all: [
                        {
                            number: "PW_Position__c",
                            is: "atLeast",
                            than: { setting: "largerFromPosition" },
                            whenBlank: "unknown",
                            whenUnset: "met"
                        },
                        {
                            number: "Amount",
                            is: "atLeast",
                            than: { setting: "largerFromAmount" },
                            whenBlank: "unmet",
                            whenUnset: "met"
                        },
                        { listed: "PW_Record_Type__c", in: "largerRecordTypes", whenBlank: "unmet" }
                    ]
                },
                then: {
                    number: "PW_Contact_Roles__c",
                    is: "atLeast",
                    than: { setting: "largerMinimum" },
                    whenBlank: "unknown",
                    whenUnset: "met"
                }
            }
        ]
    },
    words: {
        en: {
            title: "The people who decide are named",
            why: "Several people decide a business purchase. If nobody is named, the deal hangs on one person's memory.",
            fix: "Add the people involved under Contact Roles, and give each one a role.",
            message:
                "This stage needs the people who decide. Add them in the Contact Roles related list, give each one a role, then change the stage again."
        },
        zh_TW: {
            title: "已列出參與決策的人",
            why: "企業採購由多人決定。沒有列出任何人，案子就只靠一個人的記憶。",
            fix: "在「連絡人角色」中加入參與的人，並為每個人選擇角色。",
            message: "此階段需要參與決策的人。請先在「連絡人角色」相關清單加入他們並選擇角色，再變更階段。"
        },
        zh_CN: {
            title: "已列出参与决策的人",
            why: "企业采购由多人决定。没有列出任何人，项目就只靠一个人的记忆。",
            fix: "在“联系人角色”中加入参与的人，并为每个人选择角色。",
            message: "此阶段需要参与决策的人。请先在“联系人角色”相关列表加入他们并选择角色，再更改阶段。"
        }
    }
};
