import type { Connection } from "jsforce";

export interface OrgMetadata {
    readonly objects: readonly unknown[];
    readonly opportunity: unknown;
    readonly components: readonly string[];
}

/** What the org says of itself: its objects, the fields of Opportunity, and every component of every type it knows. */
export async function metadataOf({ connection }: { readonly connection: Connection }): Promise<OrgMetadata> {
    const { metadataObjects } = await connection.metadata.describe();
    const types = metadataObjects.flatMap(({ xmlName, childXmlNames }) => [xmlName, childXmlNames ?? []].flat());
    const listed = await connection.metadata.list(types.map((type) => ({ type })));
    return {
        objects: (await connection.describeGlobal()).sobjects,
        opportunity: await connection.describe("Opportunity"),
        components: listed.map(({ type, fullName }) => `${type} ${fullName}`).sort()
    };
}
