import { conjunction, developerName, fieldOf, formulaOfUnmet, printFormula, type RecordRule } from "c/pwPolicy";
import { guardOf, inValidationRule, passes } from "./guard.ts";
import type { OverlayPlan } from "./overlayPlan.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { validationRuleSpelling } from "./spelling.ts";
import { metadataXml } from "./xml.ts";

/** The formula that refuses the save: the guard, then the requirement definitely unmet. `field`: the org's own. */
export function gateFormula(rule: RecordRule, field: string | null = null): string {
    const spelling = validationRuleSpelling(rule.id, (fact) => fieldOf(rule, fact, field));
    return printFormula(conjunction([guardOf(rule, inValidationRule), ...passes(), formulaOfUnmet(rule, spelling)]));
}

export function validationRuleFile(rule: RecordRule, plan: OverlayPlan): WrittenFile {
    const name = developerName(rule.id);
    return {
        path: `objects/Opportunity/validationRules/PW_${name}.validationRule-meta.xml`,
        content: metadataXml("ValidationRule", {
            fullName: `PW_${name}`,
            active: "true",
            description: `Written from rule ${rule.id}. Change the rule, not this file.`,
            errorConditionFormula: gateFormula(rule, plan.rules[rule.id]?.field ?? null),
            errorDisplayField: "StageName",
            errorMessage: rule.words.en.message
        })
    };
}
