import type { CompiledFlow, FlowVariable } from "./compiledFlow.ts";

/** The variables of a flow that may be called; undefined for any other flow and for none. */
export function variablesOfFlow(flow: CompiledFlow | undefined): ReadonlyMap<string, FlowVariable> | undefined {
    if (flow?.when !== "called") return undefined;
    const variables = [...flow.resources.values()].filter((resource) => resource.kind === "variable");
    return new Map(variables.map((variable) => [variable.name, variable]));
}
