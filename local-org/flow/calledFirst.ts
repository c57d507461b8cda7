import { childrenNamed, textOf } from "../metadata/readElement.ts";
import type { PlannedComponent } from "../metadata/plannedComponent.ts";

/**
 * The components with the flows among them put so that those which others call come first, as they have to be
 * there when their callers are compiled. All else, and flows that call each other in a circle, stays as given.
 */
export function calledFirst(components: readonly PlannedComponent[]): PlannedComponent[] {
    const flows = new Map(components.filter(isFlow).map((each) => [each.fullName.toLowerCase(), each]));
    const ordered = new Set<PlannedComponent>();
    const entered = new Set<PlannedComponent>();
    const visit = (flow: PlannedComponent): void => {
        if (entered.has(flow)) return;
        entered.add(flow);
        for (const name of calledBy(flow)) {
            const called = flows.get(name.toLowerCase());
            if (called !== undefined) visit(called);
        }
        ordered.add(flow);
    };
    flows.forEach(visit);
    const inOrder = ordered.values();
    return components.map((each) => (isFlow(each) ? (inOrder.next().value ?? each) : each));
}

function isFlow({ type }: PlannedComponent): boolean {
    return type.name === "Flow";
}

function calledBy({ element }: PlannedComponent): string[] {
    const subflows = element === null ? [] : childrenNamed(element, "subflows");
    return subflows.map((subflow) => textOf(subflow, "flowName") ?? "");
}
