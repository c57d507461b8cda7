import type { ReconcileWords } from "./reconcileWords.ts";

export const zhTW: ReconcileWords = {
    title: (org) => `${org} 進行中商機的戳記`,
    looked: (opportunities) => `進行中商機：${opportunities} 筆。`,
    partial: "此使用者無法看到所有商機；看不到的不會變動。",
    nothing: "所有戳記都正確。",
    toChange: (opportunities) => `戳記有出入：${opportunities} 筆。`,
    byField: "將變更的內容",
    columns: { field: "欄位", count: "商機數", sample: "例如", change: "由 → 改為" },
    fields: {
        PW_Stage_Stamp__c: "戳記的階段",
        PW_Kind__c: "階段類型",
        PW_Record_Type__c: "記錄類型",
        PW_Position__c: "位置",
        PW_From_Position__c: "先前位置",
        PW_Contact_Roles__c: "有角色的聯絡人",
        PW_Primary_Roles__c: "主要聯絡人",
        PW_Decision_Roles__c: "有決策權的聯絡人",
        PW_Unnamed_Roles__c: "沒有角色的聯絡人",
        PW_Roles_Uncounted__c: "聯絡人角色尚未計數"
    },
    blank: "空白",
    yes: "是",
    no: "否",
    dryRun: "未變更任何資料（--dry-run）。",
    ask: (opportunities) => `要寫入這些戳記嗎（商機 ${opportunities} 筆）？`,
    askUndo: (opportunities) => `要還原舊的戳記嗎（商機 ${opportunities} 筆）？`,
    left: "未變更任何資料。",
    kept: (folder) => `舊值與日誌：${folder}`,
    outcomes: {
        written: (count) => `已修正：${count} 筆。`,
        changedMeanwhile: (count) => `期間有人變更，未予處理：${count} 筆。`,
        refused: (count) => `遭組織拒絕：${count} 筆。`
    },
    restored: (count) => `已還原：${count} 筆。`,
    refusedBecause: (name, reason) => `${name}：${reason}`,
    more: (count) => `……另有 ${count} 筆，均記於日誌。`,
    undoWith: (run) => `如要復原：npm run -s reconcile -- undo ${run} --target-org …`
};
