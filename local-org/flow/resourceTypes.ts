import type { FormulaType } from "../formula/formula.ts";
import { formulaTypeOf } from "../save/fieldPath.ts";
import type { FieldSchema } from "../schema/objectSchema.ts";
import type { FlowDataType, ResourceType } from "./compiledFlow.ts";

const dataTypes: Readonly<Record<FormulaType, FlowDataType>> = {
    text: "String",
    id: "String",
    time: "String",
    number: "Number",
    boolean: "Boolean",
    date: "Date",
    datetime: "DateTime",
    picklist: "Picklist"
};

const formulaTypes: Readonly<Record<Exclude<FlowDataType, "SObject">, FormulaType>> = {
    String: "text",
    // A variable of type Picklist holds the value's API name.
    Picklist: "text",
    Number: "number",
    Currency: "number",
    Boolean: "boolean",
    Date: "date",
    DateTime: "datetime"
};

export function valueType(dataType: FlowDataType): ResourceType {
    return { dataType, isCollection: false, objectName: null };
}

export function recordType(objectName: string, isCollection = false): ResourceType {
    return { dataType: "SObject", isCollection, objectName };
}

export function typeOfFormula(type: FormulaType): ResourceType {
    return valueType(dataTypes[type]);
}

export function typeOfField(field: FieldSchema): ResourceType {
    return typeOfFormula(formulaTypeOf(field));
}

/** The type inside a formula; undefined for records and collections, which formulas can't read. */
export function asFormulaType(type: ResourceType): FormulaType | undefined {
    return type.isCollection || type.dataType === "SObject" ? undefined : formulaTypes[type.dataType];
}

/** True when a value of one type may be compared with or assigned to the other, without conversion. */
export function fits(one: ResourceType, other: ResourceType): boolean {
    return (
        kindOf(one) === kindOf(other) && one.isCollection === other.isCollection && one.objectName === other.objectName
    );
}

export function itemOf(type: ResourceType): ResourceType {
    return { ...type, isCollection: false };
}

function kindOf({ dataType }: ResourceType): FlowDataType {
    if (dataType === "Picklist") return "String";
    return dataType === "Currency" ? "Number" : dataType;
}
