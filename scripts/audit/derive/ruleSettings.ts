import { decisionRolesOf, developerName, familiesOf, fieldsRead, levels, positionFromProbability } from "c/pwPolicy";
import type { Level, RecordRule, RuleSettings } from "c/pwPolicy";
import { keptFacts } from "../gathered.ts";
import type { Gathered, RuleRecord } from "../gathered.ts";
import type { Reason, SettingsSource } from "../result.ts";
import type { AuditConfig, RuleConfig } from "./configFile.ts";
import type { Choices } from "./deriveFacts.ts";
import type { StagePlaces } from "./stagePlaces.ts";

/** What is in force for one rule, and where it was found. Trouble: it can't be known, so every verdict is unknown. */
export interface RuleInForce {
    readonly rule: RecordRule;
    readonly level: Level;
    readonly source: SettingsSource;
    readonly trouble: Reason | null;
    /** A field that this rule asks for and this org doesn't have: the rule applies to nothing here. */
    readonly absentField: string | null;
    settingsIn(places: StagePlaces): RuleSettings;
}

/** The rule's record in the org, else its entry in the config file, else its default. */
export function settleRules(
    rules: readonly RecordRule[],
    gathered: Pick<Gathered, "ruleRecords" | "opportunityFields" | "opportunities">,
    config: AuditConfig
): RuleInForce[] {
    return rules.map((rule) => ({ ...settle(rule), absentField: absentFieldOf(rule, gathered) }));

    function settle(rule: RecordRule): Omit<RuleInForce, "absentField"> {
        const unreadable = unreadableRecords(gathered);
        if (unreadable !== null) {
            return fromDefaults(rule, "ruleRecord", {}, { code: "settingUnreadable", detail: unreadable });
        }
        const records = "value" in gathered.ruleRecords ? (gathered.ruleRecords.value ?? []) : [];
        const record = records.find((each) => each.developerName === developerName(rule.id));
        if (record !== undefined) {
            return fromRecord(rule, record);
        }
        const entry = config.rules[rule.id];
        return entry === undefined
            ? fromDefaults(rule, "default", {}, null)
            : fromDefaults(rule, "configFile", entry, null);
    }
}

/** The record of the rule says so, else the config file, else it is as standard. */
export function choicesInForce(gathered: Pick<Gathered, "ruleRecords">, config: AuditConfig): Choices {
    const records = "value" in gathered.ruleRecords ? (gathered.ruleRecords.value ?? []) : [];
    const recordOf = (ruleId: string) => records.find(({ developerName: name }) => name === developerName(ruleId));
    const roles = recordOf("decision-role-named");
    const families = recordOf("products-priced");
    return {
        decisionRoles:
            roles === undefined && config.decisionRoles !== undefined
                ? config.decisionRoles
                : decisionRolesOf(roles?.decisionRoles ?? null),
        exemptFamilies:
            families === undefined ? (config.exemptFamilies ?? []) : familiesOf(families.exemptFamilies ?? null)
    };
}

/** Where the package is deployed, a field that doesn't come is one that this user may not read. */
function absentFieldOf(
    rule: RecordRule,
    { opportunityFields, opportunities }: Pick<Gathered, "opportunityFields" | "opportunities">
): string | null {
    if (opportunityFields.includes("PW_Stage_Stamp__c")) {
        return null;
    }
    const read: readonly string[] = fieldsRead(rule);
    return (
        keptFacts.find((fact) => read.includes(fact) && opportunities.every((raw) => raw[fact] === undefined)) ?? null
    );
}

/** Records that no rule of the policy reads: a misspelt name, or a rule of another version. */
export function unusedRuleRecords(
    rules: readonly { readonly id: string }[],
    gathered: Pick<Gathered, "ruleRecords">
): string[] {
    const known = new Set(rules.map((rule) => developerName(rule.id)));
    const records = "value" in gathered.ruleRecords ? (gathered.ruleRecords.value ?? []) : [];
    return records.map((record) => record.developerName).filter((name) => !known.has(name));
}

/** The org's reason, or our own: the package is there, its settings aren't visible to this user. Null: readable or not deployed. */
export function unreadableRecords(gathered: Pick<Gathered, "ruleRecords" | "opportunityFields">): string | null {
    if ("unreadable" in gathered.ruleRecords) {
        return gathered.ruleRecords.unreadable;
    }
    const isDeployed = gathered.opportunityFields.includes("PW_Stage_Stamp__c");
    return gathered.ruleRecords.value === null && isDeployed
        ? "Pipewright is deployed, but this user may not read its settings (permission set PW_Auditor grants it)"
        : null;
}

function fromRecord(rule: RecordRule, record: RuleRecord): Omit<RuleInForce, "absentField"> {
    const level = levels.find((each) => each === record.level);
    const trouble: Reason | null =
        level === undefined
            ? {
                  code: "badSetting",
                  detail: `PW_Rule__mdt.${record.developerName}.Level__c = ${JSON.stringify(record.level)} (${levels.join(", ")})`
              }
            : null;
    return {
        rule,
        level: level ?? rule.defaults.level,
        source: "ruleRecord",
        trouble,
        settingsIn: () => ({
            level: level ?? rule.defaults.level,
            fromPosition: record.fromPosition,
            minimum: record.minimum,
            ...(record.tolerance === undefined ? {} : { tolerance: record.tolerance }),
            ...scopeOf(record)
        })
    };
}

function fromDefaults(
    rule: RecordRule,
    source: SettingsSource,
    entry: RuleConfig,
    trouble: Reason | null
): Omit<RuleInForce, "absentField"> {
    const level = entry.level ?? rule.defaults.level;
    const probability = entry.fromProbability ?? rule.defaults.fromProbability;
    return {
        rule,
        level,
        source,
        trouble,
        settingsIn: (places) => ({
            level,
            fromPosition: entry.fromPosition ?? positionAt(places, probability),
            minimum: entry.minimum ?? rule.defaults.minimum ?? null,
            ...toleranceOf(rule, entry),
            ...scopeOf({
                ...entry,
                recordTypes: listed(entry.recordTypes),
                largerRecordTypes: listed(entry.largerRecordTypes)
            })
        })
    };
}

const scopeSettings = [
    "recordTypes",
    "minimumAmount",
    "largerMinimum",
    "largerFromPosition",
    "largerFromAmount",
    "largerRecordTypes"
] as const;

/** Only what is set: elsewhere it would stand in every finding for nothing. */
function scopeOf(values: Readonly<Partial<Record<(typeof scopeSettings)[number], string | null | undefined>>>) {
    const set = scopeSettings.flatMap((name) => (values[name] ? [[name, values[name]] as const] : []));
    return Object.fromEntries(set) as Partial<RuleSettings>;
}

function listed(names: readonly string[] | undefined): string | null {
    return names === undefined || names.length === 0 ? null : names.join(";");
}

/** Only where the rule compares two numbers; elsewhere it would stand in every finding for nothing. */
function toleranceOf(rule: RecordRule, entry: RuleConfig): Pick<RuleSettings, "tolerance"> {
    const tolerance = entry.tolerance ?? rule.defaults.tolerance;
    return tolerance === undefined ? {} : { tolerance };
}

function positionAt({ places }: StagePlaces, probability: string | undefined): string | null {
    return "unreadable" in places ? null : positionFromProbability(places.value.values(), probability);
}
