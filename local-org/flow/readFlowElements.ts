import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childNamed, childrenNamed, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { Conditions, Filters, FlowElement } from "./compiledFlow.ts";
import { parseConditionLogic } from "./conditionLogic.ts";
import {
    assignmentItemShape,
    assignmentOperators,
    comparisonOperators,
    conditionShape,
    connectorShape,
    decisionRuleShape,
    elementShapes,
    errorMessageShape,
    filterShape
} from "./flowShapes.ts";
import { readOperand } from "./flowValues.ts";

/** Every element of the flow by name. Throws DeployProblem naming what this org can't run. */
export function readFlowElements(root: XmlElement, flowName: string): Map<string, FlowElement> {
    const elements = new Map<string, FlowElement>();
    for (const element of root.children) {
        const shape = elementShapes[element.name];
        if (shape === undefined) continue;
        const name = requiredText(element, "name", `Flow ${flowName}`);
        const what = `Flow ${flowName}: element '${name}'`;
        checkShape(element, shape, what);
        if (elements.has(name)) throw new DeployProblem(`${what} stands there twice`, element.line);
        elements.set(name, readElement(element, name, what));
    }
    return elements;
}

function readElement(element: XmlElement, name: string, what: string): FlowElement {
    const next = connectorOf(element, "connector", what);
    switch (element.name) {
        case "assignments":
            return {
                kind: "assignments",
                name,
                next,
                items: childrenNamed(element, "assignmentItems").map((item) => readItem(item, what))
            };
        case "decisions":
            return {
                kind: "decisions",
                name,
                next: connectorOf(element, "defaultConnector", what),
                rules: childrenNamed(element, "rules").map((rule) => readRule(rule, what))
            };
        case "recordLookups":
            return readLookup(element, name, next, what);
        case "loops":
            return {
                kind: "loops",
                name,
                next: connectorOf(element, "noMoreValuesConnector", what),
                collection: requiredText(element, "collectionReference", what),
                descending: textOf(element, "iterationOrder") === "Desc",
                into: textOf(element, "assignNextValueToReference") ?? null,
                body: connectorOf(element, "nextValueConnector", what)
            };
        default:
            return {
                kind: "customErrors",
                name,
                next,
                messages: childrenNamed(element, "customErrorMessages").map((each) => readMessage(each, what))
            };
    }
}

export function connectorOf(element: XmlElement, tag: string, what: string): string | null {
    const connector = childNamed(element, tag);
    if (connector === undefined) return null;
    checkShape(connector, connectorShape, what);
    return requiredText(connector, "targetReference", what);
}

function readItem(
    item: XmlElement,
    what: string
): { target: string; operator: string; value: ReturnType<typeof readOperand> } {
    checkShape(item, assignmentItemShape, what);
    const operator = requiredText(item, "operator", what);
    // AddItem is what older flows call Add to a collection.
    const known = operator === "AddItem" ? "Add" : operator;
    checkOperator(known, assignmentOperators, what, item.line);
    return {
        target: requiredText(item, "assignToReference", what),
        operator: known,
        value: readOperand(item, "value", what)
    };
}

function readRule(rule: XmlElement, what: string): Conditions & { name: string; next: string | null } {
    checkShape(rule, decisionRuleShape, what);
    const conditions = childrenNamed(rule, "conditions").map((condition) => {
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
        name: requiredText(rule, "name", what),
        conditions,
        logic: parseConditionLogic(textOf(rule, "conditionLogic") ?? "and", conditions.length, what),
        next: connectorOf(rule, "connector", what)
    };
}

/** The filters of a start or of Get Records. */
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

function readLookup(element: XmlElement, name: string, next: string | null, what: string): FlowElement {
    const queried = childrenNamed(element, "queriedFields").map((field) => field.text);
    const sortField = textOf(element, "sortField");
    const into = textOf(element, "outputReference") ?? null;
    if (into === null && !booleanOf(element, "storeOutputAutomatically", false)) {
        throw new DeployProblem(`${what} (recordLookups) keeps its result nowhere`, element.line);
    }
    return {
        kind: "recordLookups",
        name,
        next,
        objectName: requiredText(element, "object", what),
        where: readFilters(element, what),
        firstOnly: booleanOf(element, "getFirstRecordOnly", true),
        queriedFields: queried.length === 0 ? null : queried,
        sort:
            sortField === undefined ? null : { field: sortField, descending: textOf(element, "sortOrder") === "Desc" },
        into,
        blankWhenNoneFound: into === null || booleanOf(element, "assignNullValuesIfNoRecordsFound", false)
    };
}

function readMessage(element: XmlElement, what: string): { text: string; field: string | null } {
    checkShape(element, errorMessageShape, what);
    const text = requiredText(element, "errorMessage", what);
    if (text.length > 255)
        throw new DeployProblem(`${what}: the message has ${text.length} characters; 255 is the most`, element.line);
    const isFieldError = booleanOf(element, "isFieldError", false);
    return { text, field: isFieldError ? requiredText(element, "fieldSelection", what) : null };
}

function checkOperator(operator: string, known: readonly string[], what: string, line: number): void {
    if (!known.includes(operator))
        throw new DeployProblem(`${what}: operator ${operator} is not supported by this local org`, line);
}
