import type { ConfigureWords } from "./configureWords.ts";

const quoted = (name: string): string => `「${name}」`;

export const zhTW: ConfigureWords = {
    title: (org) => `${org} 的 Pipewright 設定套件`,
    features: {
        recordTypes: (count) => `商機記錄類型：${count} 個。`,
        noRecordTypes: "商機沒有記錄類型。",
        currencies: (several) => (several ? "多種貨幣：規則中的金額以該商機自己的貨幣計算。" : "單一貨幣。"),
        chatter: (isOn) => (isOn ? "Chatter 已啟用。" : "Chatter 未啟用：決策會保留，但不會張貼。"),
        languages: (names) => `訊息語言：${names.join("、")}。`,
        english: "英文"
    },
    stages: "階段與位置",
    stageColumns: { process: "記錄類型", stages: "階段" },
    everyRecordType: "*（其他所有）",
    sameAsAll: "同 *",
    gone: (stage) => `階段${quoted(stage)}已不再啟用：其記錄會從資料夾移除，請也在組織中刪除。`,
    added: (stage) => `階段${quoted(stage)}是新的。`,
    renamed: (from, to) => `階段${quoted(from)}不見了，原位置出現新的${quoted(to)}：看來是改了名稱。`,
    moved: (stage, from, to) => `階段${quoted(stage)}的位置由 ${from} 變為 ${to}：部署後請執行 opportunity reconcile。`,
    guideTaken: (stage) => `組織中為階段${quoted(stage)}撰寫的指引，已沿用到 pipewright.json。`,
    guideLeft: (stage) =>
        `組織中為階段${quoted(stage)}撰寫的指引無法沿用，因為其中的欄位不在商機上，或文字過長：部署後會被覆蓋。`,
    rules: "規則",
    ruleColumns: { rule: "規則", level: "等級", start: "起始位置", note: "備註" },
    levels: { Off: "關閉", Observe: "觀察", Warn: "提醒", Block: "阻擋" },
    takenOver: (chosen) => `在組織中設定，已沿用（原選擇為 ${chosen}）`,
    differsFromOrg: (inOrg) => `部署前組織中仍為 ${inOrg}`,
    settingReset: ({ rule, field, inOrg, chosen }) =>
        `${rule}：${field} 在組織裡是 ${inOrg}，部署後會改為 ${chosen}。要保留，請寫在 pipewright.json。`,
    startsLater: ({ ruleId, stage, recordType }) =>
        `${ruleId}：在 ${recordType} 中會晚於階段${quoted(stage)}才開始，因為該階段在其他流程中位置更後。`,
    blank: "空白",
    staysInOrg: (count) =>
        `部署不會刪除任何東西：已部署過的 ${count} 個移除檔案，其內容在組織裡仍然有效。請把不再選用的規則的等級設為 Off；檢查會列出它們。`,
    notChosen: (count) => `未選模組的規則：${count} 條。`,
    slots: "組織中數量有限的項目",
    slotColumns: { what: "項目", used: "已用", added: "新增", limit: "上限" },
    slotKinds: {
        rollUps: "商機的積存摘要欄位",
        fields: "商機的自訂欄位",
        validationRules: "商機啟用中的驗證規則",
        flows: "組織中啟用中的流程"
    },
    uncertain: "帶 ~ 的上限依版本而異，為一般公認的數字；您的上限請見「設定」→「公司資訊」。",
    lacking: (what) => `剩餘數量不足：${what}。部署前請向 Salesforce 申請增加，或先移除一些。`,
    files: "檔案",
    fileCounts: (added, changed, removed) => `新增：${added}。變更：${changed}。移除：${removed}。`,
    more: (count) => `……另有 ${count} 個`,
    nothingToWrite: (folder) => `${folder} 已是最新：沒有需要寫入的內容。`,
    ask: (folder) => `要寫入 ${folder} 嗎？`,
    dryRun: "未寫入任何內容（--dry-run）。",
    left: "未寫入任何內容。",
    written: (folder) => `已寫入 ${folder}。請納入版本控制。`,
    next: "接下來",
    sandboxSteps: "在沙箱或臨時組織：",
    productionSteps: "在正式環境，分兩階段：",
    activate: "「設定」→「流程」：啟用每個 PW_ 流程的最新版本"
};
