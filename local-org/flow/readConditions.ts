import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkShape, childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { Conditions, Filters } from "./compiledFlow.ts";
import { parseConditionLogic } from "./conditionLogic.ts";
import { conditionShape, connectorShape, filterShape } from "./elementShapes.ts";
import { comparisonOperators } from "./flowShapes.ts";
import { readOperand } from "./flowValues.ts";

/** Where the connector leads; null where there is none. */
export function connectorOf(element: XmlElement, tag: string, what: string): string | null {
    const connector = childNamed(element, tag);
    if (connector === undefined) return null;
    checkShape(connector, connectorShape, what);
    return requiredText(connector, "targetReference", what);
}

/** The conditions of an outcome or of a collection filter, with their logic. */
export function readConditions(element: XmlElement, what: string): Conditions {
    const conditions = childrenNamed(element, "conditions").map((condition) => {
        checkShape(condition, conditionShape, what);
        const operator = requiredText(condition, "operator", what);
        checkOperator(operator, comparisonOperators, what, condition.line);
        return {
            left: requiredText(condition, "leftValueReference", what),
            operator,
            right: readOperand(condition, "rightValue", what)
        };
    });
    return {
        conditions,
        logic: parseConditionLogic(textOf(element, "conditionLogic") ?? "and", conditions.length, what)
    };
}

/** The filters of a start, or of an element that looks for records. */
export function readFilters(element: XmlElement, what: string): Filters {
    const filters = childrenNamed(element, "filters").map((filter) => {
        checkShape(filter, filterShape, what);
        const operator = requiredText(filter, "operator", what);
        checkOperator(
            operator,
            comparisonOperators.filter((each) => each !== "IsBlank" && each !== "IsEmpty"),
            what,
            filter.line
        );
        return { field: requiredText(filter, "field", what), operator, value: readOperand(filter, "value", what) };
    });
    const logic = textOf(element, "filterLogic") ?? "and";
    return {
        filters,
        logic: parseConditionLogic(logic, filters.length, what),
        allMustHold: logic.toLowerCase() === "and"
    };
}

/** Refuses an operator that this org doesn't know, by name. */
export function checkOperator(operator: string, known: readonly string[], what: string, line: number): void {
    if (!known.includes(operator))
        throw new DeployProblem(`${what}: operator ${operator} is not supported by this local org`, line);
}
