import type { RecordValues } from "../data/value.ts";
import type { FieldSchema, ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployComponent, DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { checkShape, childNamed, childrenNamed, requiredText, textOf } from "./readElement.ts";
import type { ElementShape } from "./readElement.ts";
import { valueOfText } from "./valueOfText.ts";
import type { XmlElement } from "./xmlElement.ts";

export const customMetadataShape: ElementShape = {
    enforced: ["label", "values"],
    kept: ["fullName", "description"],
    onlyAs: { protected: ["false"] }
};

const valueShape: ElementShape = { enforced: ["field", "value"], kept: [] };

/** `PW_Rule.Products_Present`: a row of PW_Rule__mdt. Fields that the file leaves out keep what they have. */
export const deployCustomMetadata: DeployComponent = (context, { fullName, element }) => {
    if (element === null) throw new DeployProblem("it is not a metadata file");
    checkShape(element, customMetadataShape, `CustomMetadata ${fullName}`);
    const { object, developerName } = findType(context, fullName);
    if (!/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(developerName) || developerName.length > 40) {
        throw new DeployProblem(
            `CustomMetadata ${fullName}: ${developerName} is not a valid record name`,
            element.line
        );
    }
    const existing = recordNamed(context, object, developerName);
    const label =
        existing === undefined || textOf(element, "label") !== undefined
            ? requiredText(element, "label", `CustomMetadata ${fullName}`)
            : String(existing["MasterLabel"]);
    if (label.length > 40)
        throw new DeployProblem(`CustomMetadata ${fullName}: the label has more than 40 characters`, element.line);
    const given = givenValues(context, object, element, fullName);
    checkRequired(object, { ...existing, ...given }, fullName, existing === undefined);
    write(context, object, existing, { developerName, label, given });
    return existing === undefined ? "created" : "changed";
};

/** The row of a custom metadata record; undefined where there is none of that name. */
export function recordNamed(
    { org }: Pick<DeployContext, "org">,
    object: ObjectSchema,
    developerName: string
): RecordValues | undefined {
    return org.store
        .readMany(object)
        .find((row) => String(row["DeveloperName"]).toLowerCase() === developerName.toLowerCase());
}

/** The type and the name of a record's full name, written with or without `__mdt`. Throws DeployProblem for an unknown type. */
export function findType(
    { org }: Pick<DeployContext, "org">,
    fullName: string
): { object: ObjectSchema; developerName: string } {
    const [typeName = "", developerName = "", ...rest] = fullName.split(".");
    const object = org.schema.object(typeName.endsWith("__mdt") ? typeName : `${typeName}__mdt`);
    if (object?.kind !== "customMetadata" || developerName === "" || rest.length > 0) {
        throw new DeployProblem(
            `CustomMetadata ${fullName}: ${typeName}__mdt is not a custom metadata type of this org`
        );
    }
    return { object, developerName };
}

function givenValues(
    context: DeployContext,
    object: ObjectSchema,
    element: XmlElement,
    fullName: string
): RecordValues {
    const given: RecordValues = {};
    for (const entry of childrenNamed(element, "values")) {
        checkShape(entry, valueShape, `CustomMetadata ${fullName}, values`);
        const name = requiredText(entry, "field", `CustomMetadata ${fullName}, values`);
        const field = context.org.schema.field(object, name);
        if (field === undefined || !field.custom) {
            throw new DeployProblem(`CustomMetadata ${fullName}: ${object.name} has no field ${name}`, entry.line);
        }
        const value = childNamed(entry, "value");
        const isNil = value === undefined || value.attributes["xsi:nil"] === "true";
        const text = isNil ? "" : value.text;
        given[field.name] =
            field.reference === null || text === ""
                ? valueOfText(field, text)
                : idOfRecord(context, field, text, fullName);
    }
    return given;
}

/** A metadata relationship is written with the other record's name. */
function idOfRecord(context: DeployContext, field: FieldSchema, name: string, fullName: string): string {
    const target = context.org.schema.object(field.reference?.to[0] ?? "");
    const row = target === undefined ? undefined : recordNamed(context, target, name);
    if (row === undefined) {
        throw new DeployProblem(
            `CustomMetadata ${fullName}: ${field.name} names ${name}, which is no record of ${target?.name}`
        );
    }
    return String(row["Id"]);
}

function checkRequired(object: ObjectSchema, values: RecordValues, fullName: string, isNew: boolean): void {
    for (const field of object.fields.values()) {
        const isBlank = (values[field.name] ?? null) === null;
        const hasDefault = isNew && !(field.name in values) && field.defaultValue !== null;
        if (field.custom && !field.nillable && field.type !== "boolean" && isBlank && !hasDefault) {
            throw new DeployProblem(`CustomMetadata ${fullName}: required field ${field.name} is missing`);
        }
    }
}

interface Written {
    readonly developerName: string;
    readonly label: string;
    readonly given: RecordValues;
}

function write(
    { org }: DeployContext,
    object: ObjectSchema,
    existing: RecordValues | undefined,
    written: Written
): void {
    const named = { MasterLabel: written.label, Label: written.label };
    if (existing !== undefined) {
        org.store.update(object, String(existing["Id"]), { ...named, ...written.given });
        return;
    }
    org.store.insert(object, {
        ...defaults(object),
        ...named,
        ...written.given,
        Id: org.store.newId(object),
        DeveloperName: written.developerName,
        QualifiedApiName: written.developerName,
        NamespacePrefix: null,
        Language: "en_US"
    });
}

function defaults(object: ObjectSchema): RecordValues {
    const custom = [...object.fields.values()].filter((field) => field.custom);
    return Object.fromEntries(custom.map((field) => [field.name, defaultOf(field)]));
}

function defaultOf(field: FieldSchema): RecordValues[string] {
    if (typeof field.defaultValue === "boolean") return field.defaultValue;
    return field.defaultValue === null
        ? field.type === "boolean"
            ? false
            : null
        : valueOfText(field, field.defaultValue);
}
