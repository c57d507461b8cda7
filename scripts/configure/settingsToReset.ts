import { developerName, rules } from "c/pwPolicy";
import { Decimal } from "decimal.js";
import type { CustomMetadataValue } from "../gate/customMetadata.ts";
import { isChosen, type OverlayPlan } from "../gate/overlayPlan.ts";
import { ruleRecordValues } from "../gate/ruleRecord.ts";
import type { OrgFeatures } from "./features.ts";

/** A setting of a rule that the org has otherwise, and that a deploy puts to what is chosen. Null is blank. */
export interface SettingToReset {
    readonly ruleId: string;
    /** API name on PW_Rule__mdt. */
    readonly field: string;
    readonly inOrg: string | null;
    readonly chosen: string | null;
}

/** Levels apart, which are taken over. */
export function settingsToReset(
    { ruleSettings }: Pick<OrgFeatures, "ruleSettings">,
    plan: OverlayPlan
): SettingToReset[] {
    return rules
        .filter(({ practice }) => isChosen(plan, practice))
        .flatMap((rule) => {
            const inOrg = ruleSettings.get(developerName(rule.id));
            if (inOrg === undefined) return [];
            return Object.entries(ruleRecordValues(rule, plan))
                .filter(([field]) => field !== "Level__c")
                .map(([field, value]) => ({ field, inOrg: inOrg[field] ?? null, chosen: textOf(value) }))
                .filter(({ inOrg: found, chosen }) => !isSameSetting(found, chosen))
                .map((setting) => ({ ruleId: rule.id, ...setting }));
        });
}

function textOf(value: CustomMetadataValue): string | null {
    if (value === null || typeof value === "string") return value;
    return "number" in value ? value.number : value.date;
}

/** "1.0" is 1, and ";A;B;" lists what "A;B" does. */
export function isSameSetting(one: string | null, other: string | null): boolean {
    if (one === null || other === null) return (one ?? "") === (other ?? "");
    if (isNumber.test(one) && isNumber.test(other)) return new Decimal(one).equals(other);
    return listed(one) === listed(other);
}

const isNumber = /^-?\d+(\.\d+)?$/;

function listed(text: string): string {
    return text
        .split(";")
        .map((each) => each.trim())
        .filter((each) => each !== "")
        .join(";");
}
