import { rules, standardBands, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { alertFiles } from "./alerts/alertFiles.ts";
import { contactRoleFlowFiles } from "./contactRoleFlows.ts";
import { rulesAboutRoles } from "./countContactRoles.ts";
import { bandFiles } from "./decisions/bandFiles.ts";
import { postDecisionFlowFile } from "./decisions/postDecisionFlow.ts";
import { stampDecisionFlowFile } from "./decisions/stampDecisionFlow.ts";
import { supersedeDecisionsFlowFile } from "./decisions/supersedeDecisionsFlow.ts";
import { flowTestFiles } from "./flowTests/flowTestFiles.ts";
import { lineFlowFile } from "./lineFlow.ts";
import { noteFlowFile } from "./noteFlow.ts";
import { isChosen, type OverlayPlan } from "./overlayPlan.ts";
import { pathFiles } from "./path.ts";
import { recordTypeFlowFile } from "./recordTypeFlow.ts";
import { ruleRecordFile } from "./ruleRecord.ts";
import { stageRecordFile } from "./stageRecord.ts";
import { stageRecordNames } from "./stageRecordName.ts";
import { stampFlowFile } from "./stampFlow.ts";
import { translationFiles } from "./translations/translationFiles.ts";
import { validationRuleFile } from "./validationRule.ts";

/** Every file of the overlay that the plan asks for. */
export function overlayFiles(plan: OverlayPlan): WrittenFile[] {
    const recordRules = rules.filter((rule) => rule.kind === "record" && isChosen(plan, rule.practice));
    const nameOf = stageRecordNames(plan.processes);
    const files = [
        ...plan.processes.flatMap(({ recordType, stages }) =>
            stages.map((stage) => stageRecordFile(recordType, stage, nameOf(recordType, stage.name)))
        ),
        ...recordRules.map((rule) => ruleRecordFile(rule, plan)),
        ...recordRules.map((rule) => validationRuleFile(rule, plan)),
        ...(recordRules.length > 0 ? moveFlowFiles(recordRules, plan) : []),
        ...(rulesAboutRoles(recordRules).length > 0 ? contactRoleFlowFiles(recordRules) : []),
        ...(isChosen(plan, "products") ? [lineFlowFile()] : []),
        ...(isChosen(plan, "discounts") ? decisionFiles(recordRules, plan) : []),
        ...alertFiles(plan),
        ...pathFiles(plan),
        ...translationFiles(plan, recordRules)
    ];
    return [...files, ...flowTestFiles(plan, files)];
}

/** The flows that every rule needs: without a rule there is nothing to stamp or to note. */
function moveFlowFiles(recordRules: readonly RecordRule[], plan: OverlayPlan): WrittenFile[] {
    return [
        stampFlowFile(recordRules, plan),
        ...(plan.hasRecordTypes ? [recordTypeFlowFile(recordRules)] : []),
        noteFlowFile(recordRules, plan)
    ];
}

function decisionFiles(recordRules: readonly RecordRule[], { postLanguage, hasChatter }: OverlayPlan): WrittenFile[] {
    return [
        ...bandFiles(standardBands),
        stampDecisionFlowFile(),
        ...(hasChatter ? [postDecisionFlowFile(postLanguage)] : []),
        supersedeDecisionsFlowFile(recordRules)
    ];
}
