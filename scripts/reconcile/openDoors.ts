import { setTimeout } from "node:timers/promises";
import type { Connection } from "@salesforce/core";
import { explainFailure, OrgRefusal } from "../audit/gather/refusal.ts";
import { OrgReader } from "../audit/gather/orgReader.ts";
import { CannotStart } from "../cannotStart.ts";
import { applyChanges, type Doors } from "./applyChanges.ts";
import type { Change } from "./stamp.ts";
import { Journal, type RunFolder, type Settled } from "./runFolder.ts";

export interface Work {
    readonly kind: "journal" | "undo";
    /** How to go on after a stop: "--resume …". */
    readonly goOn: string;
    /** Milliseconds between two batches. */
    readonly pause: number;
    readonly progress: Doors["progress"];
}

/** Applies to the org of this connection. Throws `CannotStart`, saying how to go on, where the line breaks. */
export async function applyThrough(
    connection: Connection,
    folder: RunFolder,
    changes: readonly Change[],
    { kind, goOn, pause, progress }: Work
): Promise<Settled[]> {
    const journal = new Journal(folder, kind);
    const reader = new OrgReader(connection);
    try {
        return await applyChanges(changes, {
            reader,
            write: (records) => updateOpportunities(connection, records),
            journal,
            progress,
            pause: () => setTimeout(pause)
        });
    } catch (error) {
        if (error instanceof CannotStart || error instanceof OrgRefusal) {
            throw new CannotStart(`${error.message} What was begun stands in ${folder.path}; go on with: ${goOn}`);
        }
        throw error;
    }
}

async function updateOpportunities(
    connection: Connection,
    records: readonly Record<string, unknown>[]
): Promise<(string | null)[]> {
    try {
        const results = await connection.sobject("Opportunity").update([...records] as never, { allOrNone: false });
        return [results].flat().map(({ success, errors }) => (success ? null : reasonOf(errors)));
    } catch (error) {
        throw explainFailure(error, connection.instanceUrl);
    }
}

function reasonOf(errors: readonly { readonly message: string }[]): string {
    return errors.map(({ message }) => message).join("; ") || "no reason given";
}
