import { isTriggered } from "./compiledFlow.ts";
import type { CompiledFlow } from "./compiledFlow.ts";
import { connectorsOf } from "./flowElements.ts";

const orders = new WeakMap<CompiledFlow, ReadonlyMap<string, number>>();

/**
 * How early an element stands on the paths of its flow: before all that can only follow it, and inside a loop
 * before what comes after the loop. Whoever waits for the earliest element first lets the others catch up.
 */
export function placeInFlow(flow: CompiledFlow, element: string): number {
    let order = orders.get(flow);
    if (order === undefined) {
        order = orderOf(flow);
        orders.set(flow, order);
    }
    return order.get(element) ?? 0;
}

function orderOf(flow: CompiledFlow): Map<string, number> {
    const finished: string[] = [];
    const seen = new Set<string>();
    const visit = (name: string | null): void => {
        const element = name === null || seen.has(name) ? undefined : flow.elements.get(name);
        if (name === null || element === undefined) return;
        seen.add(name);
        connectorsOf(element).forEach(visit);
        finished.push(name);
    };
    visit(flow.first);
    if (isTriggered(flow)) visit(flow.asyncFirst);
    return new Map(finished.reverse().map((name, index) => [name, index]));
}
