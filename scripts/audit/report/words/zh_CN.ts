import { isAboutDiscount, isAboutPlace } from "./whatIsUndecided.ts";
import type { ReportWords } from "./reportWords.ts";

export const zhCN: ReportWords = {
    title: (org) => `Pipewright 审计：${org}`,
    sandbox: "沙箱",
    orgUnknown: "此用户无权读取名称的组织",
    asOf: (day) => `截至 ${day}。`,
    scope: (count, closedSince) =>
        closedSince === null
            ? `共 ${count} 个进行中的业务机会。`
            : `共 ${count} 个业务机会：进行中，或自 ${closedSince} 起结束。`,
    readAs: (user, sees) => `以 ${user} 的身份读取，${sees}。`,
    sees: {
        yes: "此用户可看到所有业务机会",
        no: "此用户看不到所有业务机会：以下只是部分内容",
        notKnown: "无法得知此用户是否看得到所有业务机会：以下可能只是部分内容"
    },
    userUnknown: "无法读取名称的用户",
    settings: (sources) => `规则设置来源：${sources}。`,
    source: {
        ruleRecord: "组织中的规则记录",
        configFile: "配置文件",
        default: "规则的默认值（该组织未安装 Pipewright，或此用户无法读取规则记录）"
    },
    effort: (calls, seconds) => `读取与判断共 ${seconds} 秒，使用 ${calls} 次 API 调用。`,
    level: { Off: "关闭", Observe: "观察", Warn: "提醒", Block: "阻止" },
    without: (rules) => `以 --without 排除：${rules}。`,
    off: (rules) => `已关闭而不判断：${rules}。`,
    noOpportunities: (closedSince) =>
        closedSince === null
            ? "此用户看不到任何进行中的业务机会，因此没有可判断的内容。"
            : `此用户看不到任何进行中或自 ${closedSince} 起结束的业务机会，因此没有可判断的内容。`,
    unmapped: (count, stages) => `${count} 个业务机会所在的阶段不属于任何销售流程：${stages}。无法按阶段判断。`,
    unusedRuleRecords: (names) => `下列规则记录不对应任何规则，没有作用：${names}。`,
    unreadableTitle: "应可读取却无法读取",
    cannotTellTitle: "部分业务机会无法判断的原因",
    reason: {
        factUnreadable: (detail) => `无法读取：${detail}`,
        undecided: (detail) => {
            if (detail === "") {
                return "其销售流程未设置门槛";
            }
            if (isAboutDiscount(detail)) {
                return "有些产品的折扣无法得知：没有定价，或售价高于定价";
            }
            return isAboutPlace(detail) ? "其阶段在销售流程中没有已知的位置" : `没有值：${detail}`;
        },
        ruleThrew: (detail) => `规则执行失败：${detail}`,
        badSetting: (detail) => `设置值无效：${detail}`,
        noSuchField: (detail) => `未判断：此组织没有字段 ${detail}，请在配置文件中指定其自有字段`,
        settingUnreadable: (detail) => `无法读取设置：${detail}`
    },
    exceptions: {
        title: "生效中的例外",
        count: (rule, count) => `${rule}：${count} 条因例外而不判断。`,
        one: ({ rule, opportunity, lastDay, approver, reason }) =>
            `${opportunity}：“${rule}”暂不适用至 ${lastDay}，由 ${approver} 批准。原因：${reason}`
    },
    noApprover: "（无法读取批准人）",
    nothingFound: "没有业务机会违反规则。",
    rules: {
        title: "规则遵守情况",
        rule: "规则",
        level: "级别",
        applicable: "适用",
        met: "符合",
        unmet: "不符合",
        unknown: "无法判断",
        share: "符合比例"
    },
    owners: { title: "按所有人", owner: "所有人", count: "待改善业务机会", amount: "金额" },
    noOwner: "（无法读取所有人）",
    more: (count) => `……另有 ${count} 个`,
    worst: "从这里开始",
    funnel: { title: "各阶段的销售管道", stage: "阶段", count: "数量", amount: "金额", bar: "" },
    noStage: "（没有阶段）",
    figures: {
        open: (count, amount) => `进行中：${count} 个，共 ${amount}。`,
        won: (count, amount) => `赢单：${count} 个，共 ${amount}。`,
        withoutAccount: (count, open) => `进行中而没有客户：${open} 个中有 ${count} 个。`,
        winRate: (rate, won, lost) => `赢单率：${rate} %（期间内结束：赢单 ${won} 个，丢单 ${lost} 个）。`,
        wilson: (low, high) => `95 % 区间：${low} 至 ${high} %。`,
        tooFew: "已决定的不足 20 个，太少而无法判断。",
        noneDecided: "赢单率：期间内没有结束的业务机会。",
        days: (won, wonMedian, closed, closedMedian) =>
            `从创建到结束的天数：赢单平均 ${won}（中位数 ${wonMedian}），所有结束平均 ${closed}（中位数 ${closedMedian}）。`,
        withoutAmount: (count) => `${count} 个没有金额，未计入。`,
        orgCurrency: "金额以组织的货币表示。",
        mixedCurrency: "金额含多种货币，未加总。"
    },
    next: {
        title: "接下来",
        lines: [
            "与所有人一起改善上列业务机会，再运行一次审计。",
            "将关于业务机会的所有发现输出到电子表格：npm run audit -- --csv findings.csv；供程序使用的完整结果：npm run -s audit -- --json。",
            "若要在违反规则时让计划任务失败：npm run audit -- --fail-on Observe。"
        ]
    },
    written: (path) => `附图表的报告：${path}`,
    partial: "以上只是部分内容：看不到的部分，报告无从得知。",
    comma: "、",
    gap: ""
};
