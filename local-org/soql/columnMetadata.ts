import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { Column } from "./scope.ts";

/** One column as `?columns=true` describes it; the parts of a path or a sub-select are `joinColumns`. */
export interface ColumnMetadata {
    readonly columnName: string;
    readonly displayName: string;
    readonly aggregate: boolean;
    readonly apexType: string;
    readonly booleanType: boolean;
    readonly custom: boolean;
    readonly foreignKeyName: string | null;
    readonly insertable: boolean;
    readonly joinColumns: readonly ColumnMetadata[];
    readonly numberType: boolean;
    readonly textType: boolean;
    readonly updatable: boolean;
}

export interface QueryMetadata {
    readonly columnMetadata: readonly ColumnMetadata[];
    readonly entityName: string;
    readonly groupBy: boolean;
    readonly idSelected: boolean;
    readonly keyPrefix: string;
}

const APEX_TYPES: Readonly<Record<FieldSchema["type"], string>> = {
    id: "Id",
    reference: "Id",
    string: "String",
    textarea: "String",
    boolean: "Boolean",
    int: "Integer",
    double: "Double",
    currency: "Decimal",
    percent: "Double",
    date: "Date",
    datetime: "Datetime",
    picklist: "String",
    multipicklist: "String",
    email: "String",
    phone: "String",
    url: "String",
    combobox: "String"
};
const NUMBER_TYPES: ReadonlySet<FieldSchema["type"]> = new Set(["int", "double", "currency", "percent"]);

const PLAIN: ColumnMetadata = {
    columnName: "",
    displayName: "",
    aggregate: false,
    apexType: "complexvalue",
    booleanType: false,
    custom: false,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false
};

/** `Account.Owner.Name` is a column Account that joins Owner that joins Name. */
export function pathMetadata(column: Column): ColumnMetadata {
    return column.source.references.reduceRight<ColumnMetadata>(
        (inner, reference) => ({
            ...PLAIN,
            columnName: reference.reference?.relationshipName ?? reference.name,
            displayName: reference.reference?.relationshipName ?? reference.name,
            custom: reference.custom,
            foreignKeyName: reference.name,
            joinColumns: [inner]
        }),
        fieldMetadata(column.field)
    );
}

export function childrenMetadata(name: string, columns: readonly ColumnMetadata[]): ColumnMetadata {
    return { ...PLAIN, columnName: name, displayName: name, aggregate: true, joinColumns: columns };
}

/** `columnName` is the alias or exprN, `displayName` the function as written. */
export function functionMetadata(columnName: string, displayName: string): ColumnMetadata {
    return { ...PLAIN, columnName, displayName, aggregate: true, apexType: "Double", numberType: true };
}

export function queryMetadata(
    object: ObjectSchema,
    columns: readonly ColumnMetadata[],
    groupBy: boolean
): QueryMetadata {
    return {
        columnMetadata: columns,
        entityName: object.name,
        groupBy,
        idSelected: columns.some((column) => column.columnName === "Id"),
        keyPrefix: object.keyPrefix
    };
}

export function fieldMetadata(field: FieldSchema): ColumnMetadata {
    const isNumber = NUMBER_TYPES.has(field.type);
    const isBoolean = field.type === "boolean";
    return {
        ...PLAIN,
        columnName: field.name,
        displayName: field.name,
        apexType: APEX_TYPES[field.type],
        booleanType: isBoolean,
        custom: field.custom,
        insertable: field.createable,
        numberType: isNumber,
        textType: APEX_TYPES[field.type] === "String",
        updatable: field.updateable
    };
}
