import { z } from "zod";
import type { OrgConnection } from "../../audit/gather/orgReader.ts";
import { explainFailure } from "../../audit/gather/refusal.ts";

/** What is asked of a jsforce connection. */
export interface ListingConnection extends OrgConnection {
    readonly metadata: { list(queries: { type: string; folder?: string }[]): PromiseLike<unknown> };
}

export interface ListedName {
    readonly type: string;
    readonly name: string;
}

/** Id: empty where the org tells none. */
export interface ListedComponent extends ListedName {
    readonly id: string;
}

/** The platform's limit of one call. */
const typesAtOnce = 3;
const foldered: Readonly<Record<string, string>> = { Dashboard: "DashboardFolder", Report: "ReportFolder" };

const listedSchema = z.array(z.object({ type: z.string(), fullName: z.string(), id: z.string().optional() }));

/**
 * Every component of these types; of reports and dashboards the folders, as components of their type, and what is in
 * those folders that `ours` names. Throws as `OrgReader` does.
 */
export async function listNames(
    connection: ListingConnection,
    types: readonly string[],
    ours: readonly ListedName[] = []
): Promise<ListedComponent[]> {
    const queries = types.flatMap((type) => {
        const ofFolder = foldered[type];
        if (ofFolder === undefined) return [{ type }];
        const named = ours.flatMap((each) => (each.type === type ? (each.name.split("/")[0] ?? []) : []));
        return [{ type: ofFolder }, ...[...new Set(named)].map((folder) => ({ type, folder }))];
    });
    const found: ListedComponent[] = [];
    for (let start = 0; start < queries.length; start += typesAtOnce) {
        found.push(...(await list(connection, queries.slice(start, start + typesAtOnce))));
    }
    return found;
}

async function list(
    connection: ListingConnection,
    queries: { type: string; folder?: string }[]
): Promise<ListedComponent[]> {
    try {
        const listed: unknown = await connection.metadata.list(queries);
        return listedSchema.parse([listed ?? []].flat()).map(({ type, fullName, id }) => ({
            type: type.replace(/^(Report|Dashboard)Folder$/, "$1"),
            name: decoded(fullName),
            id: id ?? ""
        }));
    } catch (error) {
        throw error instanceof z.ZodError ? error : explainFailure(error, connection.instanceUrl);
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
