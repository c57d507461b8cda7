import { FormulaError } from "../formula/formula.ts";
import { runAtOnce } from "./runAtOnce.ts";
import { beginInterview, setVariables } from "./beginInterview.ts";
import type { DataAnswer, DataStep } from "./dataStep.ts";
import type { DataElement, SubflowElement } from "./flowElements.ts";
import { FlowFault } from "./interview.ts";
import type { Interview } from "./interview.ts";
import { prepareStep } from "./prepareStep.ts";
import { readOperandOf } from "./readReference.ts";
import { takeAnswer } from "./takeAnswer.ts";
import { variablesOfFlow } from "./variablesOfFlow.ts";
import { writeTarget } from "./writeTarget.ts";

/** An interview on its way: it stops at every data element and goes on with the answer. */
export type Path = Generator<DataStep, void, DataAnswer>;

/** How deep flows may call flows here; the platform gives no number and stops at its time limit. */
const deepestCall = 50;

/** Goes through the flow from an element on. Throws FlowFault or FormulaError where the flow fails. */
export function* runPath(interview: Interview, first: string | null): Path {
    let next = first;
    while (next !== null) {
        interview.run.visitsLeft -= 1;
        if (interview.run.visitsLeft < 0)
            throw new FlowFault("The flow visited more than 2,000,000 elements; is there a loop without an end?");
        const element = interview.flow.elements.get(next);
        if (element === undefined) throw new FlowFault(`The element ${next} is missing.`);
        if ("faultNext" in element) next = yield* runData(interview, element);
        else if (element.kind === "subflows") next = yield* runSubflow(interview, element);
        else next = runAtOnce(interview, element);
    }
}

/** What the flow itself does wrong, as opposed to limits and to faults of this org. */
export function isFault(error: unknown): error is Error {
    return error instanceof FlowFault || error instanceof FormulaError;
}

function* runData(interview: Interview, element: DataElement): Generator<DataStep, string | null, DataAnswer> {
    try {
        const request = prepareStep(interview, element);
        if (request !== null) takeAnswer(interview, element, yield { interview, element, request });
        return element.next;
    } catch (error) {
        if (element.faultNext === null || !isFault(error)) throw error;
        interview.faultMessage = error.message;
        return element.faultNext;
    }
}

function* runSubflow(interview: Interview, element: SubflowElement): Generator<DataStep, string | null, DataAnswer> {
    const { run, callers, flow: caller } = interview;
    const flow = run.org.deployed.flow(element.flowName);
    if (flow?.when !== "called" || !flow.active)
        throw new FlowFault(`The flow ${element.flowName}, which ${caller.name} calls, has no active version.`);
    if (callers.length >= deepestCall)
        throw new FlowFault(
            `The flow ${flow.name} was called ${deepestCall} deep; does it call itself without an end?`
        );
    const called = beginInterview(run, flow, null, [...callers, { flow: caller, element: element.name }]);
    const inputs = element.inputs.map(({ name, value }) => [name, readOperandOf(interview, value)] as const);
    setVariables(called, new Map(inputs));
    yield* runPath(called, flow.first);
    for (const { name, target } of element.outputs) writeTarget(interview, target, called.held.get(name) ?? null);
    if (element.keepsOutputs) {
        for (const [name, { isOutput }] of variablesOfFlow(flow) ?? []) {
            if (isOutput) interview.held.set(`${element.name}.${name}`, called.held.get(name) ?? null);
        }
    }
    return element.next;
}
