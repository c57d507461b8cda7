import type { HtmlWords } from "./htmlWords.ts";

export const zhTW: HtmlWords = {
    lang: "zh-Hant-TW",
    brand: "Pipewright 稽核",
    contents: "目錄",
    about: {
        org: "組織",
        asOf: "截至",
        period: "範圍",
        readAs: "讀取身分",
        settings: "規則設定來源",
        opportunities: "商機數",
        effort: "用量",
        run: "執行編號",
        version: "版本"
    },
    period: (since) => (since === null ? "進行中的商機" : `進行中，或自 ${since} 起結案`),
    effort: (calls, seconds) => `${calls} 次 API 呼叫，${seconds} 秒`,
    verdict: {
        broken: ({ count, open, share, worth, rule, ruleCount }) =>
            `${open} 筆進行中的商機裡，有 ${count} 筆（${share}）違反至少一項規則${worth === null ? "" : `，金額 ${worth.amount}（全部 ${worth.of}）`}；最常違反的是「${rule}」（${ruleCount} 筆）。`,
        onlyClosed: (closed) => `進行中的商機都沒有違反規則；已結案的有 ${closed} 筆違反。`,
        clean: (judged) => `一切良好：範圍內 ${judged} 筆商機都沒有違反規則。`,
        nothingJudged: "沒有任何商機可以判斷：請看下方無法讀取的項目。",
        cannotTell: (count) => `另有 ${count} 筆無法判斷。`
    },
    localLinks: "連結指向本機組織，只有在它執行時才能開啟。",
    basis: (day, count) => `截至 ${day} · 範圍內 ${count} 筆商機`,
    howCounted: "計算方式",
    rules: {
        notJudged: "未判斷",
        cannotTellReasons: "無法判斷的原因",
        reason: "原因",
        count: "筆數",
        applies: "適用於",
        requires: "要求",
        kinds: {
            history: "進行中的商機",
            process: "銷售流程"
        },
        bar: (met, unmet, unknown) => `符合 ${met}，不符合 ${unmet}，無法判斷 ${unknown}`,
        definitions: [
            ["適用", "規則所指的對象：符合、不符合與無法判斷的總數。規則名稱旁未註明時，為範圍內的商機。"],
            ["無法判斷", "欄位無法讀取或沒有值，或設定缺少或無效。絕不算作符合。"],
            ["符合比例", "符合除以適用。完全無法判斷時不顯示。"],
            ["等級", "觀察：列在報告中，記錄頁上顯示為觀察。提醒：記錄頁上會提醒。阻擋：組織也會拒絕變更階段。"]
        ]
    },
    where: {
        title: "擁有人與階段",
        byOwner: "各擁有人的待改善商機",
        byStage: "各階段的待改善商機",
        inScope: "範圍內",
        toMend: "待改善",
        open: "進行中",
        closed: "已結案",
        cannotTell: "無法判斷",
        share: "待改善比例",
        first: (shown, all) => `圖表顯示 ${all} 位擁有人中的 ${shown} 位；表格列出全部。`,
        definitions: [
            ["待改善", "至少違反一項規則的商機，每筆只算一次。"],
            ["無法判斷", "可判斷的規則都沒有違反，但至少有一項規則無法判斷的商機。"],
            ["金額", "待改善商機的金額總和。空白金額不計入。"],
            ["待改善比例", "待改善除以該階段範圍內的所有商機。"]
        ]
    },
    funnel: {
        countChart: "各階段進行中的筆數",
        amountChart: "各階段進行中的金額",
        withoutAmount: "沒有金額",
        open: "進行中",
        won: "成交",
        lost: "失敗",
        winRate: "成交率",
        daysWon: "成交天數",
        daysClosed: "結案天數",
        openWithoutAccount: "進行中而沒有客戶",
        accountUnreadable: "無法判斷",
        sample: (count) => `樣本數 ${count}`,
        days: (days) => `${days} 天`,
        mean: (days) => `中位數；平均 ${days}`,
        definitions: {
            open: "截至日仍在進行中，不論結案日期。",
            won: "結案日期在期間內的成交。",
            lost: "結案日期在期間內的失敗。",
            winRate: "期間內結案的商機中，成交除以成交與失敗的總數；進行中的不計入。區間為 Wilson 95\u00a0% 區間。",
            days: "期間內結案的商機，從建立當天到結案日期的整數天數。",
            openWithoutAccount: "客戶空白的進行中商機。",
            stages: [
                ["筆數", "範圍內位於該階段的商機；結案階段只計期間內結案的。"],
                ["金額", "金額總和。空白金額不計入，列為沒有金額。"]
            ]
        }
    },
    processes: {
        title: "銷售流程",
        position: "位置",
        kind: "類型",
        probability: "機率",
        kinds: { open: "進行中", won: "成交", lost: "失敗" },
        definitions: [
            ["位置", "依組織的階段記錄；沒有記錄時，依流程提供的進行中階段排序。失敗為 0。"],
            ["機率", "組織中該階段的預設值，以百分比表示。"]
        ]
    },
    list: {
        title: "待改善清單",
        lead: "依擁有人排列，待改善最多的在前。進行中的商機排在已結案之前。",
        opportunity: "商機",
        whatToDo: "該做什麼",
        cannotTell: "無法判斷",
        jump: "擁有人",
        none: "沒有待改善的商機。",
        owner: (toMend) => `${toMend} 筆待改善`,
        rest: (count) => `另有 ${count} 項發現未列出。加上 --csv findings.csv 可取得全部。`,
        facts: {
            CloseDate: "結案日期",
            PW_Contact_Roles__c: "有角色的連絡人",
            minimum: "至少",
            largerMinimum: "較大的案子至少"
        },
        colon: "："
    },
    footer: "由 Pipewright 依組織的回覆製作。組織中沒有任何變更。"
};
