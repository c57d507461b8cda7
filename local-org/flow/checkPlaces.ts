import { DeployProblem } from "../metadata/deployProblem.ts";
import { isTriggered } from "./compiledFlow.ts";
import type { CompiledFlow } from "./compiledFlow.ts";
import { connectorsOf, metadataKind } from "./flowElements.ts";
import type { DecisionElement, FlowElement } from "./flowElements.ts";

const places = {
    beforeSave: "a flow that runs before save",
    afterSave: "a flow that runs after save",
    beforeDelete: "a flow that runs before deletion",
    called: "a flow that other flows call",
    scheduled: "a flow that runs by the clock"
} as const;

/** Refuses, by name, what the platform does not allow in a flow that runs at this moment or on this path. */
export function checkPlaces(flow: CompiledFlow): void {
    for (const element of flow.elements.values()) {
        if (!mayStand(flow, element)) throw refusal(flow, element, places[flow.when]);
    }
    if (!isTriggered(flow) || flow.asyncFirst === null) return;
    for (const element of reachedFrom(flow, flow.asyncFirst)) {
        if (element.kind === "customErrors") throw refusal(flow, element, "a path that runs asynchronously");
        if (element.kind === "decisions") refuseIsChanged(flow, element);
    }
}

function mayStand({ when }: CompiledFlow, element: FlowElement): boolean {
    const ofRecord =
        element.kind === "recordUpdates" && "records" in element.target && element.target.records === "$Record";
    switch (when) {
        case "beforeSave":
            return ofRecord || !changesData.includes(element.kind);
        case "beforeDelete":
            return !ofRecord;
        case "called":
        case "scheduled":
            return element.kind !== "customErrors";
        case "afterSave":
            return true;
    }
}

/** Salesforce Help, "Record-Triggered Flow Considerations". */
function refuseIsChanged({ name }: CompiledFlow, element: DecisionElement): void {
    const asks = element.rules.some(({ conditions }) => conditions.some(({ operator }) => operator === "IsChanged"));
    if (asks)
        throw new DeployProblem(
            `Flow ${name}: element '${element.name}': a path that runs asynchronously can't ask IsChanged`
        );
}

const changesData: readonly FlowElement["kind"][] = [
    "recordCreates",
    "recordUpdates",
    "recordDeletes",
    "actionCalls",
    "notify",
    "subflows"
];

function reachedFrom(flow: CompiledFlow, first: string): Set<FlowElement> {
    const reached = new Set<FlowElement>();
    const waiting: (string | null)[] = [first];
    while (waiting.length > 0) {
        const element = flow.elements.get(waiting.pop() ?? "");
        if (element === undefined || reached.has(element)) continue;
        reached.add(element);
        waiting.push(...connectorsOf(element));
    }
    return reached;
}

function refusal(flow: CompiledFlow, element: FlowElement, place: string): DeployProblem {
    return new DeployProblem(
        `Flow ${flow.name}: element '${element.name}' (${metadataKind(element)}) can't stand in ${place}`
    );
}
