import { z } from "zod";
import type { OrgConnection } from "../../audit/gather/orgReader.ts";
import { explainFailure } from "../../audit/gather/refusal.ts";

/** What is asked of a jsforce connection. */
export interface ListingConnection extends OrgConnection {
    readonly metadata: { list(queries: { type: string }[]): PromiseLike<unknown> };
}

export interface ListedName {
    readonly type: string;
    readonly name: string;
}

/** The platform's limit of one call. */
const typesAtOnce = 3;

const listedSchema = z.array(z.object({ type: z.string(), fullName: z.string() }));

/** Every component of these types. Throws as `OrgReader` does. */
export async function listNames(connection: ListingConnection, types: readonly string[]): Promise<ListedName[]> {
    const found: ListedName[] = [];
    for (let start = 0; start < types.length; start += typesAtOnce) {
        const queries = types.slice(start, start + typesAtOnce).map((type) => ({ type }));
        try {
            const listed: unknown = await connection.metadata.list(queries);
            found.push(
                ...listedSchema.parse([listed ?? []].flat()).map(({ type, fullName }) => ({ type, name: fullName }))
            );
        } catch (error) {
            throw error instanceof z.ZodError ? error : explainFailure(error, connection.instanceUrl);
        }
    }
    return found;
}
