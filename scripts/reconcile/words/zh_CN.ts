import type { ReconcileWords } from "./reconcileWords.ts";

export const zhCN: ReconcileWords = {
    title: (org) => `${org} 进行中业务机会的戳记`,
    looked: (opportunities) => `进行中业务机会：${opportunities} 个。`,
    partial: "此用户无法看到所有业务机会；看不到的不会变动。",
    nothing: "所有戳记都正确。",
    toChange: (opportunities) => `戳记有出入：${opportunities} 个。`,
    byField: "将更改的内容",
    columns: { field: "字段", count: "业务机会数", sample: "例如", change: "由 → 改为" },
    fields: {
        PW_Stage_Stamp__c: "戳记的阶段",
        PW_Kind__c: "阶段类型",
        PW_Record_Type__c: "记录类型",
        PW_Position__c: "位置",
        PW_From_Position__c: "先前位置",
        PW_Contact_Roles__c: "有角色的联系人",
        PW_Primary_Roles__c: "主要联系人",
        PW_Decision_Roles__c: "有决策权的联系人",
        PW_Unnamed_Roles__c: "没有角色的联系人",
        PW_Roles_Uncounted__c: "联系人角色尚未计数"
    },
    blank: "空白",
    yes: "是",
    no: "否",
    dryRun: "未更改任何数据（--dry-run）。",
    ask: (opportunities) => `要写入这些戳记吗（业务机会 ${opportunities} 个）？`,
    askUndo: (opportunities) => `要还原旧的戳记吗（业务机会 ${opportunities} 个）？`,
    left: "未更改任何数据。",
    kept: (folder) => `旧值与日志：${folder}`,
    outcomes: {
        written: (count) => `已修正：${count} 个。`,
        changedMeanwhile: (count) => `期间有人更改，未予处理：${count} 个。`,
        refused: (count) => `被组织拒绝：${count} 个。`
    },
    restored: (count) => `已还原：${count} 个。`,
    refusedBecause: (name, reason) => `${name}：${reason}`,
    more: (count) => `……另有 ${count} 个，均记于日志。`,
    undoWith: (run) => `如要恢复：npm run -s reconcile -- undo ${run} --target-org …`
};
