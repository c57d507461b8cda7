import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { explainFailure, OrgRefusal } from "../audit/gather/refusal.ts";
import { OrgReader } from "../audit/gather/orgReader.ts";
import { CannotStart } from "../cannotStart.ts";
import type { MetadataConnection } from "../deploys/metadataConnection.ts";
import { deployZip, type DeployFailure } from "../deploys/deployZip.ts";
import { applyRemoval, type RemovalDoors, type Removed } from "./applyRemoval.ts";
import { objectOf, type Component } from "./component.ts";
import { deletionPackage, stopFlowsPackage } from "./deletionPackage.ts";
import { exportRows, type Exported } from "./exportRows.ts";
import { gatherAssignmentIds, gatherFlowVersions, gatherPresent } from "./gatherPresent.ts";
import type { Step } from "./planRemoval.ts";
import { RemovalJournal, type RemovalRun } from "./removalRun.ts";

/** Removes from the org of this connection. Throws `CannotStart`, saying how to go on, where the line breaks. */
export async function removeThrough(
    connection: MetadataConnection,
    run: RemovalRun,
    progress: RemovalDoors["progress"]
): Promise<Removed> {
    const reader = new OrgReader(connection);
    const components = run.steps.flatMap((step) => step.components);
    const exportNext = async (going: readonly Component[]): Promise<readonly Exported[]> => {
        const folder = nextExport(run.path);
        return exportRows(reader, [...going, ...(await fieldsWithin(connection, going))], folder);
    };
    const journal = new RemovalJournal(run);
    try {
        return await applyRemoval(run.steps, {
            exportRows: exportNext,
            listPresent: () => gatherPresent(connection, components),
            apply: (step) => applyStep(connection, reader, step),
            journal,
            progress
        });
    } catch (error) {
        if (!(error instanceof CannotStart) && !(error instanceof OrgRefusal)) throw error;
        const goOn = `What was begun stands in ${run.path}; go on with: opportunity remove --resume ${run.run}`;
        throw new CannotStart(`${error.message} ${goOn}`);
    }
}

/** Of the objects that go, those too that others made: they go along, so they are kept along. */
async function fieldsWithin(
    connection: MetadataConnection,
    going: readonly Component[]
): Promise<readonly Component[]> {
    const objects = new Set(going.flatMap(({ type, name }) => (type === "CustomObject" ? [name] : [])));
    if (objects.size === 0) return [];
    const fields = await gatherPresent(connection, [], ["CustomField"]);
    return fields.filter((field) => objects.has(objectOf(field) ?? ""));
}

/** Each export has a folder of its own: what one kept, a later one can't overwrite. */
function nextExport(path: string): string {
    const taken = readdirSync(path).filter((name) => name.startsWith("export-")).length;
    return join(path, `export-${taken + 1}`);
}

async function applyStep(
    connection: MetadataConnection,
    reader: OrgReader,
    step: Step
): Promise<readonly DeployFailure[]> {
    const names = step.components.map(({ name }) => name);
    switch (step.action) {
        case "delete":
            return deployZip(connection, await deletionPackage(step.components));
        case "stopFlows":
            return stopFlows(connection, reader, names);
        case "deleteFlows": {
            const versions = await gatherFlowVersions(reader, names);
            const components = versions.map(({ flow, version }) => ({ type: "Flow", name: `${flow}-${version}` }));
            return components.length === 0 ? [] : deployZip(connection, await deletionPackage(components));
        }
        case "unassign":
            return unassign(connection, await gatherAssignmentIds(reader, names));
    }
}

async function stopFlows(
    connection: MetadataConnection,
    reader: OrgReader,
    flows: readonly string[]
): Promise<readonly DeployFailure[]> {
    const versions = await gatherFlowVersions(reader, flows);
    const running = [...new Set(versions.filter(({ isActive }) => isActive).map(({ flow }) => flow))];
    return running.length === 0 ? [] : deployZip(connection, await stopFlowsPackage(running));
}

const resultsSchema = z.array(z.object({ success: z.boolean(), errors: z.array(z.object({ message: z.string() })) }));

/** The platform takes 200 at once, all of them or none. */
const atOnce = 200;

async function unassign(connection: MetadataConnection, ids: readonly string[]): Promise<readonly DeployFailure[]> {
    const failures: DeployFailure[] = [];
    try {
        for (let start = 0; start < ids.length && failures.length === 0; start += atOnce) {
            const batch = ids.slice(start, start + atOnce);
            const url = `/composite/sobjects?ids=${batch.join(",")}&allOrNone=true`;
            const results = resultsSchema.parse(await connection.requestDelete(url));
            for (const [index, { success, errors }] of results.entries()) {
                const problem = errors.map(({ message }) => message).join("; ");
                if (!success) failures.push({ type: "PermissionSetAssignment", name: batch[index] ?? "", problem });
            }
        }
    } catch (error) {
        throw explainFailure(error, connection.instanceUrl);
    }
    return failures;
}
