import { autoNumber } from "../schema/fields.ts";
import type { FieldOptions } from "../schema/fields.ts";
import type { AutoNumber, FieldSchema } from "../schema/objectSchema.ts";
import { DeployProblem } from "./deployProblem.ts";
import { integerOf, textOf } from "./readElement.ts";
import type { XmlElement } from "./xmlElement.ts";

export function autoNumberOf(name: string, element: XmlElement, what: string, common: FieldOptions): FieldSchema {
    return autoNumber(name, numberingOf(element, what), common);
}

/** `OR-{0000}` from 1 on, unless said otherwise. Dates in the format are refused. */
export function numberingOf(element: XmlElement, what: string): AutoNumber {
    const displayFormat = textOf(element, "displayFormat") ?? "{0}";
    if (/\{(YY|YYYY|MM|DD)\}/.test(displayFormat)) {
        throw new DeployProblem(
            `${what}: a date in displayFormat ${displayFormat} is not supported by this local org`,
            element.line
        );
    }
    if (displayFormat.length > 30 || !/^[^{}]*\{0{1,10}\}[^{}]*$/.test(displayFormat)) {
        throw new DeployProblem(
            `${what}: displayFormat ${displayFormat} must hold one number like {0000}, and at most 30 characters`,
            element.line
        );
    }
    return { displayFormat, startingNumber: integerOf(element, "startingNumber") ?? 1 };
}
