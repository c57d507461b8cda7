import type { RecordRule } from "../rule.ts";

export const nextStepFilled: RecordRule = {
    kind: "record",
    id: "next-step-filled",
    practice: "hygiene",
    trigger: "advance",
    defaults: { level: "Observe", fromProbability: "20" },
    when: {
        all: [
            { choice: "PW_Kind__c", isOneOf: ["open"], whenBlank: "unknown" },
            { number: "PW_Position__c", is: "atLeast", than: { setting: "fromPosition" }, whenBlank: "unknown" }
        ]
    },
    requires: { presence: "NextStep", is: "present" },
    words: {
        en: {
            title: "The next step is written down",
            why: "Whoever is asked about the deal, or takes it over, needs to know what happens next without calling its owner.",
            fix: "Write in Next Step what will happen next, by whom and by when.",
            message:
                "The next step is blank. Write what will happen next, by whom and by when, then change the stage again."
        },
        zh_TW: {
            title: "已寫下下一步",
            why: "被問到這個案子、或接手的人，都要不必打電話問擁有者就知道接下來做什麼。",
            fix: "在「下一步」寫下接下來由誰、在何時做什麼。",
            message: "「下一步」是空白的。請先寫下接下來由誰、在何時做什麼，再變更階段。"
        },
        zh_CN: {
            title: "已写下下一步",
            why: "被问到这个项目、或接手的人，都要不必打电话问所有人就知道接下来做什么。",
            fix: "在“下一步”写下接下来由谁、在何时做什么。",
            message: "“下一步”是空白的。请先写下接下来由谁、在何时做什么，再更改阶段。"
        }
    }
};
