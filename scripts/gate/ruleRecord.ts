import { developerName, positionFromProbability, standardDecisionRoles, type RecordRule } from "c/pwPolicy";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { customMetadataFile, type CustomMetadataValue } from "./customMetadata.ts";
import { stagesOfAny, type OverlayPlan } from "./overlayPlan.ts";

/** The record that keeps what an admin sets for the rule. */
export function ruleRecordFile(rule: RecordRule, plan: OverlayPlan): WrittenFile {
    const { level, fromProbability, minimum, tolerance } = rule.defaults;
    const fromPosition = positionFromProbability(stagesOfAny(plan), fromProbability);
    const values: Record<string, CustomMetadataValue> = {
        Created_From__c: null,
        Decision_Roles__c: rule.id === "decision-role-named" ? standardDecisionRoles.join(";") : null,
        Exempt_Families__c: null,
        From_Position__c: fromPosition === null ? null : { number: fromPosition },
        Level__c: level,
        Minimum__c: minimum === undefined ? null : { number: minimum },
        Tolerance__c: tolerance === undefined ? null : { number: tolerance }
    };
    return customMetadataFile("PW_Rule", developerName(rule.id), rule.words.en.title, values);
}
