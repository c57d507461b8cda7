import type { ConfigureWords } from "./configureWords.ts";

const quoted = (name: string): string => `“${name}”`;

export const zhCN: ConfigureWords = {
    title: (org) => `${org} 的 Pipewright 配置包`,
    features: {
        recordTypes: (count) => `业务机会记录类型：${count} 个。`,
        noRecordTypes: "业务机会没有记录类型。",
        currencies: (several) => (several ? "多种货币：规则中的金额以该业务机会自己的货币计算。" : "单一货币。"),
        chatter: (isOn) => (isOn ? "Chatter 已启用。" : "Chatter 未启用：决策会保留，但不会发布。"),
        languages: (names) => `消息语言：${names.join("、")}。`,
        english: "英文"
    },
    stages: "阶段与位置",
    stageColumns: { process: "记录类型", stages: "阶段" },
    everyRecordType: "*（其他所有）",
    sameAsAll: "同 *",
    gone: (stage) => `阶段${quoted(stage)}已不再启用：其记录会从文件夹中移除，请也在组织中删除。`,
    added: (stage) => `阶段${quoted(stage)}是新的。`,
    renamed: (from, to) => `阶段${quoted(from)}不见了，原位置出现新的${quoted(to)}：看来是改了名称。`,
    moved: (stage, from, to) => `阶段${quoted(stage)}的位置由 ${from} 变为 ${to}：部署后请运行 opportunity reconcile。`,
    guideTaken: (stage) => `组织中为阶段${quoted(stage)}撰写的指引，已沿用到 pipewright.json。`,
    guideLeft: (stage) =>
        `组织中为阶段${quoted(stage)}撰写的指引无法沿用，因为其中的字段不在业务机会上，或文字过长：部署后会被覆盖。`,
    rules: "规则",
    ruleColumns: { rule: "规则", level: "级别", start: "起始位置", note: "备注" },
    levels: { Off: "关闭", Observe: "观察", Warn: "提醒", Block: "阻止" },
    takenOver: (chosen) => `在组织中设置，已沿用（原选择为 ${chosen}）`,
    differsFromOrg: (inOrg) => `部署前组织中仍为 ${inOrg}`,
    settingReset: ({ rule, field, inOrg, chosen }) =>
        `${rule}：${field} 在组织中是 ${inOrg}，部署后会改为 ${chosen}。要保留，请写在 pipewright.json。`,
    startsLater: ({ ruleId, stage, recordType }) =>
        `${ruleId}：在 ${recordType} 中会晚于阶段${quoted(stage)}才开始，因为该阶段在其他流程中位置更靠后。`,
    blank: "空白",
    staysInOrg: (count) =>
        `部署不会删除任何东西：已部署过的 ${count} 个移除文件，其内容在组织中仍然有效。请把不再选用的规则的级别设为 Off；检查会列出它们。`,
    notChosen: (count) => `未选模块的规则：${count} 条。`,
    slots: "组织中数量有限的项目",
    slotColumns: { what: "项目", used: "已用", added: "新增", limit: "上限" },
    slotKinds: {
        rollUps: "业务机会的累计汇总字段",
        fields: "业务机会的自定义字段",
        validationRules: "业务机会启用中的验证规则",
        flows: "组织中启用中的流"
    },
    uncertain: "带 ~ 的上限因版本而异，为通常所说的数字；您的上限请见“设置”→“公司信息”。",
    lacking: (what) => `剩余数量不足：${what}。部署前请向 Salesforce 申请增加，或先移除一些。`,
    files: "文件",
    fileCounts: (added, changed, removed) => `新增：${added}。更改：${changed}。移除：${removed}。`,
    more: (count) => `……另有 ${count} 个`,
    nothingToWrite: (folder) => `${folder} 已是最新：没有需要写入的内容。`,
    ask: (folder) => `要写入 ${folder} 吗？`,
    dryRun: "未写入任何内容（--dry-run）。",
    left: "未写入任何内容。",
    written: (folder) => `已写入 ${folder}。请纳入版本控制。`,
    next: "接下来",
    sandboxSteps: "在沙盒或临时组织：",
    productionSteps: "在生产环境，分两个阶段：",
    activate: "“设置”→“流”：启用每个 PW_ 流的最新版本"
};
