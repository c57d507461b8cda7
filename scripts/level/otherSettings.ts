import { developerName, type RecordRule } from "c/pwPolicy";
import { valuesInRecord } from "../configure/recordText.ts";
import { isSameSetting, type SettingToReset } from "../configure/settingsToReset.ts";
import type { OrgRuleRecord } from "./ruleRecord.ts";

/** What else a deploy of the record's file would change in the org; the level apart, which both will say. */
export function otherSettings(rule: RecordRule, inOrg: OrgRuleRecord, file: string): SettingToReset[] {
    if (inOrg.fullName !== `PW_Rule.${developerName(rule.id)}`) throw new Error(`${inOrg.fullName} is another rule's.`);
    const found = new Map(inOrg.values.map(({ field, value }) => [field, value?.text ?? null]));
    return [...valuesInRecord(file)]
        .filter(([field]) => field !== "Level__c")
        .map(([field, chosen]) => ({ ruleId: rule.id, field, inOrg: found.get(field) ?? null, chosen }))
        .filter((setting) => !isSameSetting(setting.inOrg, setting.chosen));
}
