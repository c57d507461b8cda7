import { Decimal } from "decimal.js";
import type { Value } from "../data/value.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkShape, childNamed } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { FlowOperand } from "./compiledFlow.ts";
import { valueShape } from "./flowShapes.ts";
import { mergeFieldsOf } from "./mergeText.ts";

/** Reads `<value>` or `<rightValue>`; absent or empty is blank. */
export function readOperand(parent: XmlElement, tag: string, what: string): FlowOperand {
    const element = childNamed(parent, tag);
    if (element === undefined) return { literal: null };
    checkShape(element, valueShape, `${what}, ${tag}`);
    const [typed, ...more] = element.children;
    if (typed === undefined) return { literal: null };
    if (more.length > 0) throw new DeployProblem(`${what}: ${tag} holds more than one value`, element.line);
    if (typed.name === "elementReference") return { reference: typed.text };
    if (typed.name === "stringValue" && mergeFieldsOf(typed.text).length > 0) return { template: typed.text };
    return { literal: literalOf(typed, what) };
}

function literalOf({ name, text, line }: XmlElement, what: string): Value {
    const unfit = (): DeployProblem => new DeployProblem(`${what}: "${text}" is no ${name}`, line);
    switch (name) {
        case "numberValue":
            if (!/^[+-]?\d+(\.\d+)?$/.test(text)) throw unfit();
            return new Decimal(text);
        case "booleanValue":
            if (text !== "true" && text !== "false") throw unfit();
            return text === "true";
        case "dateValue":
            if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw unfit();
            return text;
        case "dateTimeValue": {
            const instant = new Date(text);
            if (Number.isNaN(instant.getTime())) throw unfit();
            return instant.toISOString();
        }
        default:
            return text;
    }
}
