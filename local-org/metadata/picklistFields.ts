import { field } from "../schema/fields.ts";
import type { FieldOptions } from "../schema/fields.ts";
import type { FieldSchema, PicklistValue } from "../schema/objectSchema.ts";
import { DeployProblem } from "./deployProblem.ts";
import { picklistValueShape, valueSetDefinitionShape, valueSetShape } from "./fieldShape.ts";
import { booleanOf, checkShape, childNamed, childrenNamed, requiredText, textOf } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

/** As describe tells it of a multi-select picklist. */
const longestMultiselect = 4099;

/** A picklist with its own values; global value sets and controlling fields are refused. */
export function picklistOf(
    name: string,
    type: "picklist" | "multipicklist",
    element: XmlElement,
    what: string,
    common: FieldOptions
): FieldSchema {
    const valueSet = childNamed(element, "valueSet");
    if (valueSet === undefined) throw new DeployProblem(`${what}: required element valueSet is missing`, element.line);
    checkShape(valueSet, valueSetShape, `${what}, valueSet`);
    const definition = childNamed(valueSet, "valueSetDefinition");
    if (definition === undefined)
        throw new DeployProblem(`${what}: required element valueSetDefinition is missing`, valueSet.line);
    checkShape(definition, valueSetDefinitionShape, `${what}, valueSetDefinition`);
    const values = childrenNamed(definition, "value").map((value) => picklistValue(value, what));
    if (values.length === 0) throw new DeployProblem(`${what}: a picklist needs at least one value`, definition.line);
    const declared = field(name, type, {
        ...common,
        length: type === "picklist" ? 255 : longestMultiselect,
        restrictedPicklist: booleanOf(valueSet, "restricted", false),
        defaultValue: values.find((value) => value.isDefault)?.value ?? null
    });
    return { ...declared, picklistValues: values };
}

function picklistValue(element: XmlElement, what: string): PicklistValue {
    checkShape(element, picklistValueShape, `${what}, value`);
    const value = requiredText(element, "fullName", `${what}, value`);
    return {
        value,
        label: textOf(element, "label") ?? value,
        active: booleanOf(element, "isActive", true),
        isDefault: booleanOf(element, "default", false)
    };
}
