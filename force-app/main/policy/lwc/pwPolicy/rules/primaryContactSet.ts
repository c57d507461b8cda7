import type { RecordRule } from "../rule.ts";

export const primaryContactSet: RecordRule = {
    kind: "record",
    id: "primary-contact-set",
    practice: "contactRoles",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "20" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { number: "PW_Primary_Roles__c", is: "atLeast", than: { literal: "1" }, whenBlank: "unknown" },
    words: {
        en: {
            title: "One contact is the primary one",
            why: "Reports, mails and whoever takes the deal over go to the primary contact. Without one they go to nobody.",
            fix: "Mark the person you deal with most as Primary under Contact Roles.",
            message:
                "No contact is marked as primary. Mark the person you deal with most as Primary in the Contact Roles related list, then change the stage again."
        },
        zh_TW: {
            title: "已指定主要連絡人",
            why: "報表、郵件與接手的人都會找主要連絡人。沒有指定，就沒有人可找。",
            fix: "在「連絡人角色」中將最常往來的人設為主要。",
            message: "尚未指定主要連絡人。請先在「連絡人角色」相關清單將最常往來的人設為主要，再變更階段。"
        },
        zh_CN: {
            title: "已指定主要联系人",
            why: "报表、邮件与接手的人都会找主要联系人。没有指定，就没有人可找。",
            fix: "在“联系人角色”中将最常往来的人设为主要。",
            message: "尚未指定主要联系人。请先在“联系人角色”相关列表将最常往来的人设为主要，再更改阶段。"
        }
    }
};
