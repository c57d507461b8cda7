import { conjunction, developerName, formulaOfUnmet, printFormula, type RecordRule } from "c/pwPolicy";
import { guardOf, inValidationRule, passes } from "./guard.ts";
import type { WrittenFile } from "../written/writtenFolder.ts";
import { validationRuleSpelling } from "./spelling.ts";
import { metadataXml } from "./xml.ts";

/** The formula that refuses the save: the guard, then the requirement definitely unmet. */
export function gateFormula(rule: RecordRule): string {
    return printFormula(
        conjunction([
            guardOf(rule, inValidationRule),
            ...passes(),
            formulaOfUnmet(rule, validationRuleSpelling(rule.id))
        ])
    );
}

export function validationRuleFile(rule: RecordRule): WrittenFile {
    const name = developerName(rule.id);
    return {
        path: `objects/Opportunity/validationRules/PW_${name}.validationRule-meta.xml`,
        content: metadataXml("ValidationRule", {
            fullName: `PW_${name}`,
            active: "true",
            description: `Written from rule ${rule.id}. Change the rule, not this file.`,
            errorConditionFormula: gateFormula(rule),
            errorDisplayField: "StageName",
            errorMessage: rule.words.en.message
        })
    };
}
