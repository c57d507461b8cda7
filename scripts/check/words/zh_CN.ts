import type { CheckWords } from "./checkWords.ts";

const list = (items: readonly string[]): string => items.join("、");
const forType = (recordType: string): string => (recordType === "*" ? "所有记录类型" : recordType);

export const zhCN: CheckWords = {
    title: (org) => `Pipewright 设置检查：${org}`,
    orgUnknown: "此用户无权读取名称的组织",
    readAs: (user, day) => `于 ${day} 以 ${user} 的身份读取，未写入任何内容。`,
    userUnknown: "无法读取名称的用户",
    severity: {
        broken: "故障：关卡无法工作",
        risky: "风险：关卡可以工作，但有部分会绕过",
        cannotTell: "无法得知",
        note: "供参考"
    },
    fine: (fine, checks) => `正常：${checks} 项检查中，${fine} 项没有发现问题。`,
    nothingWrong: "没有问题。",
    finding: {
        packageMissing: () =>
            "这里未安装 Pipewright，或此用户完全看不到：请部署 force-app/main 和 overlay，再将 PW_Admin 分配给此用户。",
        objectMissing: ({ object }) =>
            `没有 ${object}，或此用户看不到：请重新部署 force-app/main，或将 PW_Admin 分配给此用户。`,
        fieldsMissing: ({ object, fields }) =>
            `${object} 缺少 ${list(fields)}，或此用户看不到：请重新部署 force-app/main，或将 PW_Admin 分配给此用户。`,
        flowMissing: ({ flow }) => `没有流 ${flow}：请重新部署 force-app/main 和 overlay。`,
        flowInactive: ({ flow }) => `流 ${flow} 未启用：请在“设置 → 流”中启用其最新版本。`,
        flowOutdated: ({ flow }) => `流 ${flow} 运行的不是最后部署的版本：请在“设置 → 流”中启用其最新版本。`,
        validationRuleMissing: ({ rule }) => `没有验证规则 ${rule}，该规则无法阻止：请重新部署 overlay。`,
        validationRuleInactive: ({ rule }) =>
            `验证规则 ${rule} 未启用，该规则无法阻止：请启用；若确实不需要，请将规则的级别设为 Off。`,
        noStageRecords: () =>
            "没有任何 Pipewright Stage 记录，所有规则都不会阻止：请为每个阶段创建一条，或部署 overlay。",
        stageWithoutRecord: ({ stage }) =>
            `阶段“${stage}”没有适用于所有记录类型（*）的 Pipewright Stage 记录，移到该阶段不会被阻止：请创建一条。`,
        recordOfUnknownStage: ({ stage }) =>
            `有 Pipewright Stage 记录写着组织没有的阶段“${stage}”：请改为阶段的 API 名称，或删除该记录。`,
        recordOfUnknownRecordType: ({ stage, recordType }) =>
            `“${stage}”的 Pipewright Stage 记录写着业务机会没有的记录类型“${recordType}”：请更正 DeveloperName，或写 * 代表所有记录类型。`,
        recordTypesNotStamped: ({ recordTypes }) =>
            `业务机会有记录类型（${list(recordTypes)}），但 overlay 是为没有记录类型的组织所写：各自的销售流程不会计入。请运行 opportunity configure，再部署其产出。`,
        stageTwice: ({ stage, recordType }) =>
            `阶段“${stage}”有多条适用于${forType(recordType)}的 Pipewright Stage 记录：请只保留一条。`,
        positionTwice: ({ position, stages }) =>
            `阶段 ${list(stages)} 的位置同为 ${position}，彼此之间的移动不算前进：请各给一个位置。`,
        positionWrong: ({ stage, position, kind }) =>
            `“${stage}”（${kind}）的位置 ${position === "" ? "（空白）" : position} 不正确：进行中的阶段从 1 起算，赢单高于所有进行中的阶段，输单为 0。`,
        positionsOutOfOrder: ({ stage, before }) =>
            `在组织中“${stage}”排在“${before}”之后，位置却较低：请按组织的顺序排列位置。`,
        kindMisspelt: ({ stage, kind }) => `“${stage}”的种类写成“${kind}”：请以小写写 open、won 或 lost。`,
        kindContradicts: ({ stage, kind, actual }) =>
            `“${stage}”的 Pipewright Stage 记录写 ${kind}，组织中却是 ${actual}：请更正种类。`,
        ruleNotChosen: ({ record }) =>
            `Pipewright Rule 记录 ${record} 的规则不在 overlay 中，但仍在组织中运作：请将其级别设为 Off，或在 pipewright.json 中选择其模块。`,
        ruleRecordMissing: ({ record }) => `没有 Pipewright Rule 记录 ${record}，该规则不会阻止：请重新部署 overlay。`,
        levelMisspelt: ({ record, level }) =>
            `${record} 的级别写成“${level}”，该规则不会阻止：请完全照写 Off、Observe、Warn 或 Block。`,
        thresholdNegative: ({ record, field, value }) =>
            `${record} 的 ${field} 为 ${value}，小于零：请输入正确的数字。`,
        minimumAsksNothing: ({ record }) =>
            `${record} 的 Minimum__c 为空白或 0，该规则毫无要求：请输入数字，或将级别设为 Off。`,
        startMissing: ({ record }) =>
            `${record} 的 From_Position__c 为空白或 0，该规则不会阻止：请输入开始适用的阶段位置。`,
        startBeyondLast: ({ record, field, position, last }) =>
            `${record} 从位置 ${position} 开始适用，但最后的阶段位置是 ${last}：请更正 ${field}。`,
        ruleRecordUnknown: ({ record }) => `没有规则读取 Pipewright Rule 记录 ${record}：请更正名称，或删除该记录。`,
        ruleRecordTwice: ({ record, other }) =>
            `${record} 是同一规则的第二条 Pipewright Rule 记录，而该规则只读取 ${other}：请将其值移过去并删除它。`,
        rolesUnknown: ({ record, roles }) =>
            `${record} 写着组织没有的联系人角色（${list(roles)}）：请更正 Decision_Roles__c，或将其加入选项列表。`,
        familiesUnknown: ({ record, families }) =>
            `${record} 写着组织没有的产品系列（${list(families)}）：请更正 Exempt_Families__c，或将其加入选项列表。`,
        recordTypesUnknown: ({ record, field, recordTypes }) =>
            `${record} 写着业务机会没有的记录类型（${list(recordTypes)}），规则因此不适用于它们：请以开发人员名称更正 ${field}。`,
        largerAsksNothing: ({ record }) =>
            `${record} 说明了哪些项目较大，却没有多要求什么：请填写 Larger_Minimum__c，或清空其他 Larger 字段。`,
        settingNotRead: ({ record, field }) =>
            `${record} 设置了 ${field}，但其规则不读取它：请清空，或设置在原本要设置的记录上。`,
        fieldUnknown: ({ record, field }) =>
            `${record} 指定的字段 ${field} 不在业务机会上：请更正 Field__c，用 opportunity configure 重新生成设置并部署。`,
        fieldNotRead: ({ record, field, rule }) =>
            `按 ${record} 应读取字段 ${field}，但设置中的验证规则 ${rule} 读取另一个：请在 pipewright.json 选择字段，用 opportunity configure 重新生成设置并部署。`,
        createdFromAhead: ({ record, day }) =>
            `${record} 不适用于 ${day} 之前创建的业务机会，而那天尚未到来：在此之前不会阻止任何业务机会。`,
        blockCannotWork: ({ record, flow }) =>
            `${record} 的级别为 Block，但提供其数据的流 ${flow} 没有运行，因此不会阻止：请启用该流。`,
        gateIsOff: () =>
            "整个组织的紧急开关已打开，不盖章也不阻止：请在“设置 → 自定义设置 → Pipewright Settings”中取消 Gate Is Off。",
        gateIsOffForSome: ({ count }) =>
            `紧急开关对 ${count} 个简档或用户打开：不再需要时，请在“设置 → 自定义设置 → Pipewright Settings”中取消 Gate Is Off。`,
        nobodyHasRep: () => "没有启用的用户直接获分配权限集 PW_Rep：请分配给处理业务机会的人（此处不查看权限集组）。",
        bypassHolders: ({ users }) => `以下用户可通过阻止规则（PW_Bypass_Gate）：${list(users)}。`,
        otherRulesOnStage: ({ rules }) =>
            `您自己的验证规则将错误显示在阶段或 Pipewright 字段上（${list(rules)}）：请确认没有与我们的规则互相矛盾。`,
        otherRules: ({ rules }) =>
            `业务机会上其他启用的验证规则：${list(rules)}。此处不读取其公式；请打开与阶段有关的规则确认。`,
        workflowMovesStage: ({ updates }) =>
            `工作流规则会在验证规则之后更改阶段（${list(updates)}），这些移动会绕过关卡：请改用流。`,
        conversionUnchecked: () =>
            "由潜在客户转换创建的业务机会不会经过验证：请在“设置 → 潜在客户设置”中打开“Require Validation for Converted Leads”。",
        conversionNotTold: ({ reason }) =>
            `由潜在客户转换创建的业务机会是否经过验证：请查看“设置 → 潜在客户设置”中的“Require Validation for Converted Leads”（${reason}）。`,
        alertTypeMissing: () => "缺少通知类型 PW_Close_Date，没有人会收到结束日期的提醒：请重新部署。",
        alertsAreOff: () =>
            "结束日期的提醒已关闭：需要时，请在“设置 → 自定义设置 → Pipewright Settings”中取消 Alerts Are Off。",
        alertsNotTold: ({ reason }) =>
            `结束日期的提醒是否能发送：请在“设置 → 自定义通知”中查看是否有 PW_Close_Date（${reason}）。`,
        workflowUserNotTold: () =>
            "是否设有默认工作流用户，没有 API 可得知：请查看“设置 → 流程自动化设置”；计划流以该用户运行。",
        unreadable: ({ what, reason }) => `无法读取 ${what}（${reason}）：请以管理员身份运行检查。`
    }
};
