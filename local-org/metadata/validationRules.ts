import type { CompiledFormula } from "../formula/formula.ts";
import { FormulaError } from "../formula/formula.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { formulaNames } from "../save/formulaScope.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { booleanOf, checkShape, childNamed, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";

export const validationRuleShape: ElementShape = {
    enforced: ["active", "errorConditionFormula", "errorDisplayField", "errorMessage"],
    kept: ["fullName", "description"]
};

/** The longest message that the platform shows. */
export const longestMessage = 255;

/** A rule works from its deploy on; its formula is parsed and every name in it is known. */
export const deployValidationRule: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    const [objectName = "", name = ""] = fullName.split(".");
    const object = context.org.schema.object(objectName);
    if (object === undefined) throw new DeployProblem(`${objectName} is not an object of this local org`);
    checkShape(element, validationRuleShape, `ValidationRule ${fullName}`);
    const message = requiredText(element, "errorMessage", `ValidationRule ${fullName}`);
    if (message.length > longestMessage) {
        throw new DeployProblem(
            `ValidationRule ${fullName}: the error message has ${message.length} characters; ${longestMessage} is the most`,
            childNamed(element, "errorMessage")?.line
        );
    }
    const formula = requiredText(element, "errorConditionFormula", `ValidationRule ${fullName}`);
    const line = childNamed(element, "errorConditionFormula")?.line ?? null;
    const existed = context.deployed.files("ValidationRule", fullName).length > 0;
    context.deployed.putValidationRule({
        object: object.name,
        name,
        active: booleanOf(element, "active", true),
        condition: compileCondition(context, object, fullName, formula, line),
        message,
        displayField: displayField(context, object, fullName, textOf(element, "errorDisplayField"))
    });
    return existed ? "changed" : "created";
};

/** The condition as it can be run. Throws DeployProblem where a name or function is unknown, or it isn't true or false. */
export function compileCondition(
    { org, compileFormula }: Pick<DeployContext, "org" | "compileFormula">,
    object: ObjectSchema,
    fullName: string,
    formula: string,
    line: number | null
): CompiledFormula {
    try {
        const condition = compileFormula(formula, formulaNames(org, object));
        if (condition.returns !== "boolean") {
            throw new DeployProblem(
                `ValidationRule ${fullName}: the formula gives ${condition.returns}; it must be true or false`,
                line
            );
        }
        return condition;
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        throw new DeployProblem(`ValidationRule ${fullName}: ${error.message}`, line);
    }
}

function displayField(
    { org }: DeployContext,
    object: ObjectSchema,
    fullName: string,
    name: string | undefined
): string | null {
    if (name === undefined) return null;
    const field = org.schema.field(object, name);
    if (field === undefined)
        throw new DeployProblem(
            `ValidationRule ${fullName}: errorDisplayField ${name} is not a field of ${object.name}`
        );
    return field.name;
}
