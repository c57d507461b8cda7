import { FormulaError } from "../formula/formula.ts";
import type { NullMode } from "../formula/formula.ts";
import { compileFormulaField } from "../save/formulaFields.ts";
import { computed, field } from "../schema/fields.ts";
import type { FieldSchema, FieldType, ObjectSchema } from "../schema/objectSchema.ts";
import type { DeployContext } from "./deployContext.ts";
import { DeployProblem } from "./deployProblem.ts";
import { commonOptions, digitsOf } from "./fieldTypes.ts";
import { childNamed, requiredText, textOf } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

const types: Readonly<Record<string, FieldType>> = {
    Checkbox: "boolean",
    Currency: "currency",
    Date: "date",
    DateTime: "datetime",
    Number: "double",
    Percent: "percent",
    Text: "string"
};

/** The longest text that a formula field shows. */
const longestText = 1300;

const nullModes: Readonly<Record<string, NullMode>> = { BlankAsBlank: "blankAsBlank", BlankAsZero: "blankAsZero" };

/** A field that is computed whenever it is read. Throws DeployProblem for what its formula doesn't know. */
export function formulaFieldOf(
    context: DeployContext,
    object: ObjectSchema,
    name: string,
    element: XmlElement
): FieldSchema {
    const what = `CustomField ${object.name}.${name}`;
    if (object.kind === "customMetadata" || object.kind === "customSetting") {
        throw new DeployProblem(`${what}: ${object.name} can't have a formula field in this local org`, element.line);
    }
    const typeName = requiredText(element, "type", what);
    const type = types[typeName];
    if (type === undefined) {
        throw new DeployProblem(
            `${what}: a formula of type ${typeName} is not supported by this local org`,
            element.line
        );
    }
    const declared = field(name, type, {
        ...commonOptions(element, what),
        nillable: type !== "boolean",
        length: type === "string" ? longestText : 0,
        ...(["double", "currency", "percent"].includes(type) ? digitsOf(element, what) : {})
    });
    const text = requiredText(element, "formula", what);
    const formulaField = computed(declared, { kind: "formula", text, treatBlanksAs: nullModeOf(element, what) });
    checkFormulaField(context, object, formulaField, childNamed(element, "formula")?.line);
    return formulaField;
}

/** Throws DeployProblem where the field's formula can't be computed in the org as it is now. */
export function checkFormulaField(
    { org }: Pick<DeployContext, "org">,
    object: ObjectSchema,
    formulaField: FieldSchema,
    line: number | null = null
): void {
    try {
        compileFormulaField(org, object, formulaField);
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        throw new DeployProblem(`CustomField ${object.name}.${formulaField.name}: ${error.message}`, line);
    }
}

function nullModeOf(element: XmlElement, what: string): NullMode {
    const said = textOf(element, "formulaTreatBlanksAs") ?? "BlankAsZero";
    const mode = nullModes[said];
    if (mode === undefined) {
        throw new DeployProblem(`${what}: formulaTreatBlanksAs can't be ${said}`, element.line);
    }
    return mode;
}
