import { createHash } from "node:crypto";
import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import type { DisplayValue } from "./displayValue.ts";
import type { FieldTree } from "./fieldTree.ts";

/** A record as UI API gives it. */
export interface RecordRepresentation {
    readonly apiName: string;
    readonly childRelationships: Readonly<Record<string, never>>;
    readonly eTag: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
    readonly id: string;
    readonly lastModifiedById: string | null;
    readonly lastModifiedDate: string | null;
    readonly recordTypeId: string | null;
    readonly recordTypeInfo: RecordTypeInfo | null;
    readonly systemModstamp: string | null;
    /** Milliseconds of the last change. */
    readonly weakEtag: number;
}

interface RecordTypeInfo {
    readonly available: boolean;
    readonly defaultRecordTypeMapping: boolean;
    readonly master: boolean;
    readonly name: string;
    readonly recordTypeId: string;
}

export interface FieldValueRepresentation {
    readonly displayValue: string | null;
    readonly value: string | number | boolean | null | RecordRepresentation;
}

interface Source {
    readonly displayValue: DisplayValue;
    readParent(tree: FieldTree, id: string): RecordValues | undefined;
}

export function representationOf(source: Source, tree: FieldTree, row: Readonly<RecordValues>): RecordRepresentation {
    const { object } = tree;
    const fields = { ...ownFields(source, tree, row), ...parents(source, tree, row) };
    const modified = textOrNull(row["SystemModstamp"] ?? row["CreatedDate"]);
    return {
        apiName: object.name,
        childRelationships: {},
        eTag: createHash("md5").update(JSON.stringify(fields)).digest("hex"),
        fields: sortedByName(fields),
        id: String(row["Id"]),
        lastModifiedById: textOrNull(row["LastModifiedById"]),
        lastModifiedDate: textOrNull(row["LastModifiedDate"]),
        recordTypeId: recordTypeOf(object, row),
        recordTypeInfo: recordTypeInfoOf(object, row),
        systemModstamp: modified,
        weakEtag: modified === null ? 0 : Date.parse(modified)
    };
}

function ownFields(
    { displayValue }: Source,
    tree: FieldTree,
    row: Readonly<RecordValues>
): Record<string, FieldValueRepresentation> {
    return Object.fromEntries(
        [...tree.fields.values()].map((field) => {
            const value = row[field.name] ?? null;
            return [field.name, { displayValue: displayValue(field, value), value: plainValue(value) }];
        })
    );
}

function parents(
    source: Source,
    tree: FieldTree,
    row: Readonly<RecordValues>
): Record<string, FieldValueRepresentation> {
    return Object.fromEntries(
        [...tree.parents].map(([relationshipName, parent]) => {
            const id = row[parent.reference.name];
            const parentRow = typeof id === "string" ? source.readParent(parent.tree, id) : undefined;
            if (parentRow === undefined) return [relationshipName, { displayValue: null, value: null }];
            const value = representationOf(source, parent.tree, parentRow);
            return [relationshipName, { displayValue: nameOf(parent.tree.object, parentRow), value }];
        })
    );
}

export function plainValue(value: Value): string | number | boolean | null {
    return Decimal.isDecimal(value) ? value.toNumber() : value;
}

function nameOf(object: ObjectSchema, row: Readonly<RecordValues>): string | null {
    const nameField = [...object.fields.values()].find((field) => field.nameField);
    return textOrNull(nameField === undefined ? null : row[nameField.name]);
}

function recordTypeOf(object: ObjectSchema, row: Readonly<RecordValues>): string | null {
    return object.fields.has("RecordTypeId") ? textOrNull(row["RecordTypeId"]) : null;
}

function recordTypeInfoOf(object: ObjectSchema, row: Readonly<RecordValues>): RecordTypeInfo | null {
    const recordType = object.recordTypes?.find(({ id }) => id === row["RecordTypeId"]);
    if (recordType === undefined) return null;
    const { active, id, name } = recordType;
    return { available: active, defaultRecordTypeMapping: false, master: false, name, recordTypeId: id };
}

function textOrNull(value: Value | undefined): string | null {
    return typeof value === "string" ? value : null;
}

function sortedByName<T>(fields: Record<string, T>): Record<string, T> {
    return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
