import type { DeployFailure } from "../deploys/deployZip.ts";
import { keyOf, type Component, type Stage } from "./component.ts";
import type { Exported } from "./exportRows.ts";
import type { Step } from "./planRemoval.ts";
import type { RemovalJournal } from "./removalRun.ts";

/** What became of one step. `gone`: nothing of it was there any more. */
export interface StepOutcome {
    readonly stage: Stage;
    readonly action: Step["action"];
    readonly outcome: "removed" | "gone" | "refused";
    readonly components: number;
    /** In the org's words; empty unless it refused. */
    readonly failures: readonly DeployFailure[];
}

export interface RemovalDoors {
    /** Keeps what these hold, in a folder of its own. Throws `CannotStart` where it can't be whole. */
    readonly exportRows: (components: readonly Component[]) => Promise<readonly Exported[]>;
    /** What of all steps the org has now. */
    readonly listPresent: () => Promise<readonly Component[]>;
    /** One step, as a whole or not at all: what the org refused, empty where it went through. */
    readonly apply: (step: Step) => Promise<readonly DeployFailure[]>;
    readonly journal: Pick<RemovalJournal, "note">;
    /** Before each step. */
    readonly progress: (place: number, step: Step) => void;
}

export interface Removed {
    readonly exported: readonly Exported[];
    readonly steps: readonly StepOutcome[];
}

/**
 * Goes through the steps, each after the one before it. The first that the org refuses ends it, with the org as that
 * step found it. Rows are kept before the first deletion, and what a step deletes once more right before it, for people
 * may have worked meanwhile.
 */
export async function applyRemoval(steps: readonly Step[], doors: RemovalDoors): Promise<Removed> {
    const { journal } = doors;
    const present = new Set((await doors.listPresent()).map(keyOf));
    const outcomes: StepOutcome[] = [];
    const exported: Exported[] = [];
    const keepRows = async (components: readonly Component[]): Promise<void> => {
        const kept = await doors.exportRows(components);
        exported.push(...kept);
        if (kept.length > 0) {
            journal.note({ exported: Object.fromEntries(kept.map(({ object, rows }) => [object, rows])) });
        }
    };
    await keepRows(steps.flatMap(({ components }) => components));
    for (const [place, step] of steps.entries()) {
        if (holdsRows(step)) await keepRows(step.components.filter((each) => present.has(keyOf(each))));
        doors.progress(place, step);
        const outcome = await applyStep(place, step, present, doors);
        outcomes.push(outcome);
        if (outcome.outcome === "refused") break;
    }
    return { exported, steps: outcomes };
}

function holdsRows({ stage }: Step): boolean {
    return stage === "settings" || stage === "fields";
}

async function applyStep(
    place: number,
    { stage, action, components }: Step,
    present: ReadonlySet<string>,
    { journal, apply }: RemovalDoors
): Promise<StepOutcome> {
    const left = components.filter((each) => present.has(keyOf(each)));
    journal.note({ begun: place });
    const failures = left.length === 0 ? [] : await apply({ stage, action, components: left });
    journal.note(failures.length === 0 ? { done: place } : { stopped: place, failures: [...failures] });
    const outcome = failures.length > 0 ? "refused" : left.length === 0 ? "gone" : "removed";
    return { stage, action, outcome, components: left.length, failures };
}
