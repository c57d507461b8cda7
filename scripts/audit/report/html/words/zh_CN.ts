import type { HtmlWords } from "./htmlWords.ts";

export const zhCN: HtmlWords = {
    lang: "zh-Hans-CN",
    brand: "Pipewright 审计",
    contents: "目录",
    about: {
        org: "组织",
        asOf: "截至",
        period: "范围",
        readAs: "读取身份",
        settings: "规则设置来源",
        opportunities: "业务机会数",
        effort: "用量",
        run: "运行编号",
        version: "版本"
    },
    period: (since) => (since === null ? "进行中的业务机会" : `进行中，或自 ${since} 起结束`),
    effort: (calls, seconds) => `${calls} 次 API 调用，${seconds} 秒`,
    verdict: {
        broken: ({ count, open, share, worth, rule, ruleCount }) =>
            `${open} 个进行中的业务机会里，有 ${count} 个（${share}）违反至少一项规则${worth === null ? "" : `，金额 ${worth.amount}（全部 ${worth.of}）`}；最常违反的是“${rule}”（${ruleCount} 个）。`,
        onlyClosed: (closed) => `进行中的业务机会都没有违反规则；已结束的有 ${closed} 个违反。`,
        clean: (judged) => `一切良好：范围内 ${judged} 个业务机会都没有违反规则。`,
        nothingJudged: "没有任何业务机会可以判断：请看下方无法读取的项目。",
        cannotTell: (count) => `另有 ${count} 个无法判断。`
    },
    localLinks: "链接指向本机组织，只有在它运行时才能打开。",
    basis: (day, count) => `截至 ${day} · 范围内 ${count} 个业务机会`,
    howCounted: "计算方式",
    rules: {
        notJudged: "未判断",
        cannotTellReasons: "无法判断的原因",
        reason: "原因",
        count: "数量",
        applies: "适用于",
        requires: "要求",
        kinds: {
            history: "进行中的业务机会",
            process: "销售流程"
        },
        bar: (met, unmet, unknown) => `符合 ${met}，不符合 ${unmet}，无法判断 ${unknown}`,
        definitions: [
            ["适用", "规则所指的对象：符合、不符合与无法判断的总数。规则名称旁未注明时，为范围内的业务机会。"],
            ["无法判断", "字段无法读取或没有值，或设置缺少或无效。绝不算作符合。"],
            ["符合比例", "符合除以适用。完全无法判断时不显示。"],
            ["级别", "观察：列在报告中，记录页上显示为观察。提醒：记录页上会提醒。阻止：组织也会拒绝更改阶段。"]
        ]
    },
    where: {
        title: "所有人与阶段",
        byOwner: "各所有人的待改善业务机会",
        byStage: "各阶段的待改善业务机会",
        inScope: "范围内",
        toMend: "待改善",
        open: "进行中",
        closed: "已结束",
        cannotTell: "无法判断",
        share: "待改善比例",
        first: (shown, all) => `图表显示 ${all} 位所有人中的 ${shown} 位；表格列出全部。`,
        definitions: [
            ["待改善", "至少违反一项规则的业务机会，每个只算一次。"],
            ["无法判断", "可判断的规则都没有违反，但至少有一项规则无法判断的业务机会。"],
            ["金额", "待改善业务机会的金额总和。空白金额不计入。"],
            ["待改善比例", "待改善除以该阶段范围内的所有业务机会。"]
        ]
    },
    funnel: {
        countChart: "各阶段进行中的数量",
        amountChart: "各阶段进行中的金额",
        withoutAmount: "没有金额",
        open: "进行中",
        won: "赢单",
        lost: "丢单",
        winRate: "赢单率",
        daysWon: "赢单天数",
        daysClosed: "结束天数",
        openWithoutAccount: "进行中而没有客户",
        accountUnreadable: "无法判断",
        sample: (count) => `样本数 ${count}`,
        days: (days) => `${days} 天`,
        mean: (days) => `中位数；平均 ${days}`,
        definitions: {
            open: "截至日仍在进行中，不论结束日期。",
            won: "结束日期在期间内的赢单。",
            lost: "结束日期在期间内的丢单。",
            winRate: "期间内结束的业务机会中，赢单除以赢单与丢单的总数；进行中的不计入。区间为 Wilson 95\u00a0% 区间。",
            days: "期间内结束的业务机会，从创建当天到结束日期的整数天数。",
            openWithoutAccount: "客户空白的进行中业务机会。",
            stages: [
                ["数量", "范围内位于该阶段的业务机会；结束阶段只计期间内结束的。"],
                ["金额", "金额总和。空白金额不计入，列为没有金额。"]
            ]
        }
    },
    processes: {
        title: "销售流程",
        position: "位置",
        kind: "类型",
        probability: "概率",
        kinds: { open: "进行中", won: "赢单", lost: "丢单" },
        definitions: [
            ["位置", "依组织的阶段记录；没有记录时，依流程提供的进行中阶段排序。丢单为 0。"],
            ["概率", "组织中该阶段的默认值，以百分比表示。"]
        ]
    },
    list: {
        title: "待改善清单",
        lead: "按所有人排列，待改善最多的在前。进行中的业务机会排在已结束之前。",
        opportunity: "业务机会",
        whatToDo: "该做什么",
        cannotTell: "无法判断",
        jump: "所有人",
        none: "没有待改善的业务机会。",
        owner: (toMend) => `${toMend} 个待改善`,
        rest: (count) => `另有 ${count} 项发现未列出。加上 --csv findings.csv 可取得全部。`,
        facts: {
            CloseDate: "结束日期",
            PW_Contact_Roles__c: "有角色的联系人",
            minimum: "至少",
            largerMinimum: "较大的项目至少"
        },
        colon: "："
    },
    footer: "由 Pipewright 依组织的回复制作。组织中没有任何更改。"
};
