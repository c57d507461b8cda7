import { adviceSettings, developerName, levels } from "c/pwPolicy";
import type { AdviceLevel, AdviceRule, AdviceSettings } from "c/pwPolicy";
import type { Gathered, RuleRecord } from "../gathered.ts";
import type { Reason, SettingsSource } from "../result.ts";
import type { AuditConfig } from "./configFile.ts";
import { unreadableRecords } from "./ruleSettings.ts";

/** What is in force for one rule that advises. Trouble: it can't be known, so every verdict is unknown. */
export interface AdviceInForce<R extends AdviceRule = AdviceRule> {
    readonly rule: R;
    readonly level: AdviceLevel;
    readonly source: SettingsSource;
    readonly trouble: Reason | null;
    readonly settings: AdviceSettings;
}

/** The level of the rule's record in the org, else its entry in the config file, else its default. Records hold no thresholds. */
export function settleAdvice<R extends AdviceRule>(
    rules: readonly R[],
    gathered: Pick<Gathered, "ruleRecords" | "opportunityFields">,
    config: AuditConfig
): AdviceInForce<R>[] {
    const unreadable = unreadableRecords(gathered);
    const records = "value" in gathered.ruleRecords ? (gathered.ruleRecords.value ?? []) : [];
    return rules.map((rule) => {
        const record = records.find((each) => each.developerName === developerName(rule.id));
        const entry = config.rules[rule.id];
        const set = entry?.thresholds === undefined ? {} : { thresholds: entry.thresholds };
        if (unreadable !== null) {
            return inForce(rule, "ruleRecord", set, { code: "settingUnreadable", detail: unreadable });
        }
        if (record !== undefined) {
            const level = adviceLevels.find((each) => each === record.level);
            return level === undefined
                ? inForce(rule, "ruleRecord", set, badLevel(record))
                : inForce(rule, "ruleRecord", { ...set, level }, null);
        }
        const level = adviceLevels.find((each) => each === entry?.level);
        const source = entry === undefined ? "default" : "configFile";
        return inForce(rule, source, level === undefined ? set : { ...set, level }, null);
    });
}

const adviceLevels = levels.filter((level) => level !== "Block");

function inForce<R extends AdviceRule>(
    rule: R,
    source: SettingsSource,
    set: Parameters<typeof adviceSettings>[1],
    trouble: Reason | null
): AdviceInForce<R> {
    const settings = adviceSettings(rule, set);
    return { rule, level: settings.level, source, trouble, settings };
}

function badLevel({ developerName: name, level }: RuleRecord): Reason {
    const detail = `PW_Rule__mdt.${name}.Level__c = ${JSON.stringify(level)} (${adviceLevels.join(", ")})`;
    return { code: "badSetting", detail };
}
