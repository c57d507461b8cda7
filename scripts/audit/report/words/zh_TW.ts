import { isAboutDiscount, isAboutPlace } from "./whatIsUndecided.ts";
import type { ReportWords } from "./reportWords.ts";

export const zhTW: ReportWords = {
    title: (org) => `Pipewright 稽核：${org}`,
    sandbox: "沙箱",
    orgUnknown: "此使用者無權讀取名稱的組織",
    asOf: (day) => `截至 ${day}。`,
    scope: (count, closedSince) =>
        closedSince === null
            ? `共 ${count} 筆進行中的商機。`
            : `共 ${count} 筆商機：進行中，或自 ${closedSince} 起結案。`,
    readAs: (user, sees) => `以 ${user} 的身分讀取，${sees}。`,
    sees: {
        yes: "此使用者可看到所有商機",
        no: "此使用者看不到所有商機：以下只是部分內容",
        notKnown: "無法得知此使用者是否看得到所有商機：以下可能只是部分內容"
    },
    userUnknown: "無法讀取名稱的使用者",
    settings: (sources) => `規則設定來源：${sources}。`,
    source: {
        ruleRecord: "組織中的規則記錄",
        configFile: "設定檔",
        default: "規則的預設值（該組織未安裝 Pipewright，或此使用者無法讀取規則記錄）"
    },
    effort: (calls, seconds) => `讀取與判斷共 ${seconds} 秒，使用 ${calls} 次 API 呼叫。`,
    level: { Off: "關閉", Observe: "觀察", Warn: "提醒", Block: "阻擋" },
    without: (rules) => `以 --without 排除：${rules}。`,
    off: (rules) => `已關閉而不判斷：${rules}。`,
    noOpportunities: (closedSince) =>
        closedSince === null
            ? "此使用者看不到任何進行中的商機，因此沒有可判斷的內容。"
            : `此使用者看不到任何進行中或自 ${closedSince} 起結案的商機，因此沒有可判斷的內容。`,
    unmapped: (count, stages) => `${count} 筆商機所在的階段不屬於任何銷售流程：${stages}。無法依階段判斷。`,
    unusedRuleRecords: (names) => `下列規則記錄不對應任何規則，沒有作用：${names}。`,
    unreadableTitle: "應可讀取卻無法讀取",
    cannotTellTitle: "部分商機無法判斷的原因",
    reason: {
        factUnreadable: (detail) => `無法讀取：${detail}`,
        undecided: (detail) => {
            if (detail === "") {
                return "其銷售流程未設定門檻";
            }
            if (isAboutDiscount(detail)) {
                return "有些產品的折扣無法得知：沒有定價，或售價高於定價";
            }
            return isAboutPlace(detail) ? "其階段在銷售流程中沒有已知的位置" : `沒有值：${detail}`;
        },
        ruleThrew: (detail) => `規則執行失敗：${detail}`,
        badSetting: (detail) => `設定值無效：${detail}`,
        noSuchField: (detail) => `未判斷：此組織沒有欄位 ${detail}，請在設定檔指定其自有欄位`,
        settingUnreadable: (detail) => `無法讀取設定：${detail}`
    },
    exceptions: {
        title: "生效中的例外",
        count: (rule, count) => `${rule}：${count} 筆因例外而不判斷。`,
        one: ({ rule, opportunity, lastDay, approver, reason }) =>
            `${opportunity}：「${rule}」暫不適用至 ${lastDay}，由 ${approver} 核准。原因：${reason}`
    },
    noApprover: "（無法讀取核准人）",
    nothingFound: "沒有商機違反規則。",
    rules: {
        title: "規則遵守情形",
        rule: "規則",
        level: "等級",
        applicable: "適用",
        met: "符合",
        unmet: "不符合",
        unknown: "無法判斷",
        share: "符合比例"
    },
    owners: { title: "依擁有人", owner: "擁有人", count: "待改善商機", amount: "金額" },
    noOwner: "（無法讀取擁有人）",
    more: (count) => `……另有 ${count} 筆`,
    worst: "從這裡開始",
    funnel: { title: "各階段的銷售管道", stage: "階段", count: "筆數", amount: "金額", bar: "" },
    noStage: "（沒有階段）",
    figures: {
        open: (count, amount) => `進行中：${count} 筆，共 ${amount}。`,
        won: (count, amount) => `成交：${count} 筆，共 ${amount}。`,
        withoutAccount: (count, open) => `進行中而沒有客戶：${open} 筆中有 ${count} 筆。`,
        winRate: (rate, won, lost) => `成交率：${rate} %（期間內結案：成交 ${won} 筆，失敗 ${lost} 筆）。`,
        wilson: (low, high) => `95 % 區間：${low} 至 ${high} %。`,
        tooFew: "已決定的不足 20 筆，太少而無法判斷。",
        noneDecided: "成交率：期間內沒有結案。",
        days: (won, wonMedian, closed, closedMedian) =>
            `從建立到結案的天數：成交平均 ${won}（中位數 ${wonMedian}），所有結案平均 ${closed}（中位數 ${closedMedian}）。`,
        withoutAmount: (count) => `${count} 筆沒有金額，未計入。`,
        orgCurrency: "金額以組織的貨幣表示。",
        mixedCurrency: "金額含多種貨幣，未加總。"
    },
    next: {
        title: "接下來",
        lines: [
            "與擁有人一起改善上列商機，再執行一次稽核。",
            "將關於商機的所有發現輸出到試算表：npm run audit -- --csv findings.csv；給程式使用的完整結果：npm run -s audit -- --json。",
            "若要在違反規則時讓排程工作失敗：npm run audit -- --fail-on Observe。"
        ]
    },
    written: (path) => `附圖表的報告：${path}`,
    partial: "以上只是部分內容：看不到的部分，報告無從得知。",
    comma: "、",
    gap: ""
};
