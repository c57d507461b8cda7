import type { Condition } from "./condition.ts";
import type { RecordRule, RuleSettings } from "./rule.ts";
import { isUnset, listIn } from "./settings.ts";

/**
 * The opportunities for which an admin wants a rule, whichever rule it is. One whose amount is blank is not known to
 * be large, and a formula can't tell a blank amount from 0: a rule with a minimum amount leaves both alone.
 */
const scope: readonly Condition[] = [
    { listed: "PW_Record_Type__c", in: "recordTypes", whenBlank: "unmet" },
    {
        number: "Amount",
        is: "atLeast",
        than: { setting: "minimumAmount" },
        whenBlank: "unmet",
        whenUnset: "met"
    }
];

/** When the rule applies: where it says so itself, among the opportunities for which an admin wants it. */
export function appliesWhen({ when }: RecordRule): Condition {
    return { all: [...("all" in when ? when.all : [when]), ...scope] };
}

/** What these settings leave of a condition, without the parts that nobody set; null: nothing is asked. */
export function asSet(condition: Condition, settings: RuleSettings): Condition | null {
    if ("all" in condition) {
        const all = condition.all.flatMap((part) => asSet(part, settings) ?? []);
        return all.length === 0 ? null : { all };
    }
    if ("any" in condition) {
        const any = condition.any.map((part) => asSet(part, settings));
        return any.includes(null) ? null : { any: any.filter((part) => part !== null) };
    }
    if ("if" in condition) {
        const [asked, then] = [asSet(condition.if, settings), asSet(condition.then, settings)];
        return asked === null || then === null ? then : { if: asked, then };
    }
    if ("listed" in condition) {
        return listIn(settings, condition.in) === null ? null : condition;
    }
    const isLeftOut =
        "number" in condition &&
        condition.whenUnset === "met" &&
        "setting" in condition.than &&
        isUnset(settings, condition.than.setting);
    return isLeftOut ? null : condition;
}
