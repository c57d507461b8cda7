import { autoNumberOf } from "./autoNumberFields.ts";
import { field } from "../schema/fields.ts";
import type { FieldOptions } from "../schema/fields.ts";
import type { FieldSchema, FieldType, ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { fieldTypeNames } from "./fieldShape.ts";
import { picklistOf } from "./picklistFields.ts";
import { booleanOf, childNamed, integerOf, requiredText, textOf } from "./readElement.ts";
import { metadataRelationshipOf, referenceOf } from "./referenceFields.ts";
import type { XmlElement } from "./xmlElement.ts";

const plainTypes: Readonly<Record<string, { type: FieldType; length: number }>> = {
    Date: { type: "date", length: 0 },
    DateTime: { type: "datetime", length: 0 },
    Email: { type: "email", length: 80 },
    Phone: { type: "phone", length: 40 },
    Url: { type: "url", length: 255 },
    TextArea: { type: "textarea", length: 255 }
};

const numberTypes: Readonly<Record<string, FieldType>> = { Number: "double", Currency: "currency", Percent: "percent" };

/** The field that the metadata describes, of every type but roll-ups. Throws DeployProblem for what is not supported. */
export function fieldOf(context: DeployContext, object: ObjectSchema, name: string, element: XmlElement): FieldSchema {
    const what = `CustomField ${object.name}.${name}`;
    const type = requiredText(element, "type", what);
    if (!(fieldTypeNames as readonly string[]).includes(type)) {
        throw new DeployProblem(
            `${what}: field type ${type} is not supported by this local org`,
            childNamed(element, "type")?.line
        );
    }
    const common = commonOptions(element, what);
    const plain = plainTypes[type];
    const number = numberTypes[type];
    if (plain !== undefined)
        return field(name, plain.type, {
            ...common,
            length: plain.length,
            defaultValue: literalDefault(element, what)
        });
    if (number !== undefined) return numberField(name, number, element, what, common);
    switch (type) {
        case "Checkbox":
            return field(name, "boolean", {
                ...common,
                nillable: false,
                defaultValue: booleanOf(element, "defaultValue", false)
            });
        case "Text":
            return textField(name, element, what, common);
        case "LongTextArea":
            return longTextField(name, element, what, common);
        case "Picklist":
            return picklistOf(name, "picklist", element, what, common);
        case "MultiselectPicklist":
            return picklistOf(name, "multipicklist", element, what, common);
        case "AutoNumber":
            return autoNumberOf(name, element, what, common);
        case "MetadataRelationship":
            return metadataRelationshipOf(context, object, name, element, common);
        default:
            return referenceOf(context, object, name, element, common);
    }
}

export function commonOptions(element: XmlElement, what: string): FieldOptions {
    const label = requiredText(element, "label", what);
    if (label.length > 40)
        throw new DeployProblem(`${what}: the label has ${label.length} characters; 40 is the most`, element.line);
    return {
        label,
        custom: true,
        nillable: !booleanOf(element, "required", false),
        unique: booleanOf(element, "unique", false),
        externalId: booleanOf(element, "externalId", false),
        trackHistory: booleanOf(element, "trackHistory", false),
        inlineHelpText: textOf(element, "inlineHelpText") ?? null
    };
}

/** What stands in a field with these digits. Throws DeployProblem for digits that the platform doesn't have. */
export function digitsOf(element: XmlElement, what: string): { precision: number; scale: number } {
    const precision = integerOf(element, "precision") ?? 0;
    const scale = integerOf(element, "scale");
    if (precision < 1 || precision > 18 || scale === undefined || scale > precision) {
        throw new DeployProblem(
            `${what}: precision must be from 1 to 18, and scale must be given and not above it`,
            element.line
        );
    }
    return { precision, scale };
}

function textField(name: string, element: XmlElement, what: string, common: FieldOptions): FieldSchema {
    const length = integerOf(element, "length") ?? 0;
    if (length < 1 || length > 255) throw new DeployProblem(`${what}: length must be from 1 to 255`, element.line);
    return field(name, "string", { ...common, length, defaultValue: literalDefault(element, what) });
}

function longTextField(name: string, element: XmlElement, what: string, common: FieldOptions): FieldSchema {
    const length = integerOf(element, "length") ?? 0;
    if (length < 256 || length > 131_072)
        throw new DeployProblem(`${what}: length must be from 256 to 131072`, element.line);
    if (integerOf(element, "visibleLines") === undefined) {
        throw new DeployProblem(`${what}: required element visibleLines is missing`, element.line);
    }
    return field(name, "textarea", {
        ...common,
        length,
        filterable: false,
        defaultValue: literalDefault(element, what)
    });
}

function numberField(
    name: string,
    type: FieldType,
    element: XmlElement,
    what: string,
    common: FieldOptions
): FieldSchema {
    return field(name, type, { ...common, ...digitsOf(element, what), defaultValue: literalDefault(element, what) });
}

/** A default is a formula; the ones read here are a quoted text and a number. */
function literalDefault(element: XmlElement, what: string): string | null {
    const text = textOf(element, "defaultValue");
    if (text === undefined) return null;
    const quoted = /^"([^"\\]*)"$|^'([^'\\]*)'$/.exec(text);
    if (quoted !== null) return quoted[1] ?? quoted[2] ?? "";
    if (/^-?\d+(\.\d+)?$/.test(text)) return text;
    throw new DeployProblem(
        `${what}: default value formula ${text} is not supported by this local org`,
        childNamed(element, "defaultValue")?.line
    );
}
