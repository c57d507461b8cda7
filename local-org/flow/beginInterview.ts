import { isTriggered, objectOfFlow } from "./compiledFlow.ts";
import type { CompiledFlow } from "./compiledFlow.ts";
import type { FlowNames } from "./flowNames.ts";
import type { Caller, Datum, Interview, Run, Trigger } from "./interview.ts";
import { readOperandOf } from "./readReference.ts";
import { variablesOfFlow } from "./variablesOfFlow.ts";

/** An interview before its first element; its variables are still blank. */
export function beginInterview(
    run: Run,
    flow: CompiledFlow,
    trigger: Trigger | null,
    callers: readonly Caller[] = []
): Interview {
    return {
        run,
        flow,
        names: namesIn(run, flow),
        trigger,
        held: new Map(),
        loops: new Map(),
        errors: [],
        faultMessage: null,
        callers
    };
}

/** Gives the variables their initial values; `given` are those that the calling flow passes. */
export function setVariables(interview: Interview, given: ReadonlyMap<string, Datum> = new Map()): void {
    for (const resource of interview.flow.resources.values()) {
        if (resource.kind !== "variable") continue;
        const { name, type, initial } = resource;
        const empty: Datum = type.isCollection ? [] : null;
        const passed = given.get(name);
        interview.held.set(name, passed ?? (initial === null ? empty : readOperandOf(interview, initial)));
    }
}

/** What names mean in the flow, as the org stands now. */
function namesIn(run: Run, flow: CompiledFlow): FlowNames {
    const known = run.names.get(flow);
    if (known !== undefined) return known;
    const { org } = run;
    const savesRecord = flow.when === "beforeSave" || flow.when === "afterSave";
    const names: FlowNames = {
        org,
        object: org.schema.object(objectOfFlow(flow) ?? "") ?? null,
        savesRecord,
        hasPrior: savesRecord && isTriggered(flow) && flow.onUpdate,
        resources: new Map([...flow.resources].map(([name, { type }]) => [name, type])),
        elements: flow.elements,
        variablesOf: (flowName) => variablesOfFlow(org.deployed.flow(flowName))
    };
    run.names.set(flow, names);
    return names;
}
