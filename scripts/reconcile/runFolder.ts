import { join } from "node:path";
import { z } from "zod";
import { CannotStart } from "../cannotStart.ts";
import { appendLines, readLines } from "../runs/jsonLines.ts";
import { makeRunFolder, runPath } from "../runs/runPath.ts";
import { stampFields, stampTypes, type Change } from "./stamp.ts";

/** What became of one change; `changedMeanwhile`: somebody else was there, and it was left alone. */
export const outcomes = ["written", "changedMeanwhile", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export interface Settled {
    readonly id: string;
    readonly outcome: Outcome;
    /** In the org's words, where it refused. */
    readonly reason: string | null;
}

/** Where a run keeps the plan with the old values, and what it did: JSON lines, on disk before the org is asked. */
export interface RunFolder {
    readonly run: string;
    readonly path: string;
    readonly changes: readonly Change[];
}

const values = z.strictObject(
    Object.fromEntries(
        stampFields.map((field) => [
            field,
            (stampTypes[field] === "boolean" ? z.boolean() : z.string().nullable()).optional()
        ])
    )
);
const headerSchema = z.strictObject({
    pipewright: z.literal(1),
    run: z.string(),
    orgId: z.string(),
    changes: z.number()
});
const changeSchema = z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9]{15,18}$/),
    name: z.string(),
    stage: z.string().nullable(),
    before: values,
    after: values
});
const settledSchema = z.strictObject({ id: z.string(), outcome: z.enum(outcomes), reason: z.string().nullable() });
const entrySchema = z.union([
    z.strictObject({ writing: z.array(z.string()) }),
    z.strictObject({ settled: z.array(settledSchema) })
]);

/** Keeps the plan, whole and on disk, before anything is written to the org. Throws `CannotStart` where it can't. */
export function createRunFolder(parent: string, run: string, orgId: string, changes: readonly Change[]): RunFolder {
    const lines = [{ pipewright: 1, run, orgId, changes: changes.length }, ...changes];
    const path = makeRunFolder(parent, run, (folder) => appendLines(join(folder, "backup.jsonl"), lines));
    return { run, path, changes };
}

/** Throws `CannotStart` for a run that isn't there, was made in another org, or whose files are not whole. */
export function openRunFolder(parent: string, run: string, orgId: string): RunFolder {
    const path = runPath(parent, run);
    const [header, ...lines] = readLines(join(path, "backup.jsonl"), path);
    const head = headerSchema.safeParse(header);
    const changes = z.array(changeSchema).safeParse(lines);
    if (!head.success || !changes.success || head.data.changes !== changes.data.length) {
        throw new CannotStart(`The backup in ${path} is not whole: nothing was changed.`);
    }
    if (head.data.orgId !== orgId) {
        throw new CannotStart(`Run ${run} was made in another org: nothing was changed.`);
    }
    return { run, path, changes: changes.data as Change[] };
}

/** The journal of a run, or of its undoing. */
export class Journal {
    readonly #path: string;

    constructor(folder: RunFolder, kind: "journal" | "undo") {
        this.#path = join(folder.path, `${kind}.jsonl`);
    }

    /** On disk when it returns. */
    noteWriting(ids: readonly string[]): void {
        appendLines(this.#path, [{ writing: ids }]);
    }

    noteSettled(settled: readonly Settled[]): void {
        appendLines(this.#path, [{ settled }]);
    }

    /** Ids that were begun, and what became of them; a run that was cut off leaves some without an outcome. */
    read(): { readonly begun: ReadonlySet<string>; readonly settled: ReadonlyMap<string, Settled> } {
        const begun = new Set<string>();
        const settled = new Map<string, Settled>();
        for (const line of readLines(this.#path, null)) {
            const entry = entrySchema.parse(line);
            if ("writing" in entry) entry.writing.forEach((id) => begun.add(id));
            else entry.settled.forEach((each) => settled.set(each.id, each));
        }
        return { begun, settled };
    }
}
