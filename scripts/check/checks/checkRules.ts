import { developerName, fieldsRead, languages, levels, rules } from "c/pwPolicy";
import type { RecordRule } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import type { RuleRecord } from "../../audit/gathered.ts";
import type { Finding } from "../finding.ts";
import type { Check, SetUp } from "../setUp.ts";

/** What each chosen rule's record says: a rule that can't be read blocks nothing. */
export const checkRules: Check = (setUp, contents) => {
    const { ruleRecords, ruleDetails } = setUp;
    if ("unreadable" in ruleRecords) {
        return [{ code: "unreadable", args: { what: "PW_Rule__mdt", reason: ruleRecords.unreadable } }];
    }
    if ("unreadable" in ruleDetails) {
        return [{ code: "unreadable", args: { what: "PW_Rule__mdt", reason: ruleDetails.unreadable } }];
    }
    const records = ruleRecords.value ?? [];
    const last = lastPosition(setUp);
    return [
        ...rules.flatMap((rule): Finding[] => {
            const name = developerName(rule.id);
            const record = records.find((each) => each.developerName === name);
            if (!contents.ruleRecords.includes(name)) {
                const isAtWork = record !== undefined && record.level !== "Off";
                return isAtWork ? [{ code: "ruleNotChosen", args: { record: name } }] : [];
            }
            if (record === undefined) {
                return [{ code: "ruleRecordMissing", args: { record: name } }];
            }
            return [...wrongLevel(record), ...wrongNumbers(rule, record, last)];
        }),
        ...(ruleDetails.value ?? []).flatMap(({ developerName: record, createdFrom }): Finding[] =>
            createdFrom !== null && createdFrom > setUp.today
                ? [{ code: "createdFromAhead", args: { record, day: createdFrom } }]
                : []
        )
    ];
};

/** Records that no rule reads: a second one for a rule, or of a rule that there is not. */
export const checkUnusedRules: Check = ({ ruleDetails }) => {
    const names = new Map(rules.map((rule) => [developerName(rule.id), rule]));
    const details = "value" in ruleDetails ? (ruleDetails.value ?? []) : [];
    return details
        .filter(({ developerName: name }) => !names.has(name))
        .map(({ developerName: record, label }): Finding => {
            const other = rules.find((rule) => isAbout(rule, record, label));
            return other === undefined
                ? { code: "ruleRecordUnknown", args: { record } }
                : { code: "ruleRecordTwice", args: { record, other: developerName(other.id) } };
        });
};

/** Roles and product families that a record names are there to be chosen. */
export const checkNamedValues: Check = ({ ruleRecords, objects }) => {
    const valuesOf = (object: string, field: string): readonly string[] | null => {
        const described = objects.get(object);
        return described !== undefined && "value" in described ? (described.value?.picklists.get(field) ?? null) : null;
    };
    const [offeredRoles, offeredFamilies] = [
        valuesOf("OpportunityContactRole", "Role"),
        valuesOf("Product2", "Family")
    ];
    return ("value" in ruleRecords ? (ruleRecords.value ?? []) : []).flatMap((record): Finding[] => {
        const roles = notOffered(record.decisionRoles, offeredRoles);
        const families = notOffered(record.exemptFamilies, offeredFamilies);
        const named = { record: record.developerName };
        return [
            ...(roles.length === 0 ? [] : [{ code: "rolesUnknown", args: { ...named, roles } } as const]),
            ...(families.length === 0 ? [] : [{ code: "familiesUnknown", args: { ...named, families } } as const])
        ];
    });
};

/** A rule at Block that no running flow brings its facts. */
export const checkBlocks: Check = ({ ruleRecords, flows }) => {
    if ("unreadable" in ruleRecords || "unreadable" in flows) {
        return []; // told by the checks that read them
    }
    const running = new Set(flows.value.filter(({ isActive }) => isActive).map(({ name }) => name));
    return rules.flatMap((rule) => {
        const record = developerName(rule.id);
        const blocks = ruleRecords.value?.some((each) => each.developerName === record && each.level === "Block");
        return flowsOf(rule)
            .filter((flow) => blocks === true && !running.has(flow))
            .map((flow): Finding => ({ code: "blockCannotWork", args: { record, flow } }));
    });
};

function flowsOf(rule: RecordRule): string[] {
    const read: readonly string[] = fieldsRead(rule);
    const isAboutDecisions = read.includes("PW_Logged_Discount__c") || read.includes("PW_Approved_Discount__c");
    return ["PW_Stamp_Opportunity", ...(isAboutDecisions ? ["PW_Stamp_Decision"] : [])];
}

/** Up to letters, digits at the end and case, the name or the label is that of the rule. */
function isAbout(rule: RecordRule, record: string, label: string): boolean {
    const plain = (text: string): string => text.toLowerCase().replaceAll(/[\W_]|\d+$/g, "");
    const isTitle = languages.some((language) => rule.words[language].title === label);
    return isTitle || plain(record) === plain(rule.id);
}

function lastPosition({ stageRecords }: SetUp): Decimal | null {
    const records = "value" in stageRecords ? (stageRecords.value ?? []) : [];
    const positions = records.flatMap(({ position }) => (position === null ? [] : [position]));
    return positions.length === 0 ? null : Decimal.max(...positions);
}

function wrongLevel({ developerName: record, level }: RuleRecord): Finding[] {
    const isKnown = levels.some((each) => each === level);
    return isKnown ? [] : [{ code: "levelMisspelt", args: { record, level: level ?? "" } }];
}

function wrongNumbers(rule: RecordRule, settings: RuleRecord, last: Decimal | null): Finding[] {
    const { developerName: record, fromPosition, minimum, level } = settings;
    const numbers = {
        From_Position__c: fromPosition,
        Minimum__c: minimum,
        Tolerance__c: settings.tolerance,
        Minimum_Amount__c: settings.minimumAmount,
        Larger_Minimum__c: settings.largerMinimum,
        Larger_From_Position__c: settings.largerFromPosition,
        Larger_From_Amount__c: settings.largerFromAmount
    };
    const negative = Object.entries(numbers).flatMap(([field, value = null]): Finding[] =>
        value !== null && new Decimal(value).isNegative() && !new Decimal(value).isZero()
            ? [{ code: "thresholdNegative", args: { record, field, value } }]
            : []
    );
    const starts = { From_Position__c: fromPosition, Larger_From_Position__c: settings.largerFromPosition };
    const beyond = Object.entries(starts).flatMap(([field, position = null]): Finding[] =>
        position !== null && last?.lessThan(position) === true
            ? [{ code: "startBeyondLast", args: { record, field, position, last: last.toFixed() } }]
            : []
    );
    const isOn = level !== "Off";
    const hasNoStart = rule.defaults.fromProbability !== undefined && new Decimal(fromPosition ?? 0).isZero();
    // No people at all are always there; a discount of nothing is a rule, a strict one.
    const asksNothing =
        rule.defaults.minimum !== undefined &&
        (minimum === null || (rule.practice === "contactRoles" && new Decimal(minimum).isZero()));
    return [
        ...negative,
        ...(isOn && hasNoStart ? [{ code: "startMissing", args: { record } } as const] : []),
        ...(isOn ? beyond : []),
        ...(isOn && asksNothing ? [{ code: "minimumAsksNothing", args: { record } } as const] : [])
    ];
}

function notOffered(listed: string | null | undefined, offered: readonly string[] | null): string[] {
    const named = (listed ?? "").split(";").flatMap((value) => (value.trim() === "" ? [] : [value.trim()]));
    return offered === null ? [] : named.filter((value) => !offered.includes(value));
}
