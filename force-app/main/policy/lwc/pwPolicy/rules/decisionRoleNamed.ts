import type { RecordRule } from "../rule.ts";

export const decisionRoleNamed: RecordRule = {
    kind: "record",
    id: "decision-role-named",
    practice: "contactRoles",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "60" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open", "won"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { number: "PW_Decision_Roles__c", is: "atLeast", than: { literal: "1" }, whenBlank: "unknown" },
    words: {
        en: {
            title: "Somebody who decides is named",
            why: "A proposal that nobody with the power to sign has seen waits, or is lost to one that was shown to the right person.",
            fix: "Find out who decides, and give that contact a role that says so.",
            message:
                "Nobody who decides is named. Add the person who can sign in the Contact Roles related list with a role such as Decision Maker, then change the stage again."
        },
        zh_TW: {
            title: "已列出有決定權的人",
            why: "有權簽約的人沒看過的提案，不是停擺，就是輸給對的人看過的那一份。",
            fix: "查明由誰決定，並為該連絡人選擇相應的角色。",
            message:
                "尚未列出能拍板的人。請先在「連絡人角色」相關清單加入有權簽約的人，並選擇如「決策者」的角色，再變更階段。"
        },
        zh_CN: {
            title: "已列出有决定权的人",
            why: "有权签约的人没看过的方案，不是停滞，就是输给对的人看过的那一份。",
            fix: "查明由谁决定，并为该联系人选择相应的角色。",
            message:
                "尚未列出能拍板的人。请先在“联系人角色”相关列表加入有权签约的人，并选择如“决策者”的角色，再更改阶段。"
        }
    }
};
