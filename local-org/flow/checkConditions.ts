import { Decimal } from "decimal.js";
import { DeployProblem } from "../metadata/deployProblem.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { Conditions, Filters, FlowOperand, ResourceType } from "./compiledFlow.ts";
import { typeOfReference } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { mergeFieldsOf } from "./mergeText.ts";
import { fits, typeOfField, valueType } from "./resourceTypes.ts";

/** Checks the conditions of one outcome of a decision, or of a collection filter. */
export function checkRule(names: FlowNames, rule: Conditions, what: string): void {
    for (const { left, operator, right } of rule.conditions) {
        const type = typeOfReference(names, left);
        if (type === undefined) throw new DeployProblem(`${what}: ${left} is not known in this flow`);
        const isField = left.startsWith("$Record.") && !left.slice("$Record.".length).includes(".");
        if (operator === "IsChanged" && !(isField && names.hasPrior))
            throw new DeployProblem(`${what}: IsChanged asks for a field of an updated $Record, not ${left}`);
        checkComparison(type, operator, typeOfOperand(names, right, type, what), right, `${what}: ${left}`);
    }
}

/** Checks the filters of the start, or of elements that look for records: there IsChanged has no meaning. */
export function checkFilters(
    names: FlowNames,
    object: ObjectSchema,
    { filters }: Filters,
    what: string,
    place: "entry" | "lookup"
): void {
    for (const { field: fieldName, operator, value } of filters) {
        const field = names.org.schema.field(object, fieldName);
        if (field === undefined) throw new DeployProblem(`${what}: ${object.name} has no field ${fieldName}`);
        if (!field.filterable) throw new DeployProblem(`${what}: ${object.name}.${field.name} can't be filtered by`);
        if (place === "lookup" && operator === "IsChanged")
            throw new DeployProblem(`${what}: records can't be looked up by IsChanged`);
        if (operator === "IsChanged" && !names.hasPrior)
            throw new DeployProblem(`${what}: IsChanged asks for a flow that runs on updates`);
        const type = typeOfField(field);
        checkComparison(type, operator, typeOfOperand(names, value, type, what), value, `${what}: ${field.name}`);
    }
}

/** The type of a value; null for a blank. An API name or Id written as text fits whatever text does. */
export function typeOfOperand(
    names: FlowNames,
    operand: FlowOperand,
    wanted: ResourceType,
    what: string
): ResourceType | null {
    if ("reference" in operand) {
        const type = typeOfReference(names, operand.reference);
        if (type === undefined) throw new DeployProblem(`${what}: ${operand.reference} is not known in this flow`);
        return type;
    }
    if ("template" in operand) {
        checkMergeFields(names, operand.template, what);
        return valueType("String");
    }
    const { literal } = operand;
    if (literal === null || literal === "") return null;
    if (typeof literal === "boolean") return valueType("Boolean");
    if (Decimal.isDecimal(literal)) return valueType("Number");
    const isTime = (wanted.dataType === "Date" || wanted.dataType === "DateTime") && /^\d{4}-\d{2}-\d{2}/.test(literal);
    return isTime ? valueType(literal.length === 10 ? "Date" : "DateTime") : valueType("String");
}

/** Checks what is merged into a text. How a date or a number is written there depends on the user's locale. */
export function checkMergeFields(names: FlowNames, text: string, what: string): void {
    for (const reference of mergeFieldsOf(text)) {
        const type = typeOfReference(names, reference);
        if (type === undefined) throw new DeployProblem(`${what}: {!${reference}} is not known in this flow`);
        if (type.isCollection || !["String", "Picklist"].includes(type.dataType)) {
            throw new DeployProblem(
                `${what}: {!${reference}} is not a text; put TEXT({!${reference}}) in a formula and name that`
            );
        }
    }
}

function checkComparison(
    left: ResourceType,
    operator: string,
    right: ResourceType | null,
    operand: FlowOperand,
    what: string
): void {
    const fail = (reason: string): DeployProblem => new DeployProblem(`${what} ${operator}: ${reason}`);
    switch (operator) {
        case "IsNull":
        case "IsBlank":
        case "IsEmpty":
        case "IsChanged":
            if (!isFlag(operand)) throw fail("the right side must be true or false");
            return;
        case "In":
        case "NotIn":
            if (right?.isCollection !== true || !fits(left, { ...right, isCollection: false }))
                throw fail("the right side must be a collection of the same type");
            return;
        case "Contains":
            if (left.isCollection && right !== null && fits({ ...left, isCollection: false }, right)) return;
            break;
        case "EqualTo":
        case "NotEqualTo":
            if (right === null) return;
    }
    if (left.isCollection || left.dataType === "SObject") throw fail("the left side must be a single value");
    if (right === null || !fits(left, right)) throw fail("the two sides are of different types");
    const isText = left.dataType === "String" || left.dataType === "Picklist";
    if (["Contains", "StartsWith", "EndsWith"].includes(operator) && !isText) throw fail("both sides must be texts");
}

function isFlag(operand: FlowOperand): boolean {
    if ("literal" in operand) return typeof operand.literal === "boolean";
    return "reference" in operand && operand.reference.startsWith("$GlobalConstant.");
}
