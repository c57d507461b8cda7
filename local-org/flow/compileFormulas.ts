import { FormulaError } from "../formula/formula.ts";
import type { CompiledFormula } from "../formula/formula.ts";
import { DeployProblem } from "../metadata/deployProblem.ts";
import type { FlowResource } from "./compiledFlow.ts";
import type { FlowContext } from "./compileFlow.ts";
import type { FlowElement } from "./flowElements.ts";
import { flowFormulaNames } from "./flowNames.ts";
import type { FlowNames } from "./flowNames.ts";
import type { ReadResource } from "./readFlowResources.ts";
import type { ReadStart } from "./readStart.ts";
import { asFormulaType, fits, typeOfFormula } from "./resourceTypes.ts";

interface ReadFlow {
    readonly start: ReadStart;
    readonly read: readonly ReadResource[];
    readonly elements: ReadonlyMap<string, FlowElement>;
    readonly what: string;
}

export interface CompiledFormulas {
    readonly resources: ReadonlyMap<string, FlowResource>;
    readonly entryFormula: CompiledFormula | null;
    readonly filterFormulas: ReadonlyMap<string, CompiledFormula>;
}

/** Compiles every formula of a flow. Throws DeployProblem for one that this org can't evaluate. */
export function compileFormulas(context: FlowContext, names: FlowNames, flow: ReadFlow): CompiledFormulas {
    const compile: Compile = (text, what, line) => compileIn(context, names, text, what, line);
    return {
        resources: new Map(flow.read.map((each) => [each.name, resourceOf(compile, each, flow.what)])),
        entryFormula: entryFormula(compile, flow),
        filterFormulas: filterFormulas(compile, flow)
    };
}

type Compile = (text: string, what: string, line: number | null) => CompiledFormula;

function entryFormula(compile: Compile, { start, what }: ReadFlow): CompiledFormula | null {
    if (start.when === "called" || start.when === "scheduled" || start.filterFormula === null) return null;
    const { text, line } = start.filterFormula;
    const formula = compile(text, `${what}: start`, line);
    if (formula.returns !== "boolean")
        throw new DeployProblem(`${what}: the entry formula must be true or false`, line);
    return formula;
}

function filterFormulas(compile: Compile, { elements, what }: ReadFlow): Map<string, CompiledFormula> {
    const formulas = new Map<string, CompiledFormula>();
    for (const element of elements.values()) {
        if (element.kind !== "collectionFilter" || element.formula === null) continue;
        const formula = compile(element.formula, `${what}: element '${element.name}'`, null);
        if (formula.returns !== "boolean")
            throw new DeployProblem(`${what}: element '${element.name}': the formula must be true or false`);
        formulas.set(element.name, formula);
    }
    return formulas;
}

function resourceOf(compile: Compile, read: ReadResource, what: string): FlowResource {
    const { kind, name, type, scale, isInput, isOutput } = read;
    switch (kind) {
        case "variable":
            return { kind, name, type, scale, initial: read.value, isInput, isOutput };
        case "constant":
            if (read.value === null || !("literal" in read.value)) {
                throw new DeployProblem(`${what}: constant '${name}' needs a literal value`, read.line);
            }
            return { kind, name, type, value: read.value.literal };
        case "textTemplate":
            return { kind, name, type, text: read.text };
        case "formula": {
            const formula = compile(read.text, `${what}: formula '${name}'`, read.line);
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
    line: number | null
): CompiledFormula {
    refuseChangeFunctions(names, text, what, line);
    try {
        return compileFormula(text, flowFormulaNames(names), { mergeFields: true });
    } catch (error) {
        if (!(error instanceof FormulaError)) throw error;
        throw new DeployProblem(`${what}: ${error.message}`, line);
    }
}

const texts = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Where no record is being saved there is nothing for these to speak of. */
function refuseChangeFunctions(names: FlowNames, text: string, what: string, line: number | null): void {
    if (names.savesRecord) return;
    const [found] = /\b(ISNEW|ISCHANGED|PRIORVALUE)\s*\(/i.exec(text.replace(texts, "")) ?? [];
    if (found === undefined) return;
    throw new DeployProblem(`${what}: ${found.replace("(", "").trim()} asks for a flow that runs at a save`, line);
}
