import type { CompiledFormula, CompileFormula } from "../formula/formula.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import { checkShape, integerOf, requiredText, textOf } from "../metadata/readElement.ts";
import type { XmlElement } from "../metadata/xmlElement.ts";
import type { NamesOfOrg } from "../save/formulaScope.ts";
import type { ObjectSchema } from "../schema/objectSchema.ts";
import { checkFlow } from "./checkFlow.ts";
import { compileFormulas } from "./compileFormulas.ts";
import type { CompiledFlow, FlowVariable } from "./compiledFlow.ts";
import type { FlowElement } from "./flowElements.ts";
import type { FlowNames } from "./flowNames.ts";
import { flowShape } from "./flowShapes.ts";
import { readFlowElements, refuseUnknownElements } from "./readFlowElements.ts";
import { readFlowResources } from "./readFlowResources.ts";
import type { ReadResource } from "./readFlowResources.ts";
import { readStart } from "./readStart.ts";
import type { ReadStart } from "./readStart.ts";
import { variablesOfFlow } from "./variablesOfFlow.ts";

export interface FlowContext {
    readonly org: NamesOfOrg;
    readonly compileFormula: CompileFormula;
}

const statuses = ["Active", "Draft", "Obsolete"];

/**
 * Reads a record-triggered, scheduled or called flow and checks every element, name, type and connector in it.
 * Throws DeployProblem naming what this org can't run: a flow is never run in part.
 */
export function compileFlow(context: FlowContext, name: string, root: XmlElement): CompiledFlow {
    const what = `Flow ${name}`;
    refuseUnknownElements(root, name);
    checkShape(root, flowShape, what);
    const start = readStart(root, what);
    const object = objectOf(context.org, start, what);
    const read = readFlowResources(root, name);
    const elements = readFlowElements(root, name);
    checkNamesOnce(read, elements, what);
    const names = namesOf(context.org, name, object, start, read, elements);
    const { resources, entryFormula, filterFormulas } = compileFormulas(context, names, {
        start,
        read,
        elements,
        what
    });
    const body = { ...header(root, name), elements, resources, filterFormulas };
    const flow = compiled(body, start, object, entryFormula);
    checkFlow(flow, names);
    return flow;
}

type Body = Omit<CompiledFlow, "when" | "first">;

function compiled(
    body: Body,
    start: ReadStart,
    object: ObjectSchema | null,
    entryFormula: CompiledFormula | null
): CompiledFlow {
    if (start.when === "scheduled") return { ...body, ...start, object: object?.name ?? null };
    if (start.when === "called" || object === null) return { ...body, when: "called", first: start.first };
    const { filterFormula: _, ...trigger } = start;
    return { ...body, ...trigger, object: object.name, entryFormula };
}

function header(root: XmlElement, name: string): Pick<CompiledFlow, "name" | "label" | "active" | "triggerOrder"> {
    const what = `Flow ${name}`;
    const status = requiredText(root, "status", what);
    if (!statuses.includes(status))
        throw new DeployProblem(`${what}: status ${status} is not supported by this local org`, root.line);
    return {
        name,
        label: textOf(root, "label") ?? name,
        active: status === "Active",
        triggerOrder: triggerOrderOf(root, what)
    };
}

/** From 1 to 2,000. */
function triggerOrderOf(root: XmlElement, what: string): number | null {
    const order = integerOf(root, "triggerOrder") ?? null;
    if (order !== null && (order < 1 || order > 2000))
        throw new DeployProblem(`${what}: triggerOrder ${order} is not from 1 to 2000`, root.line);
    return order;
}

function objectOf(org: NamesOfOrg, start: ReadStart, what: string): ObjectSchema | null {
    if (start.when === "called" || start.object === null) return null;
    const object = org.schema.object(start.object);
    if (object === undefined) throw new DeployProblem(`${what}: ${start.object} is not an object of this local org`);
    return object;
}

function namesOf(
    org: NamesOfOrg,
    name: string,
    object: ObjectSchema | null,
    start: ReadStart,
    read: readonly ReadResource[],
    elements: ReadonlyMap<string, FlowElement>
): FlowNames {
    const savesRecord = start.when === "beforeSave" || start.when === "afterSave";
    const hasPrior = savesRecord && start.onUpdate;
    const own = new Map(read.filter(({ kind }) => kind === "variable").map((each) => [each.name, variableOf(each)]));
    return {
        org,
        object,
        savesRecord,
        hasPrior,
        elements,
        resources: new Map(read.map((each) => [each.name, each.type])),
        // A flow may call itself.
        variablesOf: (flowName) =>
            start.when === "called" && flowName.toLowerCase() === name.toLowerCase()
                ? own
                : variablesOfFlow(org.deployed.flow(flowName))
    };
}

function variableOf({ name, type, value, scale, isInput, isOutput }: ReadResource): FlowVariable {
    return { kind: "variable", name, type, initial: value, scale, isInput, isOutput };
}

function checkNamesOnce(
    resources: readonly ReadResource[],
    elements: ReadonlyMap<string, FlowElement>,
    what: string
): void {
    const seen = new Set(elements.keys());
    for (const { name, line } of resources) {
        if (seen.has(name)) throw new DeployProblem(`${what}: the name ${name} is used twice`, line);
        seen.add(name);
    }
}
