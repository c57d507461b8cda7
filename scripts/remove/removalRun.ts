import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { writeWhole } from "../files/wholeFile.ts";
import { appendLines, readLines } from "../runs/jsonLines.ts";
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
const failureSchema = z.strictObject({ type: z.string(), name: z.string(), problem: z.string() });
const entrySchema = z.union([
    z.strictObject({ exported: z.record(z.string(), z.number()) }),
    z.strictObject({ begun: z.number() }),
    z.strictObject({ done: z.number() }),
    z.strictObject({ stopped: z.number(), failures: z.array(failureSchema) })
]);
type Entry = z.infer<typeof entrySchema>;

/** Keeps the plan on disk before anything is asked of the org. Throws `CannotStart` where it can't. */
export function createRemovalRun(parent: string, run: string, orgId: string, steps: readonly Step[]): RemovalRun {
    const plan = { pipewright: 1, removal: run, orgId, steps };
    const path = makeRunFolder(parent, run, (folder) =>
        writeWhole(join(folder, "plan.json"), `${JSON.stringify(plan, null, 4)}\n`)
    );
    return { run, path, steps };
}

/** Throws `CannotStart` for a run that isn't there, was made in another org, or is no removal. */
export function openRemovalRun(parent: string, run: string, orgId: string): RemovalRun {
    const path = runPath(parent, run);
    const plan = planSchema.safeParse(readPlan(path));
    if (!plan.success || plan.data.removal !== run) {
        throw new CannotStart(`The plan in ${path} is not whole: nothing was removed.`);
    }
    if (plan.data.orgId !== orgId) {
        throw new CannotStart(`Run ${run} was made in another org: nothing was removed.`);
    }
    return { run, path, steps: plan.data.steps };
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

    /** Steps that are done, by their place; and whether the export once was whole. */
    read(): { readonly done: ReadonlySet<number>; readonly isExported: boolean } {
        const entries = readLines(this.#path, null).map((line) => entrySchema.parse(line));
        return {
            done: new Set(entries.flatMap((entry) => ("done" in entry ? [entry.done] : []))),
            isExported: entries.some((entry) => "exported" in entry)
        };
    }
}
