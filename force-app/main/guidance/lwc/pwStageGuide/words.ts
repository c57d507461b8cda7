import type { Language } from "c/pwPolicy";

/** What the guide says of its own in one language; goals and criteria are written in the stage's record. */
interface StageGuideWords {
    goal(stage: string): string;
    readonly exitCriteria: string;
    readonly keyFields: string;
    readonly states: Readonly<Record<"filled" | "blank" | "unseen", string>>;
}

export const words: Readonly<Record<Language, StageGuideWords>> = {
    en: {
        goal: (stage) => `Goal of ${stage}`,
        exitCriteria: "This stage is done when",
        keyFields: "Key fields",
        states: { filled: "filled", blank: "blank", unseen: "you can't see it" }
    },
    zh_TW: {
        goal: (stage) => `「${stage}」的目標`,
        exitCriteria: "此階段完成的條件",
        keyFields: "關鍵欄位",
        states: { filled: "已填寫", blank: "空白", unseen: "您看不到" }
    },
    zh_CN: {
        goal: (stage) => `“${stage}”的目标`,
        exitCriteria: "此阶段完成的条件",
        keyFields: "关键字段",
        states: { filled: "已填写", blank: "空白", unseen: "您看不到" }
    }
};
