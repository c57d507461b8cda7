import { FormulaError } from "../formula/formula.ts";
import type { CompiledFormula, CompileFormula } from "../formula/formula.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { booleanOf, checkShape, childNamed, integerOf, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { NamesOfOrg } from "../save/formulaScope.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { checkFlow } from "./checkFlow.ts";
import type { CompiledFlow, FlowResource } from "./compiledFlow.ts";
import { flowFormulaNames } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import { elementShapes, flowShape, resourceShapes, startShape } from "./flowShapes.ts";
import { connectorOf, readFilters, readFlowElements } from "./readFlowElements.ts";
import { readFlowResources } from "./readFlowResources.ts";
import type { ReadResource } from "./readFlowResources.ts";
import { asFormulaType, fits, typeOfFormula } from "./resourceTypes.ts";

interface FlowContext {
    readonly org: NamesOfOrg;
    readonly compileFormula: CompileFormula;
}

const statuses = ["Active", "Draft", "Obsolete"];
const recordTriggerTypes = ["Create", "Update", "CreateAndUpdate"];

/**
 * Reads a before-save record-triggered flow and checks every element, name, type and connector in it.
 * Throws DeployProblem naming what this org can't run: a flow is never run in part.
 */
export function compileFlow(context: FlowContext, name: string, root: XmlElement): CompiledFlow {
    const what = `Flow ${name}`;
    refuseUnknownElements(root, name);
    checkShape(root, flowShape, what);
    const start = childNamed(root, "start");
    if (start === undefined)
        throw new DeployProblem(`${what}: only record-triggered flows are supported by this local org`, root.line);
    checkStart(start, what);
    const object = context.org.schema.object(requiredText(start, "object", what));
    if (object === undefined)
        throw new DeployProblem(`${what}: ${textOf(start, "object")} is not an object of this local org`, start.line);
    const read = readFlowResources(root, name);
    const elements = readFlowElements(root, name);
    checkNamesOnce(read, elements, what);
    const names: FlowNames = {
        org: context.org,
        object,
        elements,
        resources: new Map(read.map((each) => [each.name, each.type]))
    };
    const flow = {
        ...header(root, start, object, name),
        entryFormula: entryFormula(context, names, start, what),
        elements,
        resources: new Map(read.map((each) => [each.name, resourceOf(context, names, each, what)]))
    };
    checkFlow(flow, names);
    return flow;
}

function header(
    root: XmlElement,
    start: XmlElement,
    object: ObjectSchema,
    name: string
): Omit<CompiledFlow, "entryFormula" | "elements" | "resources"> {
    const what = `Flow ${name}`;
    const status = requiredText(root, "status", what);
    if (!statuses.includes(status))
        throw new DeployProblem(`${what}: status ${status} is not supported by this local org`, root.line);
    const trigger = requiredText(start, "recordTriggerType", what);
    return {
        name,
        object: object.name,
        triggerOrder: integerOf(root, "triggerOrder") ?? null,
        active: status === "Active",
        when: "beforeSave",
        onCreate: trigger !== "Update",
        onUpdate: trigger !== "Create",
        entry: readFilters(start, `${what}: start`),
        onlyWhenNewlyMet: booleanOf(start, "doesRequireRecordChangedToMeetCriteria", false),
        first: connectorOf(start, "connector", `${what}: start`)
    };
}

function refuseUnknownElements(root: XmlElement, flowName: string): void {
    for (const element of root.children) {
        const isElement = element.children.some((child) => child.name === "locationX");
        if (element.name === "start" || !isElement || element.name in elementShapes || element.name in resourceShapes)
            continue;
        const action = textOf(element, "actionType") ?? textOf(element, "collectionProcessorType");
        const kind = action === undefined ? element.name : `${element.name} ${action}`;
        const name = textOf(element, "name") ?? "";
        throw new DeployProblem(
            `Flow ${flowName}: element '${name}' (${kind}) is not supported by this local org`,
            element.line
        );
    }
}

function checkStart(start: XmlElement, what: string): void {
    const triggerType = textOf(start, "triggerType") ?? "none";
    if (triggerType !== "RecordBeforeSave") {
        throw new DeployProblem(
            `${what}: triggerType ${triggerType} is not supported by this local org; RecordBeforeSave is`,
            start.line
        );
    }
    const trigger = requiredText(start, "recordTriggerType", what);
    if (!recordTriggerTypes.includes(trigger)) {
        throw new DeployProblem(`${what}: recordTriggerType ${trigger} is not supported by this local org`, start.line);
    }
    checkShape(start, startShape, `${what}: start`);
}

function checkNamesOnce(
    resources: readonly ReadResource[],
    elements: ReadonlyMap<string, unknown>,
    what: string
): void {
    const seen = new Set(elements.keys());
    for (const { name, line } of resources) {
        if (seen.has(name)) throw new DeployProblem(`${what}: the name ${name} is used twice`, line);
        seen.add(name);
    }
}

function entryFormula(context: FlowContext, names: FlowNames, start: XmlElement, what: string): CompiledFormula | null {
    const text = textOf(start, "filterFormula");
    if (text === undefined) return null;
    const formula = compileIn(context, names, text, `${what}: start`, start.line);
    if (formula.returns !== "boolean")
        throw new DeployProblem(`${what}: the entry formula must be true or false`, start.line);
    return formula;
}

function resourceOf(context: FlowContext, names: FlowNames, read: ReadResource, what: string): FlowResource {
    const { kind, name, type, scale } = read;
    switch (kind) {
        case "variable":
            return { kind, name, type, scale, initial: read.value };
        case "constant":
            if (read.value === null || "reference" in read.value) {
                throw new DeployProblem(`${what}: constant '${name}' needs a literal value`, read.line);
            }
            return { kind, name, type, value: read.value.literal };
        case "textTemplate":
            return { kind, name, type, text: read.text };
        case "formula": {
            const formula = compileIn(context, names, read.text, `${what}: formula '${name}'`, read.line);
            if (asFormulaType(type) === undefined || !fits(type, typeOfFormula(formula.returns))) {
                throw new DeployProblem(
                    `${what}: formula '${name}' gives ${formula.returns}, not ${type.dataType}`,
                    read.line
                );
            }
            return { kind, name, type, scale, formula };
        }
    }
}

function compileIn(
    { compileFormula }: FlowContext,
    names: FlowNames,
    text: string,
    what: string,
    line: number
): CompiledFormula {
    try {
        return compileFormula(text, flowFormulaNames(names), { mergeFields: true });
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        throw new DeployProblem(`${what}: ${error.message}`, line);
    }
}
