import { developerName, rules } from "c/pwPolicy";
import type { RecordRule } from "c/pwPolicy";
import type { RuleRecord } from "../../audit/gathered.ts";
import type { Finding } from "../finding.ts";
import type { Check, PackageContents, SetUp } from "../setUp.ts";

/** What each rule's record says of the opportunities it holds for: record types, larger deals, the org's own field. */
export const checkScope: Check = (setUp, contents) => {
    const records = "value" in setUp.ruleRecords ? (setUp.ruleRecords.value ?? []) : [];
    return rules.flatMap((rule) => {
        const record = records.find(({ developerName: name }) => name === developerName(rule.id));
        return record === undefined
            ? []
            : [
                  ...recordTypesUnknown(record, setUp),
                  ...largerDeals(rule, record),
                  ...ownField(rule, record, setUp, contents)
              ];
    });
};

/** A name that no record type has is never met: the rule leaves those opportunities alone. */
function recordTypesUnknown(record: RuleRecord, { objects }: SetUp): Finding[] {
    const described = objects.get("Opportunity");
    if (described === undefined || "unreadable" in described || described.value === null) {
        return []; // told by the check of fields
    }
    const there = described.value.recordTypes.map((name) => name.toUpperCase());
    const lists = { Record_Types__c: record.recordTypes, Larger_Record_Types__c: record.largerRecordTypes };
    return Object.entries(lists).flatMap(([field, list]): Finding[] => {
        const names = (list ?? "").replaceAll(" ", "").split(";").filter(Boolean);
        const recordTypes = names.filter((name) => !there.includes(name.toUpperCase()));
        const args = { record: record.developerName, field, recordTypes };
        return recordTypes.length === 0 ? [] : [{ code: "recordTypesUnknown", args }];
    });
}

/** Conditions for larger deals without anything that is asked of them, or in the record of a rule that asks nothing. */
function largerDeals({ id }: RecordRule, values: RuleRecord): Finding[] {
    const { developerName: record, largerMinimum, largerFromPosition, largerFromAmount, largerRecordTypes } = values;
    const conditions = [largerFromPosition, largerFromAmount, largerRecordTypes].filter(Boolean);
    if (id !== "contact-roles-present") {
        const isSet = conditions.length > 0 || Boolean(largerMinimum);
        return isSet ? [{ code: "settingNotRead", args: { record, field: "Larger_Minimum__c" } }] : [];
    }
    return conditions.length > 0 && Number(largerMinimum ?? 0) === 0
        ? [{ code: "largerAsksNothing", args: { record } }]
        : [];
}

/** `contents` tells which field the validation rule was written for. */
function ownField(rule: RecordRule, values: RuleRecord, { objects }: SetUp, contents: PackageContents): Finding[] {
    const { developerName: record, field } = values;
    if (rule.ownField === undefined) {
        return field ? [{ code: "settingNotRead", args: { record, field: "Field__c" } }] : [];
    }
    const described = objects.get("Opportunity");
    const fields = described !== undefined && "value" in described ? described.value?.fields : undefined;
    if (field && fields?.has(field) === false) {
        return [{ code: "fieldUnknown", args: { record, field } }];
    }
    const validationRule = `PW_${record}`;
    const formula = contents.formulas.get(validationRule);
    const read = field ?? rule.ownField;
    return formula === undefined || formula.includes(`(${read})`)
        ? []
        : [{ code: "fieldNotRead", args: { record, field: read, rule: validationRule } }];
}
