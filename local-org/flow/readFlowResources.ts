import { DeployProblem } from "../metadata/deployProblem.ts";
import {
    booleanOf,
    checkShape,
    childNamed,
    childrenNamed,
    integerOf,
    requiredText,
    textOf
} from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { FlowDataType, FlowOperand, ResourceType } from "./compiledFlow.ts";
import { resourceShapes } from "./flowShapes.ts";
import { readOperand } from "./flowValues.ts";
import { valueType } from "./resourceTypes.ts";

const dataTypes: readonly FlowDataType[] = [
    "String",
    "Number",
    "Currency",
    "Boolean",
    "Date",
    "DateTime",
    "Picklist",
    "SObject"
];

/** A resource as its XML says it; formulas are compiled once all names are known. */
export interface ReadResource {
    readonly kind: "variable" | "constant" | "formula" | "textTemplate";
    readonly name: string;
    readonly type: ResourceType;
    readonly value: FlowOperand | null;
    /** The formula's expression or the template's text. */
    readonly text: string;
    /** Decimal places of a number. */
    readonly scale: number;
    readonly isInput: boolean;
    readonly isOutput: boolean;
    readonly line: number;
}

const kinds: Readonly<Record<string, ReadResource["kind"]>> = {
    variables: "variable",
    constants: "constant",
    formulas: "formula",
    textTemplates: "textTemplate"
};

/** Every variable, constant, formula and text template of the flow. Throws DeployProblem for what this org can't keep. */
export function readFlowResources(root: XmlElement, flowName: string): ReadResource[] {
    return Object.entries(kinds).flatMap(([tag, kind]) =>
        childrenNamed(root, tag).map((element) => {
            const name = requiredText(element, "name", `Flow ${flowName}`);
            const what = `Flow ${flowName}: ${kind} '${name}'`;
            const shape = resourceShapes[tag];
            if (shape !== undefined) checkShape(element, shape, what);
            const type = kind === "textTemplate" ? valueType("String") : typeOf(element, what);
            return {
                kind,
                name,
                type,
                value: childNamed(element, "value") === undefined ? null : readOperand(element, "value", what),
                text: textIn(element, kind, what),
                scale: scaleOf(element, kind, type, what),
                isInput: booleanOf(element, "isInput", false),
                isOutput: booleanOf(element, "isOutput", false),
                line: element.line
            };
        })
    );
}

function typeOf(element: XmlElement, what: string): ResourceType {
    const named = requiredText(element, "dataType", what);
    const dataType = dataTypes.find((each) => each === named);
    if (dataType === undefined)
        throw new DeployProblem(`${what}: data type ${named} is not supported by this local org`, element.line);
    const objectName = dataType === "SObject" ? requiredText(element, "objectType", what) : null;
    return { dataType, isCollection: booleanOf(element, "isCollection", false), objectName };
}

function textIn(element: XmlElement, kind: ReadResource["kind"], what: string): string {
    if (kind === "formula") return requiredText(element, "expression", what);
    return kind === "textTemplate" ? (textOf(element, "text") ?? "") : "";
}

function scaleOf(element: XmlElement, kind: ReadResource["kind"], { dataType }: ResourceType, what: string): number {
    const scale = integerOf(element, "scale");
    const isNumber = dataType === "Number" || dataType === "Currency";
    if (kind === "formula" && isNumber && scale === undefined) {
        throw new DeployProblem(`${what}: a formula that gives a number needs its scale`, element.line);
    }
    return scale ?? 0;
}
