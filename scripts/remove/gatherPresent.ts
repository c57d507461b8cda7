import { z } from "zod";
import type { OrgReader } from "../audit/gather/orgReader.ts";
import { explainFailure, OrgRefusal } from "../audit/gather/refusal.ts";
import { CannotStart } from "../cannotStart.ts";
import { queryTooling } from "../check/gather/setUpReader.ts";
import type { MetadataConnection } from "../deploys/metadataConnection.ts";
import type { Component } from "./component.ts";

/** A component that the org has. Id: empty where the org tells none. */
export interface PresentComponent extends Component {
    readonly id: string;
}

/** The platform's limit of one listMetadata call. */
const typesAtOnce = 3;
const foldered: Readonly<Record<string, string>> = { Dashboard: "DashboardFolder", Report: "ReportFolder" };

const listedSchema = z.array(z.object({ type: z.string(), fullName: z.string(), id: z.string().optional() }));
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
    const folders = (type: string): string[] => [
        ...new Set(components.flatMap((each) => (each.type === type ? (each.name.split("/")[0] ?? []) : [])))
    ];
    const queries = types.flatMap((type) => {
        const ofFolder = foldered[type];
        if (ofFolder === undefined) return [{ type }];
        return [{ type: ofFolder }, ...folders(type).map((folder) => ({ type, folder }))];
    });
    const found: PresentComponent[] = [];
    for (let start = 0; start < queries.length; start += typesAtOnce) {
        found.push(...(await list(connection, queries.slice(start, start + typesAtOnce))));
    }
    return found;
}

async function list(
    connection: MetadataConnection,
    queries: readonly { readonly type: string; readonly folder?: string }[]
): Promise<PresentComponent[]> {
    try {
        const answer: unknown = await connection.metadata.list([...queries]);
        const asType = (type: string): string => type.replace(/^(Report|Dashboard)Folder$/, "$1");
        return listedSchema
            .parse([answer ?? []].flat())
            .map(({ type, fullName, id }) => ({ type: asType(type), name: decoded(fullName), id: id ?? "" }));
    } catch (error) {
        const reason = explainFailure(error, connection.instanceUrl);
        if (!(reason instanceof OrgRefusal)) throw reason;
        const types = queries.map(({ type }) => type).join(", ");
        throw new CannotStart(`What the org has could not be listed (${types}): ${reason.message}`);
    }
}

/** Names come as in a URL: "PW_Opportunity%2E…". A lone per cent sign is none of those. */
function decoded(name: string): string {
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
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
