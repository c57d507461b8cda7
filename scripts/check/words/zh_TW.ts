import type { CheckWords } from "./checkWords.ts";

const list = (items: readonly string[]): string => items.join("、");
const forType = (recordType: string): string => (recordType === "*" ? "所有記錄類型" : recordType);

export const zhTW: CheckWords = {
    title: (org) => `Pipewright 設定檢查：${org}`,
    orgUnknown: "此使用者無權讀取名稱的組織",
    readAs: (user, day) => `於 ${day} 以 ${user} 的身分讀取，未寫入任何內容。`,
    userUnknown: "無法讀取名稱的使用者",
    severity: {
        broken: "故障：關卡無法運作",
        risky: "風險：關卡可運作，但有部分會繞過",
        cannotTell: "無法得知",
        note: "供參考"
    },
    fine: (fine, checks) => `正常：${checks} 項檢查中，${fine} 項沒有發現問題。`,
    nothingWrong: "沒有問題。",
    finding: {
        packageMissing: () =>
            "這裡未安裝 Pipewright，或此使用者完全看不到：請部署 force-app/main 與 overlay，再將 PW_Admin 指派給此使用者。",
        objectMissing: ({ object }) =>
            `沒有 ${object}，或此使用者看不到：請重新部署 force-app/main，或將 PW_Admin 指派給此使用者。`,
        fieldsMissing: ({ object, fields }) =>
            `${object} 缺少 ${list(fields)}，或此使用者看不到：請重新部署 force-app/main，或將 PW_Admin 指派給此使用者。`,
        flowMissing: ({ flow }) => `沒有流程 ${flow}：請重新部署 force-app/main 與 overlay。`,
        flowInactive: ({ flow }) => `流程 ${flow} 未啟用：請在「設定 → 流程」啟用其最新版本。`,
        flowOutdated: ({ flow }) => `流程 ${flow} 執行的不是最後部署的版本：請在「設定 → 流程」啟用其最新版本。`,
        validationRuleMissing: ({ rule }) => `沒有驗證規則 ${rule}，該規則無法阻擋：請重新部署 overlay。`,
        validationRuleInactive: ({ rule }) =>
            `驗證規則 ${rule} 未啟用，該規則無法阻擋：請啟用；若確實不需要，請將規則的等級設為 Off。`,
        noStageRecords: () =>
            "沒有任何 Pipewright Stage 記錄，所有規則都不會阻擋：請為每個階段建立一筆，或部署 overlay。",
        stageWithoutRecord: ({ stage }) =>
            `階段「${stage}」沒有適用於所有記錄類型（*）的 Pipewright Stage 記錄，移到該階段不會被阻擋：請建立一筆。`,
        recordOfUnknownStage: ({ stage }) =>
            `有 Pipewright Stage 記錄寫著組織沒有的階段「${stage}」：請改為階段的 API 名稱，或刪除該記錄。`,
        recordOfUnknownRecordType: ({ stage, recordType }) =>
            `「${stage}」的 Pipewright Stage 記錄寫著商機沒有的記錄類型「${recordType}」：請更正 DeveloperName，或寫 * 代表所有記錄類型。`,
        recordTypesNotStamped: ({ recordTypes }) =>
            `商機有記錄類型（${list(recordTypes)}），但 overlay 是為沒有記錄類型的組織所寫：各自的銷售流程不會列入計算。請執行 opportunity configure，再部署其產出。`,
        stageTwice: ({ stage, recordType }) =>
            `階段「${stage}」有多筆適用於${forType(recordType)}的 Pipewright Stage 記錄：請只保留一筆。`,
        positionTwice: ({ position, stages }) =>
            `階段 ${list(stages)} 的位置同為 ${position}，彼此之間的移動不算前進：請各給一個位置。`,
        positionWrong: ({ stage, position, kind }) =>
            `「${stage}」（${kind}）的位置 ${position === "" ? "（空白）" : position} 不正確：進行中的階段從 1 起算，贏單高於所有進行中的階段，輸單為 0。`,
        positionsOutOfOrder: ({ stage, before }) =>
            `在組織中「${stage}」排在「${before}」之後，位置卻較低：請依組織的順序排列位置。`,
        kindMisspelt: ({ stage, kind }) => `「${stage}」的種類寫成「${kind}」：請以小寫寫 open、won 或 lost。`,
        kindContradicts: ({ stage, kind, actual }) =>
            `「${stage}」的 Pipewright Stage 記錄寫 ${kind}，組織中卻是 ${actual}：請更正種類。`,
        ruleNotChosen: ({ record }) =>
            `Pipewright Rule 記錄 ${record} 的規則不在 overlay 中，但仍在組織中運作：請將其等級設為 Off，或在 pipewright.json 中選擇其模組。`,
        ruleRecordMissing: ({ record }) => `沒有 Pipewright Rule 記錄 ${record}，該規則不會阻擋：請重新部署 overlay。`,
        levelMisspelt: ({ record, level }) =>
            `${record} 的等級寫成「${level}」，該規則不會阻擋：請完全照寫 Off、Observe、Warn 或 Block。`,
        thresholdNegative: ({ record, field, value }) =>
            `${record} 的 ${field} 為 ${value}，小於零：請輸入正確的數字。`,
        minimumAsksNothing: ({ record }) =>
            `${record} 的 Minimum__c 為空白或 0，該規則毫無要求：請輸入數字，或將等級設為 Off。`,
        startMissing: ({ record }) =>
            `${record} 的 From_Position__c 為空白或 0，該規則不會阻擋：請輸入開始適用的階段位置。`,
        startBeyondLast: ({ record, field, position, last }) =>
            `${record} 從位置 ${position} 開始適用，但最後的階段位置是 ${last}：請更正 ${field}。`,
        ruleRecordUnknown: ({ record }) => `沒有規則讀取 Pipewright Rule 記錄 ${record}：請更正名稱，或刪除該記錄。`,
        ruleRecordTwice: ({ record, other }) =>
            `${record} 是同一規則的第二筆 Pipewright Rule 記錄，而該規則只讀取 ${other}：請將其值移過去並刪除它。`,
        rolesUnknown: ({ record, roles }) =>
            `${record} 寫著組織沒有的連絡人角色（${list(roles)}）：請更正 Decision_Roles__c，或將其加入選項清單。`,
        familiesUnknown: ({ record, families }) =>
            `${record} 寫著組織沒有的產品系列（${list(families)}）：請更正 Exempt_Families__c，或將其加入選項清單。`,
        recordTypesUnknown: ({ record, field, recordTypes }) =>
            `${record} 寫著商機沒有的記錄類型（${list(recordTypes)}），規則因此不適用於它們：請以開發人員名稱更正 ${field}。`,
        largerAsksNothing: ({ record }) =>
            `${record} 說明了哪些案子較大，卻沒有多要求什麼：請填寫 Larger_Minimum__c，或清空其他 Larger 欄位。`,
        settingNotRead: ({ record, field }) =>
            `${record} 設定了 ${field}，但其規則不讀取它：請清空，或設定在原本要設定的記錄上。`,
        fieldUnknown: ({ record, field }) =>
            `${record} 指定的欄位 ${field} 不在商機上：請更正 Field__c，以 opportunity configure 重新產生設定並部署。`,
        fieldNotRead: ({ record, field, rule }) =>
            `依 ${record} 應讀取欄位 ${field}，但設定中的驗證規則 ${rule} 讀取另一個：請在 pipewright.json 選擇欄位，以 opportunity configure 重新產生設定並部署。`,
        createdFromAhead: ({ record, day }) =>
            `${record} 不適用於 ${day} 之前建立的商機，而那天尚未到來：在此之前不會阻擋任何商機。`,
        blockCannotWork: ({ record, flow }) =>
            `${record} 的等級為 Block，但提供其資料的流程 ${flow} 沒有執行，因此不會阻擋：請啟用該流程。`,
        gateIsOff: () =>
            "整個組織的緊急開關已開啟，不蓋章也不阻擋：請在「設定 → 自訂設定 → Pipewright Settings」取消 Gate Is Off。",
        gateIsOffForSome: ({ count }) =>
            `緊急開關對 ${count} 個設定檔或使用者開啟：不再需要時，請在「設定 → 自訂設定 → Pipewright Settings」取消 Gate Is Off。`,
        nobodyHasRep: () => "沒有啟用中的使用者直接獲指派權限集 PW_Rep：請指派給處理商機的人（此處不查看權限集群組）。",
        bypassHolders: ({ users }) => `以下使用者可通過阻擋規則（PW_Bypass_Gate）：${list(users)}。`,
        otherRulesOnStage: ({ rules }) =>
            `您自己的驗證規則將錯誤顯示在階段或 Pipewright 欄位上（${list(rules)}）：請確認沒有與我們的規則互相矛盾。`,
        otherRules: ({ rules }) =>
            `商機上其他啟用中的驗證規則：${list(rules)}。此處不讀取其公式；請打開與階段有關的規則確認。`,
        workflowMovesStage: ({ updates }) =>
            `工作流程規則會在驗證規則之後變更階段（${list(updates)}），這些移動會繞過關卡：請改用流程。`,
        conversionUnchecked: () =>
            "由潛在客戶轉換建立的商機不會經過驗證：請在「設定 → 潛在客戶設定」開啟「Require Validation for Converted Leads」。",
        conversionNotTold: ({ reason }) =>
            `由潛在客戶轉換建立的商機是否經過驗證：請查看「設定 → 潛在客戶設定」的「Require Validation for Converted Leads」（${reason}）。`,
        alertTypeMissing: () => "缺少通知類型 PW_Close_Date，沒有人會收到結案日期的提醒：請重新部署。",
        alertsAreOff: () =>
            "結案日期的提醒已關閉：需要時，請在「設定 → 自訂設定 → Pipewright Settings」取消 Alerts Are Off。",
        alertsNotTold: ({ reason }) =>
            `結案日期的提醒是否能傳送：請在「設定 → 自訂通知」查看是否有 PW_Close_Date（${reason}）。`,
        workflowUserNotTold: () =>
            "是否設有預設工作流程使用者，沒有 API 可得知：請查看「設定 → 流程自動化設定」；排程流程以該使用者執行。",
        unreadable: ({ what, reason }) => `無法讀取 ${what}（${reason}）：請以管理員身分執行檢查。`
    }
};
