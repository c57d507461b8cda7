import { z } from "zod";
import type { OrgConnection, OrgReader } from "../../audit/gather/orgReader.ts";

/** What the check asks of a jsforce connection. */
export interface SetUpConnection extends OrgConnection {
    readonly metadata: { read(type: "LeadConfigSettings", fullName: string): PromiseLike<unknown> };
}

const pageSchema = z.object({
    records: z.array(z.unknown()),
    nextRecordsUrl: z.string().optional(),
    done: z.boolean()
});

/** All rows of a query through the Tooling API, page by page. Throws as `OrgReader` does. */
export async function queryTooling(reader: OrgReader, soql: string): Promise<unknown[]> {
    const records: unknown[] = [];
    let path: string | undefined = `/tooling/query?q=${encodeURIComponent(soql)}`;
    while (path !== undefined) {
        const page: z.infer<typeof pageSchema> = pageSchema.parse(await reader.get(path));
        records.push(...page.records);
        path = page.done ? undefined : page.nextRecordsUrl;
    }
    return records;
}
