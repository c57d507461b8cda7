import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import type { ComponentMessage } from "./deployReport.ts";
import { runVersion } from "./flowVersions.ts";
import { checkFormulaField } from "./formulaFields.ts";
import { failure } from "./planPackage.ts";
import { compileCondition } from "./validationRules.ts";

/**
 * Compiles every rule and flow anew against the org as the deploy leaves it, so that a deploy that
 * removes or changes what they read fails and names them.
 */
export function checkDependents(context: DeployContext): ComponentMessage[] {
    return [...checkFormulas(context), ...checkRules(context), ...checkFlows(context)];
}

function checkFormulas(context: DeployContext): ComponentMessage[] {
    return context.org.schema
        .objects()
        .flatMap((object) =>
            [...object.fields.values()]
                .filter(({ computation }) => computation?.kind === "formula")
                .flatMap((field) =>
                    attempt("CustomField", `${object.name}.${field.name}`, () =>
                        checkFormulaField(context, object, field)
                    )
                )
        );
}

function checkRules(context: DeployContext): ComponentMessage[] {
    return context.deployed.allValidationRules().flatMap((rule) => {
        const fullName = `${rule.object}.${rule.name}`;
        const object = context.org.schema.object(rule.object);
        if (object === undefined)
            return [failure("ValidationRule", fullName, "", `${fullName} stands on an object that is gone`)];
        return attempt("ValidationRule", fullName, () => {
            const condition = compileCondition(context, object, fullName, rule.condition.text, null);
            context.deployed.putValidationRule({ ...rule, condition });
        });
    });
}

function checkFlows(context: DeployContext): ComponentMessage[] {
    return context.deployed
        .components()
        .filter(({ type }) => type === "Flow")
        .flatMap(({ fullName }) => attempt("Flow", fullName, () => runVersion(context, fullName)));
}

function attempt(type: string, fullName: string, check: () => void): ComponentMessage[] {
    try {
        check();
        return [];
    } catch (error) {
        if (!(error instanceof DeployProblem)) throw error;
        return [failure(type, fullName, "", `This deploy breaks it: ${error.message}`)];
    }
}
