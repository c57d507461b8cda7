import { z } from "zod";
import type { OrgReader } from "../audit/gather/orgReader.ts";
import { OrgRefusal } from "../audit/gather/refusal.ts";
import { CannotStart } from "../cannotStart.ts";
import { queryTooling } from "../check/gather/setUpReader.ts";
import { listNames, type ListedComponent } from "../configure/gather/listNames.ts";
import type { MetadataConnection } from "../deploys/metadataConnection.ts";
import type { Component } from "./component.ts";

/** A component that the org has. */
export type PresentComponent = ListedComponent;

const versionSchema = z.object({
    VersionNumber: z.union([z.number(), z.string()]).transform(Number),
    Status: z.string(),
    Definition: z.object({ DeveloperName: z.string() })
});

/** Every component of the types, and of those of `components`. Folders of reports and dashboards are components of their type, as in a manifest. */
export async function gatherPresent(
    connection: MetadataConnection,
    components: readonly Component[],
    more: readonly string[] = []
): Promise<PresentComponent[]> {
    const types = [...new Set([...components.map(({ type }) => type), ...more])].sort();
    try {
        return await listNames(connection, types, components);
    } catch (error) {
        if (!(error instanceof OrgRefusal)) throw error;
        throw new CannotStart(`What the org has could not be listed (${types.join(", ")}): ${error.message}`);
    }
}

export interface FlowVersion {
    readonly flow: string;
    readonly version: number;
    readonly isActive: boolean;
}

/** Every version of these flows; flows are deleted version by version. */
export async function gatherFlowVersions(reader: OrgReader, flows: readonly string[]): Promise<FlowVersion[]> {
    if (flows.length === 0) return [];
    const names = flows.map((name) => `'${name}'`).join(", ");
    const soql = `SELECT Definition.DeveloperName, VersionNumber, Status FROM Flow WHERE Definition.DeveloperName IN (${names})`;
    return z
        .array(versionSchema)
        .parse(await queryTooling(reader, soql))
        .map((row) => ({
            flow: row.Definition.DeveloperName,
            version: row.VersionNumber,
            isActive: row.Status === "Active"
        }));
}

const assignmentSchema = z.object({ Id: z.string() });

/** Ids of who holds these permission sets. */
export async function gatherAssignmentIds(reader: OrgReader, sets: readonly string[]): Promise<string[]> {
    const names = sets.map((name) => `'${name}'`).join(", ");
    const soql = `SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${names})`;
    return z
        .array(assignmentSchema)
        .parse(await reader.query(soql))
        .map(({ Id }) => Id);
}
