import type { ValidationRule } from "../metadata/deployed.ts";
import { FormulaError } from "../formula/formula.ts";
import type { FormulaScope } from "../formula/formula.ts";
import { formulaScope } from "./formulaScope.ts";
import { refuse, unrefused } from "./pendingRecord.ts";
import type { PendingRecord, SaveBatch } from "./pendingRecord.ts";

/** Step 5, second half. Every rule is asked of every record, so that a user sees all that is wrong at once. */
export function checkValidationRules(batch: SaveBatch): void {
    const rules = batch.org.deployed.validationRules(batch.object.name).filter((rule) => rule.active);
    if (rules.length === 0) return;
    for (const record of unrefused(batch)) {
        const scope = formulaScope(batch.org, batch.object, record, batch.user);
        rules.forEach((rule) => checkRule(batch, record, rule, scope));
    }
}

function checkRule({ org, user }: SaveBatch, record: PendingRecord, rule: ValidationRule, scope: FormulaScope): void {
    try {
        if (rule.condition.evaluate(scope, org.nullMode) !== true) return;
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        const message = `The formula in the "${rule.name}" validation rule is invalid: ${error.message}`;
        refuse(record, "FORMULA_EXPRESSION_INVALID", message);
        return;
    }
    const fields = rule.displayField === null ? [] : [rule.displayField];
    refuse(record, "FIELD_CUSTOM_VALIDATION_EXCEPTION", messageOf(org, rule, user), fields);
}

/** In the language of who saves, where the rule is translated into that. */
function messageOf({ deployed }: SaveBatch["org"], rule: ValidationRule, { language }: SaveBatch["user"]): string {
    const translation = deployed.translation(rule.object, language);
    return translation?.messages.get(rule.name.toLowerCase()) ?? rule.message;
}
