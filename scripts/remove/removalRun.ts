import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import type { DeployFailure } from "../deploys/deployZip.ts";
import { writeWhole } from "../files/wholeFile.ts";
import { appendLines } from "../runs/jsonLines.ts";
import { makeRunFolder, runPath } from "../runs/runPath.ts";
import { stages } from "./component.ts";
import type { Step } from "./planRemoval.ts";

/** Where a run keeps what it set out to remove, what it exported, and how far it came. */
export interface RemovalRun {
    readonly run: string;
    readonly path: string;
    readonly steps: readonly Step[];
}

const componentSchema = z.strictObject({ type: z.string(), name: z.string() });
const planSchema = z.strictObject({
    pipewright: z.literal(1),
    removal: z.string(),
    orgId: z.string(),
    steps: z.array(
        z.strictObject({
            stage: z.enum(stages),
            action: z.enum(["delete", "stopFlows", "deleteFlows", "unassign"]),
            components: z.array(componentSchema)
        })
    )
});
/** Places are those of the plan before it: the first, or the one made anew when the run was gone on with. */
type Entry =
    | { readonly exported: Readonly<Record<string, number>> }
    | { readonly planned: number }
    | { readonly begun: number }
    | { readonly done: number }
    | { readonly stopped: number; readonly failures: readonly DeployFailure[] };

/** Keeps the plan on disk before anything is asked of the org. Throws `CannotStart` where it can't. */
export function createRemovalRun(parent: string, run: string, orgId: string, steps: readonly Step[]): RemovalRun {
    const path = makeRunFolder(parent, run, (folder) =>
        writePlan(folder, { pipewright: 1, removal: run, orgId, steps })
    );
    return { run, path, steps };
}

/** Throws `CannotStart` for a run that isn't there, was made in another org, or is no removal. */
export function openRemovalRun(parent: string, run: string, orgId: string): RemovalRun {
    const path = runPath(parent, run);
    const plan = planSchema.safeParse(readPlan(path));
    if (!plan.success || plan.data.removal !== run) {
        throw new CannotStart(`The plan in ${path} is not whole: nothing more was removed.`);
    }
    if (plan.data.orgId !== orgId) {
        throw new CannotStart(`Run ${run} was made in another org: nothing was removed here.`);
    }
    return { run, path, steps: plan.data.steps };
}

/** What is left of a run that was stopped, in place of what it set out to remove. */
export function replanRemoval({ run, path }: RemovalRun, orgId: string, steps: readonly Step[]): RemovalRun {
    writePlan(path, { pipewright: 1, removal: run, orgId, steps });
    new RemovalJournal({ run, path, steps }).note({ planned: steps.length });
    return { run, path, steps };
}

function writePlan(
    folder: string,
    plan: { readonly pipewright: 1; readonly removal: string; readonly orgId: string; readonly steps: readonly Step[] }
): void {
    writeWhole(join(folder, "plan.json"), `${JSON.stringify(plan, null, 4)}\n`);
}

function readPlan(path: string): unknown {
    try {
        return JSON.parse(readFileSync(join(path, "plan.json"), "utf8"));
    } catch (error) {
        if (error instanceof SyntaxError) return null;
        throw new CannotStart(`There is no removal in ${path}: check the run and the folder.`);
    }
}

/** What the run has done, line by line. */
export class RemovalJournal {
    readonly #path: string;

    constructor({ path }: RemovalRun) {
        this.#path = join(path, "journal.jsonl");
    }

    /** On disk when it returns. */
    note(entry: Entry): void {
        appendLines(this.#path, [entry]);
    }
}
