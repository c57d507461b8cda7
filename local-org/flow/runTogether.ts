import { carryOut } from "./carryOut.ts";
import type { DataAnswer, DataStep } from "./dataStep.ts";
import { placeInFlow } from "./elementOrder.ts";
import type { Interview, Run } from "./interview.ts";
import { isFault } from "./runPath.ts";
import type { Path } from "./runPath.ts";

/**
 * Runs interviews in step: each goes on until it needs data, and the earliest element at which any waits is
 * carried out for all that wait there. Gives each interview's fault, or null. What is no fault of the flow
 * (a limit, say) is thrown and ends them all.
 */
export function runTogether(run: Run, paths: readonly Path[]): (string | null)[] {
    const faults: (string | null)[] = paths.map(() => null);
    const waiting = new Map<number, DataStep>();
    const goOn = (index: number, answer?: DataAnswer): void => {
        waiting.delete(index);
        try {
            const step = nextStep(paths[index], answer);
            if (step !== undefined) waiting.set(index, step);
        } catch (error) {
            if (!isFault(error)) throw error;
            faults[index] = error.message;
        }
    };
    paths.forEach((_, index) => goOn(index));
    while (waiting.size > 0) {
        const together = earliest(waiting);
        const [first] = together;
        if (first === undefined) break;
        const answers = carryOut(
            run,
            first[1].element,
            together.map(([, step]) => step.request)
        );
        together.forEach(([index], place) => goOn(index, answers[place]));
    }
    return faults;
}

/** Without an answer the path starts. Undefined once it has ended. */
function nextStep(path: Path | undefined, answer: DataAnswer | undefined): DataStep | undefined {
    const stop = answer === undefined ? path?.next() : path?.next(answer);
    return stop?.done === false ? stop.value : undefined;
}

type Waiting = readonly [index: number, step: DataStep];

/** Those that wait at the same element of the same flow, called by the same elements. */
function earliest(waiting: ReadonlyMap<number, DataStep>): Waiting[] {
    let found: Waiting[] = [];
    let place: readonly number[] = [];
    for (const each of waiting) {
        const there = placeOf(each[1].interview, each[1].element.name);
        const difference = found.length === 0 ? -1 : comparePlaces(there, place);
        if (difference < 0) [found, place] = [[each], there];
        else if (difference === 0) found.push(each);
    }
    return found;
}

/** From the outermost flow inwards. Equal places are the same element, for all started in the same flow. */
function placeOf({ callers, flow }: Interview, element: string): number[] {
    return [...callers.map((caller) => placeInFlow(caller.flow, caller.element)), placeInFlow(flow, element)];
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
    for (let level = 0; level < Math.max(one.length, other.length); level += 1) {
        const difference = (one[level] ?? -1) - (other[level] ?? -1);
        if (difference !== 0) return difference;
    }
    return 0;
}
