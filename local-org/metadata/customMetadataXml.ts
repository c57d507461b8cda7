import { Decimal } from "decimal.js";
import type { RecordValues, Value } from "../data/value.ts";
import type { Org } from "../org.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import { escapeXml } from "./xmlElement.ts";

const xsdTypes: Readonly<Partial<Record<FieldSchema["type"], string>>> = {
    boolean: "boolean",
    int: "double",
    double: "double",
    currency: "double",
    percent: "double",
    date: "date",
    datetime: "dateTime"
};

/** What stands inside a CustomMetadata file or SOAP record: label, protected and one `values` a custom field. */
export function customMetadataContent(
    org: Pick<Org, "schema" | "store">,
    object: ObjectSchema,
    row: Readonly<RecordValues>
): string {
    const values = [...object.fields.values()]
        .filter((field) => field.custom)
        .map((field) => valuesElement(field, asWritten(org, field, row[field.name] ?? null)))
        .join("");
    return `    <label>${escapeXml(String(row["MasterLabel"]))}</label>\n    <protected>false</protected>\n${values}`;
}

/** A metadata relationship is written with the other record's name. */
function asWritten({ schema, store }: Pick<Org, "schema" | "store">, field: FieldSchema, value: Value): Value {
    const target = field.reference === null || value === null ? undefined : schema.objectOfId(String(value));
    return target === undefined ? value : (store.read(target, String(value))?.["DeveloperName"] ?? null);
}

function valuesElement(field: FieldSchema, value: Value): string {
    const written =
        value === null
            ? `<value xsi:nil="true"/>`
            : `<value xsi:type="xsd:${xsdTypes[field.type] ?? "string"}">${escapeXml(textOf(value))}</value>`;
    return `    <values>\n        <field>${field.name}</field>\n        ${written}\n    </values>\n`;
}

// The platform writes every number with a point.
function textOf(value: NonNullable<Value>): string {
    if (!Decimal.isDecimal(value)) return String(value);
    return value.isInteger() ? value.toFixed(1) : value.toFixed();
}
